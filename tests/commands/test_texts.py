"""Texts that a build has kept: the same answers with Sphinx and without, and never a stale one."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader

from course_reader.cli import main
from course_reader.commands.command import FINE, PROBLEMS, WRONG_USE
from course_reader.commands.texts import kept
from course_reader.marks import kept_texts

FILES: dict[str, str | bytes | Path | None] = {
    "corpus/harbour/article.md": article(
        "Ann Lee met Borg in Oslo. Then Lee left “for good” — with “Ole”.\n\n```{include} more.txt\n```\n\n"
        "The {person}`Lee <ann-lee>` of old, {place}`oslo`, and Bergen Ferry Company.\n\n- Oslo\n- 𝒜 Lee 😀",
        date="2022-11-01",
    ),
    "corpus/harbour/more.txt": "More of Oslo, where Vidar Dahl lives.\n",
    "corpus/harbour/notes/me.yaml": "layer: {audience: public}\n"
    "notes:\n- {quote: met Borg, body: Where?}\n- {quote: nowhere, body: Lost.}\n",
    "corpus/empty/article.md": article("Nobody.", date="2022-11-02"),
    "glossary/people/ann-lee.md": entry("Ann Lee", aliases="[Lee]"),
    "glossary/people/borg.md": entry("Ida Borg", aliases="[Borg]"),
    "glossary/people/erik-borg.md": entry("Erik Borg", aliases="[Borg]"),
    "glossary/places/oslo.md": entry("Oslo"),
}


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return make_reader(tmp_path, FILES, "reader_gloss = 'paragraph'\n")


def said(reader: Reader, capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """The exit code of a command and everything that it says."""
    code = main(["--root", str(reader.root), *argv])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("builder", ["html", "epub", "dummy", "typst", "text"])
@pytest.mark.parametrize("conf", ["", "reader_glos = 'all'\nreader_level = 'B7'\n"], ids=["fine", "wrong settings"])
def test_answers_are_the_same_with_sphinx_and_without(
    builder: str, conf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reader = make_reader(tmp_path, FILES, conf)
    reader.build(builder)
    calls = [
        ["mentions", "harbour", "--json"],
        ["mentions", "corpus/empty/article"],
        ["mentions", "nowhere"],
        ["notes", "list", "--json"],
        ["notes", "list"],
        ["notes", "reanchor", "--json"],
    ]
    assert kept(tmp_path) is not None
    without = [said(reader, capsys, *call) for call in calls]
    shutil.rmtree(kept_texts.folder_of(tmp_path))
    for call, before in zip(calls, without, strict=True):
        shutil.rmtree(kept_texts.folder_of(tmp_path), ignore_errors=True)
        code, out, err = said(reader, capsys, *call)
        progress = [line for line in err.splitlines() if line.startswith(("Reading", "Writing"))]
        assert (code, out, [line for line in err.splitlines() if line not in progress]) == (
            before[0],
            before[1],
            before[2].splitlines(),
        )
    assert [code for code, *_ in without][:3] == [PROBLEMS if conf else FINE] * 2 + [WRONG_USE]
    answer = json.loads(without[0][1])
    assert {row["entry"] for row in answer["mentions"]} == {"ann-lee", "oslo"}
    assert [row["text"] for row in answer["ambiguous"]] == ["Borg"]
    assert "Vidar Dahl" in [row["text"] for row in answer["unknown"]]


Edit = dict[str, str | bytes | Path | None]


@pytest.mark.parametrize(
    "edit",
    [
        {"corpus/harbour/article.md": article("Ann Lee stayed.")},
        {"corpus/harbour/more.txt": "Other words.\n"},
        {"corpus/harbour/article.md": None},
        {"corpus/new/article.md": article("Ann Lee came.")},
        {"corpus/private/deep/article.md": article("Ann Lee came.")},
        {"corpus/away": Path("../elsewhere")},
        {"glossary/people/ann-lee.md": entry("Ann Lee", aliases="[Lee, Annie]")},
        {"glossary/people/ann-lee.md": entry("Ann Lee", aliases="[Lee]", gloss="Another gloss.")},
        {"glossary/people/new.md": entry("New")},
        {"glossary/places/oslo.md": None},
        {"conf.py": "raise SystemExit\n"},
        {"beside.py": "x = 1\n"},
        {"index.md": None},
    ],
    ids=lambda edit: " ".join(edit),
)
def test_what_a_text_depends_on_makes_it_stale(edit: Edit, reader: Reader) -> None:
    reader.write({"elsewhere/article.md": article("Ann Lee came.")})
    reader.build()
    assert kept(reader.root) is not None
    reader.write(edit)
    assert kept(reader.root) is None


@pytest.mark.parametrize("line", ["reader_gloss = 'all'", "reader_not_names = ['Ann Lee']", "language = 'de'"])
def test_settings_make_texts_stale(line: str, reader: Reader) -> None:
    reader.build()
    conf = reader.root / "conf.py"
    conf.write_text(f"{conf.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    assert kept(reader.root) is None


def test_notes_are_read_as_they_are_now(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    reader.build()
    reader.write({"corpus/empty/notes/me.yaml": "layer: {audience: public}\nnotes:\n- {quote: Nobody, body: Who?}\n"})
    assert kept(reader.root) is not None
    code, out, _ = said(reader, capsys, "notes", "list", "empty", "--json")
    assert (code, [note["state"] for note in json.loads(out)["notes"]]) == (FINE, ["exact"])


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _other(path: Path) -> None:
    path.write_bytes(b'["a", 1]')


def _old_form(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"form":', b'"from":').replace(b'"docname":', b'"document":'))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [_cut, _empty, _other, _old_form, _folder, Path.unlink])
@pytest.mark.parametrize("which", ["index", "article"])
def test_a_broken_file_is_read_again_and_mended(
    harm: Callable[[Path], None], which: str, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    reader.build()
    before = said(reader, capsys, "mentions", "harbour", "--json")
    name = kept_texts.INDEX if which == "index" else kept_texts.file_name("corpus/harbour/article")
    harm(kept_texts.folder_of(reader.root) / name)
    assert kept(reader.root, ["harbour"]) is None
    assert said(reader, capsys, "mentions", "harbour", "--json") == before
    if harm is not _folder:
        assert kept(reader.root) is not None


def test_a_build_with_other_settings_is_not_taken_for_one_without(reader: Reader) -> None:
    reader.build(reader_gloss="all")
    assert kept(reader.root) is None
    reader.build("dummy", language="de")
    assert kept(reader.root) is None
    reader.build("epub", reader_audience="class")
    assert kept(reader.root) is not None


def test_what_is_built_elsewhere_is_not_kept_here(tmp_path: Path, reader: Reader) -> None:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    with patch_docutils(reader.root), docutils_namespace():
        Sphinx(reader.root, reader.root, tmp_path / "out", tmp_path / "doctrees", "dummy", status=None).build()
    assert not (reader.root / "_build").exists()


def test_a_text_that_is_edited_while_it_is_read_is_not_kept(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    from course_reader.marks import marking

    real = marking.Marking.run

    def slow(self: marking.Marking) -> None:
        real(self)
        if self.docname == "corpus/harbour/article":
            path = reader.root / "corpus/harbour/article.md"
            path.write_text(article("Ann Lee stayed."), encoding="utf-8")
            later = time.time() + 5
            os.utime(path, (later, later))

    monkeypatch.setattr(marking.Marking, "run", slow)
    reader.build()
    assert kept(reader.root, ["empty"]) is not None
    assert kept(reader.root, ["harbour"]) is None


def test_an_edit_costs_the_file_of_its_article_only(reader: Reader) -> None:
    reader.build()
    folder = kept_texts.folder_of(reader.root)
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    reader.write({"corpus/harbour/article.md": article("Ann Lee stayed.")})
    reader.build()
    changed = {path.name for path in folder.iterdir() if before.get(path.name) != path.stat().st_mtime_ns}
    assert changed == {kept_texts.INDEX, kept_texts.file_name("corpus/harbour/article")}
    reader.write({"corpus/empty/article.md": None})
    reader.build()
    assert kept_texts.file_name("corpus/empty/article") not in {path.name for path in folder.iterdir()}


def test_a_folder_that_cannot_be_written_stops_no_build(reader: Reader) -> None:
    reader.write({"_build/texts": "in the way"})
    reader.build()
    assert (reader.root / "_build" / "html" / "corpus" / "harbour" / "article.html").is_file()
    assert kept(reader.root) is None
