"""`notes list`, `notes fix` and `notes reanchor` on real readers."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from readers import Reader, article, make_reader

from course_reader.cli import main
from course_reader.commands.check import check
from course_reader.commands.command import FINE, PROBLEMS, WRONG_USE
from course_reader.commands.notes.noted_articles import read
from course_reader.commands.notes.reanchor import proposals
from course_reader.files.yaml_lines import load
from course_reader.model.problems import Code, Problem
from course_reader.store.snapshots import read_snapshot, snapshot_files
from course_reader.text.anchor import State

TEXT = """
The talks began on Monday in the old customs house. The mayor spoke first, for an hour.

The governor had invited both mayors to her house in the hills. Nobody knows what she said there.

In the evening the talks ended without a treaty, and the mayors went home by bus.
"""

NOTES = """\
# My notes: do not lose this line.
layer: {title: Mine, audience: public}   # a layer
notes:
  # on the house
  - quote: 'the old customs house'
    body: "It stands there since 1931."   # I looked it up

  - quote: the talks
    paragraph: 3
    body: |
      Which talks?
  - {quote: "The governor had invited both mayors", kind: question, body: Why both?}
  - body: On the whole article.
  - id: n-00000001
    quote: words that are nowhere at all
    body: Lost.
"""
FILE = "corpus/a/notes/me.yaml"
OPEN = "layer: {audience: public}\n"


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    made = make_reader(tmp_path, {"corpus/a/article.md": article(TEXT)})
    (tmp_path / "corpus/a/notes").mkdir()
    (tmp_path / FILE).write_text(NOTES, encoding="utf-8")
    return made


def run(reader: Reader, capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, Any]]:
    code = main(["--root", str(reader.root), "notes", *argv, "--json"])
    return code, json.loads(capsys.readouterr().out)


def notes(reader: Reader, name: str = FILE) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load((reader.root / name).read_text(encoding="utf-8")).value["notes"]
    return found


def edit(reader: Reader, *changes: tuple[str, str]) -> None:
    path = reader.root / "corpus/a/article.md"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def bytes_of(reader: Reader) -> dict[str, bytes]:
    return {p.as_posix(): p.read_bytes() for p in (reader.root / "corpus").rglob("*") if p.is_file()}


def note_problems(reader: Reader) -> list[Problem]:
    return [p for p in check(reader.root) if p.path == FILE]


def test_fix_completes_what_is_sure_and_leaves_all_else(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    shown = [row["id"] for row in run(reader, capsys, "list")[1]["notes"]]
    code, answer = run(reader, capsys, "fix")
    assert code == PROBLEMS
    assert [(p["code"], p["line"]) for p in answer["problems"]] == [("note-lost", 25)]
    assert answer["files"] == [FILE]
    after = notes(reader)
    assert [note["id"] for note in after] == shown
    assert [note.get("paragraph") for note in after] == [1, 3, 2, None, None]
    assert (after[1]["prefix"], after[1]["suffix"][:27]) == (after[1]["prefix"], "ended without a treaty, and")
    assert after[1]["prefix"].endswith("In the evening")
    # Every line of the author is still there, in order; one note was written on one line, and still is.
    lines = iter((reader.root / FILE).read_text(encoding="utf-8").splitlines())
    kept = [line for line in NOTES.splitlines() if not line.startswith(("  - {", "  - quote", "  - body", "    quote"))]
    assert all(any(line == there for there in lines) for line in kept)
    assert {note.get("text_hash") for note in after[:3]} == {snapshot_files(reader.root / "corpus/a")[0].stem}
    assert read_snapshot(reader.root / "corpus/a", after[0]["text_hash"])
    # Once more changes nothing.
    before = bytes_of(reader)
    assert run(reader, capsys, "fix")[1]["notes"] == []
    assert bytes_of(reader) == before


def test_the_places_follow_the_text_when_the_author_says_so(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    run(reader, capsys, "fix")
    old = notes(reader)[0]["text_hash"]
    edit(
        reader,
        ("The talks began", "News of the day.\n\nThe talks began"),
        ("the old customs house", "the old custom-house"),
        ("The governor had invited both mayors to her house in the hills. Nobody knows what she said there.\n\n", ""),
    )
    untouched = bytes_of(reader)
    # A build and a check show what is certain and rewrite nothing.
    problems = note_problems(reader)
    assert [(p.code, p.line) for p in problems] == [
        (Code.NOTE_CHANGED, 6),
        (Code.NOTE_LOST, 21),
        (Code.NOTE_LOST, 25),
    ]
    assert "“the old custom-house” is; correct the quote, or accept the new text with" in problems[0].message
    reader.build()
    assert reader.texts("corpus/a/article", "//*[contains(@class, 'noted')]") == ["the talks"]
    code, answer = run(reader, capsys, "reanchor")
    assert code == PROBLEMS
    assert [(row["state"], row["action"], row["now"]) for row in answer["notes"]] == [
        ("edited", "take over", "the old custom-house"),
        ("exact", "refresh", "the talks"),
        ("orphan", "left", None),
        ("page", "none", None),
        ("orphan", "left", None),
    ]
    assert bytes_of(reader) == untouched
    code, answer = run(reader, capsys, "reanchor", "--write")
    assert code == PROBLEMS  # two notes still wait for a person
    after = notes(reader)
    assert (after[0]["quote"], after[0]["paragraph"]) == ("the old custom-house", 2)
    assert (after[1]["quote"], after[1]["paragraph"]) == ("the talks", 3)
    # The orphan stays as it is, and so does the text that it was made on.
    assert after[2]["quote"] == "The governor had invited both mayors"
    assert after[2]["text_hash"] == old
    assert answer["snapshots"]["dropped"] == []
    assert {path.stem for path in snapshot_files(reader.root / "corpus/a")} == {old, after[0]["text_hash"]}
    assert "# My notes: do not lose this line." in (reader.root / FILE).read_text(encoding="utf-8")
    assert [p.code for p in note_problems(reader)] == [Code.NOTE_LOST, Code.NOTE_LOST]


def test_a_strict_build_fails_until_every_note_has_its_place(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    (reader.root / FILE).write_text(f"{OPEN}notes:\n- {{quote: without a treaty, body: B}}\n", encoding="utf-8")
    assert run(reader, capsys, "fix")[0] == FINE
    strict = ["--root", str(reader.root), "build", "--strict"]
    assert main(strict) == FINE
    edit(reader, ("without a treaty", "without any treaty"))
    assert main(strict) == PROBLEMS
    assert "course-reader notes reanchor a --write" in capsys.readouterr().err
    assert run(reader, capsys, "reanchor", "--write")[0] == FINE
    assert main(strict) == FINE


def test_texts_that_no_note_names_are_dropped(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    (reader.root / FILE).write_text(f"{OPEN}notes:\n- {{quote: without a treaty, body: B}}\n", encoding="utf-8")
    assert run(reader, capsys, "fix")[0] == FINE
    [old] = snapshot_files(reader.root / "corpus/a")
    edit(reader, ("without a treaty", "without any treaty"))
    assert run(reader, capsys, "reanchor", "a")[0] == PROBLEMS
    code, answer = run(reader, capsys, "reanchor", "a", "--write")
    assert code == FINE
    assert answer["snapshots"]["dropped"] == [old.relative_to(reader.root).as_posix()]
    [kept] = snapshot_files(reader.root / "corpus/a")
    assert kept.stem == notes(reader)[0]["text_hash"]
    assert notes(reader)[0]["quote"] == "without any treaty"
    assert note_problems(reader) == []


def test_a_tie_is_taken_only_if_asked(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    run(reader, capsys, "fix")
    edit(reader, ("on Monday", "on Tuesday"))
    [noted] = read(reader.root, []).articles
    first = noted.notes[0]
    assert first.found
    noted.notes[0] = dataclasses.replace(first, found=dataclasses.replace(first.found, state=State.TIE))
    assert proposals(noted)[0].action == "left"
    taken = proposals(noted, ties=True)[0]
    assert (taken.action, taken.keys["text_hash"]) == ("take over", noted.text.hash)


def test_words_that_stand_there_twice_are_listed_with_their_places(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    (reader.root / FILE).write_text("notes:\n- {quote: the talks, body: B}\n", encoding="utf-8")
    edit(reader, ("The mayor spoke", "The mayor opened the talks"))
    _, answer = run(reader, capsys, "list")
    [row] = answer["notes"]
    assert (row["state"], row["reason"]) == ("orphan", "ambiguous")
    assert [(place["paragraph"], place["text"]) for place in row["suggestions"]] == [(1, "the talks"), (3, "the talks")]
    assert run(reader, capsys, "reanchor", "--write", "--ties")[1]["files"] == []


def test_people_get_a_table(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    run(reader, capsys, "fix")
    edit(reader, ("the old customs house", "the old custom-house"))
    assert main(["--root", str(reader.root), "notes", "reanchor"]) == PROBLEMS
    said = capsys.readouterr().out
    assert "  edited ¶1   " in said
    assert "“the old customs house” → “the old custom-house”" in said
    assert "3 notes can be brought up to date: course-reader notes reanchor --write" in said
    assert "1 note without a sure place" in said
    assert main(["--root", str(reader.root), "notes", "list", "a", "--layer", "me"]) == FINE
    assert "a: 5 notes" in capsys.readouterr().out


def test_wrong_use_is_told(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (["fix", "b"], ["reanchor", "b"], ["list", "b"]):
        assert main(["--root", str(reader.root), "notes", *argv]) == WRONG_USE
        assert "there is no article 'b'; there are: a" in capsys.readouterr().err
    assert main(["--root", str(reader.root), "notes", "list", "--layer", "yuo"]) == WRONG_USE
    assert "the set of notes 'yuo' does not exist; there are: me" in capsys.readouterr().err


def test_what_cannot_be_read_or_written_is_told_and_left(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    broken = reader.root / "corpus/a/notes/broken.yaml"
    broken.write_text("notes: [\n", encoding="utf-8")
    (reader.root / FILE).chmod(0o444)
    before = bytes_of(reader)
    code, answer = run(reader, capsys, "fix")
    assert code == PROBLEMS
    assert [p["code"] for p in answer["problems"]] == ["yaml", "notes-not-written", "note-lost"]
    assert "write-protected" in answer["problems"][1]["message"]
    assert {name: data for name, data in bytes_of(reader).items() if "snapshots" not in name} == before
