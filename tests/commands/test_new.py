"""`new`: what it asks, and where the answers go."""

from __future__ import annotations

import runpy
import sys
from datetime import date
from pathlib import Path

import pytest

from course_reader.cli import main
from course_reader.commands.command import FINE, WRONG_USE
from course_reader.files.yaml_lines import load

TITLE = 'Harbours \\ "and" *quays* & <b>'


def conf(root: Path) -> dict[str, object]:
    return runpy.run_path(str(root / "conf" / "conf.py"))


def test_options_are_the_answers(tmp_path: Path) -> None:
    root = tmp_path / "a"
    options = ["--title", TITLE, "--author", "Zoë Quay", "--subject", "ferries #1", "--language", "pt-BR"]
    assert main(["new", str(root), *options]) == FINE
    settings = conf(root)
    assert (settings["project"], settings["author"], settings["language"]) == (TITLE, "Zoë Quay", "pt_BR")
    assert settings["copyright"] == f"{date.today().year}, Zoë Quay"
    front = (root / "index.md").read_text(encoding="utf-8").splitlines()
    assert front[0] == '# Harbours \\\\ "and" \\*quays\\* \\& \\<b\\>'
    assert front[2].startswith("Ferries \\#1. ")


def test_without_a_terminal_nothing_is_asked_and_the_folder_names_the_reader(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "peace-talks")]) == FINE
    assert conf(tmp_path / "peace-talks")["project"] == "Peace talks"


def test_a_terminal_is_asked_for_what_no_option_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answer(question: str) -> str:
        asked.append(question)
        return {"Your": "Ann Lee", "Subject": "", "Language": " de "}[question.split()[0]]

    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    assert main(["new", str(tmp_path / "a"), "--title", "Talks"]) == FINE
    assert asked == [
        "Your name [Your name]: ",
        "Subject of the articles, in a few words: ",
        "Language of its pages (en, de, fr …) [en]: ",
    ]
    settings = conf(tmp_path / "a")
    assert (settings["project"], settings["author"], settings["language"]) == ("Talks", "Ann Lee", "de")


def test_a_language_that_is_no_tag_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "a"), "--language", "English"]) == WRONG_USE
    assert "'English' is not the tag of a language; give one such as en, de or pt-BR" in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


def test_a_bare_reader_has_no_example_and_no_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "a"
    assert main(["new", str(root), "--bare"]) == FINE
    assert not (root / "corpus").exists()
    assert main(["--root", str(root), "check"]) == FINE
    assert main(["--root", str(root), "build", "html", "epub", "--strict"]) == FINE
    capsys.readouterr()
    assert main(["--root", str(root), "build", "pdf"]) == FINE
    assert "There is no pack to print. Make one of your articles: course-reader add pack TITLE" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize("bare", [False, True])
def test_every_file_names_a_schema_that_is_there(tmp_path: Path, bare: bool) -> None:
    root = tmp_path / "a"
    assert main(["new", str(root), *(["--bare"] if bare else [])]) == FINE
    made = [path for path in (*root.glob("corpus/**/*.*"), *root.glob("glossary/*/*.md")) if path.stem != "index"]
    assert len(made) == (0 if bare else 6)
    for path in made:
        [line] = [x for x in path.read_text(encoding="utf-8").splitlines() if x.startswith("# yaml-language-server")]
        assert (path.parent / line.partition("$schema=")[2]).resolve().is_file()
    editor = load((root / ".vscode/settings.json").read_text(encoding="utf-8")).value
    assert isinstance(editor, dict)
    assert [(root / name).is_file() for name in editor["yaml.schemas"]] == [True]  # type: ignore[union-attr]


def test_on_a_terminal_a_build_without_a_pack_makes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from course_reader.commands.build import Built

    root = tmp_path / "a"
    assert main(["new", str(root), "--bare"]) == FINE
    assert main(["--root", str(root), "add", "article", "Talks"]) == FINE
    runs = iter(([], ["_build/pdf/all-articles.pdf"]))
    monkeypatch.setattr("course_reader.commands.build.build", lambda *a, **k: Built(next(runs)))
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: "")
    assert main(["--root", str(root), "build", "pdf"]) == FINE
    assert "added corpus/packs/all-articles.md" in capsys.readouterr().out
    assert "../talks/article" in (root / "corpus/packs/all-articles.md").read_text(encoding="utf-8")
