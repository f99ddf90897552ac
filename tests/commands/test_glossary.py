"""The shipped glossary in the hands of a second reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader

from course_reader.cli import main
from course_reader.commands.command import FINE, WRONG_USE

FILES = {
    "corpus/one/article.md": article("Nikol Pashinyan met Ada Quill in Moscow.", date="2022-11-01"),
    "glossary/people/ada-quill.md": entry("Ada Quill", sources="[own]"),
    "glossary/places/moscow.md": entry("Moscow", gloss="Our own words.", sources="[own]"),
    "docs/sources.bib": "@misc{own, author={A}, title={T}, howpublished={P}, date={2020}, kind={press}, "
    "urldate={2024-01-01}, url={https://example.org/}}\n",
    "docs/sources.md": "# Sources\n\n```{bibliography}\n```\n",
}


def test_a_second_reader_uses_the_shipped_glossary(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(project), "glossary", "export", str(tmp_path / "talks"), "--json"]) == FINE
    answer = json.loads(capsys.readouterr().out)
    assert answer["package"] == "reading_the_peace_talks"
    assert answer["entries"] > 100
    assert answer["sources"] > 200

    conf = "reader_glossaries = ['../talks']\nbibtex_bibfiles = ['docs/sources.bib']\nnitpicky = True\n"
    reader: Reader = make_reader(tmp_path / "second", FILES, conf)
    reader.build()

    assert reader.warnings == []
    glosses = reader.texts("corpus/one/article", "//aside//*[contains(@class, 'gloss-text')] | //aside")
    assert any("Prime Minister of Armenia since August 2021" in gloss for gloss in glosses)
    assert any("Our own words." in gloss for gloss in glosses)
    pashinyan = "glossary/people/nikol-pashinyan"
    assert reader.texts(pashinyan, "//*[contains(@class, 'reader-origin')]") == [
        "From the glossary of: Reading the peace talks, by The course-reader authors. Licence: CC BY 4.0."
    ]
    assert len(reader.texts(pashinyan, "//*[contains(@class, 'reader-sources')]//li")) > 3
    assert reader.texts("glossary/places/moscow", "//*[contains(@class, 'reader-origin')]") == []

    reader.build()
    assert reader.read == set()
    reader.write({"conf.py": (reader.root / "conf.py").read_text(encoding="utf-8").replace("['../talks']", "[]")})
    out = reader.build()
    assert not (out / f"{pashinyan}.html").exists()
    assert "Prime Minister" not in (out / "corpus/one/article.html").read_text(encoding="utf-8")


def test_an_export_needs_a_licence_and_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(make_reader(tmp_path / "reader", FILES, "bibtex_bibfiles = ['docs/sources.bib']\n").root)
    assert main(["--root", root, "glossary", "export", str(tmp_path / "out")]) == WRONG_USE
    assert "say it with --licence" in capsys.readouterr().err
    arguments = ["--root", root, "glossary", "export", str(tmp_path / "out"), "--licence", "CC0"]
    assert main([*arguments, "--name", "my-glossary"]) == WRONG_USE
    assert "'my-glossary' cannot name a Python package" in capsys.readouterr().err
    assert main([*arguments, "--title", "Ours", "--url", "https://example.org/"]) == FINE
    assert "2 entries" in capsys.readouterr().out
    assert (tmp_path / "out/ours/glossary.yaml").is_file()


def test_a_glossary_that_is_not_there_is_a_problem_of_the_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_reader(tmp_path, FILES, "reader_glossaries = ['../nowhere']\n").root
    assert main(["--root", str(root), "settings"]) == 1
    said = capsys.readouterr().err
    assert "reader_glossaries: '../nowhere' is neither a folder nor an installed package" in said
    assert "conf.py:" in said
