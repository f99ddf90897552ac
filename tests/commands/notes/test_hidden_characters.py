"""Hidden characters in every field of a note: they are left out and reported, and export and import agree."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands.notes.test_round_trip import (
    BODY,
    bring,
    exported,
    holds_hidden,
    on_words,
    prove_round_trip,
    shelf,
)
from readers import article, make_reader

from course_reader.cli import FINE, PROBLEMS, main
from course_reader.commands.check import check
from course_reader.files.yaml_lines import YamlError, load
from course_reader.files.yaml_write import UnwritableError, inline
from course_reader.model.note import Note, notes_of
from course_reader.model.problems import Code, Problem

#: one or more of each class of characters that no note may hold
HIDDEN = {
    "NUL": "\x00",
    "C0": "\x01\x08\x1b",
    "DEL": "\x7f",
    "C1": "\x80\x84\x86\x9f",
    "byte order mark": "\ufeff",
    "embeddings and overrides": "\u202a\u202b\u202c\u202d\u202e",
    "isolates": "\u2066\u2067\u2068\u2069",
    "marks for ruby": "\ufff9\ufffa\ufffb",
    "noncharacters": "\ufdd0\ufdef\ufffe\uffff",
    "noncharacters of other planes": "\U0001fffe\U0001ffff\U0010fffe\U0010ffff",
}
#: unusual line ends: they become a line end or a space, which loses nothing and needs no problem
LINE_ENDS = {
    "CR": "\r",
    "CRLF": "\r\n",
    "VT": "\v",
    "FF": "\f",
    "separators": "\x1c\x1d\x1e\x1f",
    "NEL": "\x85",
    "LINE SEPARATOR": "\u2028",
    "PARAGRAPH SEPARATOR": "\u2029",
}
#: characters that look like nothing and are needed in ordinary writing
NEEDED = {
    "no-break space": "\u00a0",
    "soft hyphen": "\u00ad",
    "joiners": "\u200b\u200c\u200d\u2060",
    "marks of direction": "\u200e\u200f\u061c",
    "variation": "\ufe0f",
    "private use": "\ue000\U000f0000",
}
GROUPS = {"hidden": HIDDEN, "line ends": LINE_ENDS, "needed": NEEDED}

NAME = "n-00000001"


def original(**kept: Any) -> dict[str, Any]:
    return {"original": {"id": "https://tool.example/a/1", "format": "w3c", "kept": kept}}


def layer(key: str, text: str) -> dict[str, Any]:
    files = on_words("May")
    files["lena"]["layer"] |= {key: text}
    return files


#: a file with a text in each field
FIELDS = {
    "quote": lambda text: on_words(text),
    "quote of a place": lambda text: on_words(f"the {text}mayor"),
    "prefix": lambda text: on_words("May", prefix=text),
    "suffix": lambda text: on_words("talks will go on", suffix=text),
    "prefix of words that are gone": lambda text: on_words("no such words", prefix=text, paragraph=2),
    "body": lambda text: on_words("May", body=text),
    "by": lambda text: on_words("May", by=text),
    "tags": lambda text: on_words("May", tags=[text, "a"]),
    "created": lambda text: on_words("May", created=text),
    "modified": lambda text: on_words("May", modified=text),
    "text_hash": lambda text: on_words("May", text_hash=text),
    "original": lambda text: on_words("May", **original(odd=text)),
    "a key of original": lambda text: on_words("May", **original(**{f"k{text}": [1, text]})),
    "title": lambda text: layer("title", text),
    "author": lambda text: layer("author", text),
    "language": lambda text: layer("language", text),
}
#: the key that a problem names, where it is not the field's name
KEY = {"quote of a place": "quote", "prefix of words that are gone": "prefix", "a key of original": "original"}


def layers(field: str, texts: Iterable[str]) -> dict[str, Any]:
    """Files of notes: for each text a layer with a note that has it in a field."""
    files = {}
    for number, text in enumerate(texts):
        file = FIELDS[field](text)["lena"]
        file["notes"][0]["id"] = f"n-{number:08x}"
        files[f"layer {number:02}"] = file
    return files


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("field", FIELDS)
def test_a_note_goes_out_and_comes_back_the_same(field: str, group: str) -> None:
    """The characters alone, at both ends, and within: the place depends on the text without them."""
    kinds = GROUPS[group].values()
    prove_round_trip(layers(field, (text for c in kinds for text in (c, f"{c}a{c}", f"a{c}b c"))))


@pytest.mark.parametrize("field", FIELDS)
def test_one_problem_names_the_key_and_the_character_with_its_line(tmp_path: Path, field: str) -> None:
    characters = [character for kind in HIDDEN.values() for character in kind]
    problems = problems_of(tmp_path, layers(field, (f"a{character}b" for character in characters)))
    assert [problem.code for problem in problems] == [Code.HIDDEN_CHARACTER] * len(characters)
    key = KEY.get(field, field)
    for problem, character in zip(problems, characters, strict=True):
        assert problem.message.startswith(f"{key} holds U+{ord(character):04X}, ")
        lines = (tmp_path / problem.path).read_text(encoding="utf-8").splitlines()
        assert lines[problem.line - 1].lstrip("- ").startswith(f"{key}:")


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_is_said_of_what_loses_nothing(tmp_path: Path, field: str) -> None:
    characters = [character for kind in (LINE_ENDS | NEEDED).values() for character in kind]
    assert problems_of(tmp_path, layers(field, (f"a{character}b" for character in characters))) == []


def problems_of(root: Path, files: dict[str, Any]) -> list[Problem]:
    """The problems of files of notes."""
    write(root, files)
    return shelf(root).articles[0].noted.problems


def write(root: Path, files: dict[str, Any]) -> None:
    folder = root / "corpus" / "harbour" / "notes"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def test_what_people_need_to_write_is_kept(tmp_path: Path) -> None:
    text = f"a{''.join(NEEDED.values())}b"
    write(tmp_path, on_words("May", body=text))
    assert json.loads(exported(tmp_path))["first"]["items"][0]["body"][0]["value"] == text


def test_a_complaint_names_many_characters_by_number(tmp_path: Path) -> None:
    text = "".join(HIDDEN.values())
    (problem,) = problems_of(tmp_path, on_words("May", body=text))
    assert problem.message.startswith("body holds U+0000, U+0001, U+0008, U+001B and ")
    assert f"and {len(text) - 4} others, " in problem.message
    assert "\n" not in problem.message


@pytest.mark.parametrize("key", ["id", "kind", "in_reply_to"])
def test_in_a_value_of_a_fixed_form_a_hidden_character_is_a_wrong_value(tmp_path: Path, key: str) -> None:
    right = {"id": "n-00000001", "kind": "question", "in_reply_to": "n-00000001"}[key]
    problems = problems_of(tmp_path, on_words("May", **{key: f"{right}\x1b"}))
    assert [problem.code for problem in problems] == [Code.BAD_VALUE]


def test_whoever_makes_a_note_of_it_has_no_hidden_character() -> None:
    original = {"k\x7f": ["\ufeff", {"l": "\x9f"}]}
    note = Note(quote="a\x1b", by="\u202eb", tags=("\x00c",), body="d\u2028e", original=original)
    assert (note.quote, note.by, note.tags, note.body) == ("a", "b", ("c",), "d\ne")
    assert note.original == {"k": ["", {"l": ""}]}


def test_notes_that_are_no_list_are_one_problem() -> None:
    found: list[Problem] = []
    notes_of(load("layer: x\nnotes: 3\n"), "a.yaml", found)
    assert {problem.code for problem in found} == {Code.BAD_VALUE}


# -- halves of characters, which no file can hold


@pytest.mark.parametrize("escape", ["\\ud800", "\\udfff", "\\U0000d83d"])
def test_half_a_character_in_a_file_is_one_problem_with_its_line(tmp_path: Path, escape: str) -> None:
    folder = tmp_path / "corpus" / "harbour" / "notes"
    folder.mkdir(parents=True)
    (folder / "lena.yaml").write_text(f'notes:\n  - quote: May\n    body: "a{escape}"\n', encoding="utf-8")
    (problem,) = shelf(tmp_path).articles[0].noted.problems
    assert (problem.code, problem.line) == (Code.YAML, 3)
    assert "half" in problem.message
    assert problem.message.endswith("remove it")


def test_half_a_character_is_never_written() -> None:
    with pytest.raises(UnwritableError, match=r"half a character \(U\+D83D\)"):
        inline("a\ud83d")


def test_characters_that_yaml_does_not_allow_are_one_problem_with_their_line() -> None:
    for character in "\x00\x08\x1b\x7f\x80\x9f\ufffe\uffff":
        with pytest.raises(YamlError) as caught:
            load(f"notes:\n  - body: a{character}b\n")
        assert caught.value.line == 2
        assert f"U+{ord(character):04X}, which YAML does not allow; remove it" in caught.value.message


# -- texts and names of files that hold them


@pytest.mark.parametrize("character", ["\x07", "\u202e", "\ufeff", "\ufdd0"])
def test_notes_on_a_text_that_holds_one_are_kept_without_it(tmp_path: Path, character: str) -> None:
    """The text is not the note's: its words are found, exported and imported, and the note's file holds none of it."""
    text = f"The {character}talks went on. A dis{character}pute of forty years was not settled."
    files = {
        "corpus/harbour/article.md": article(text),
        "corpus/harbour/notes/lena.yaml": "notes:\n  - {quote: A dispute of forty years, body: Why?}\n",
    }
    make_reader(tmp_path, files)
    assert main(["--root", str(tmp_path), "notes", "fix", "harbour"]) == FINE
    path = tmp_path / "corpus" / "harbour" / "notes" / "lena.yaml"
    fixed = load(path.read_text(encoding="utf-8")).value
    assert "text_hash" in fixed["notes"][0]
    assert not holds_hidden(fixed)
    out = tmp_path / "x.json"
    assert main(["--root", str(tmp_path), "notes", "export", "harbour", "-o", str(out)]) == FINE
    first = out.read_bytes()
    item = json.loads(first)["first"]["items"][0]
    assert item["target"]["selector"][0]["exact"] == "A dispute of forty years"
    path.unlink()
    assert main(["--root", str(tmp_path), "notes", "import", str(out)]) == FINE
    assert main(["--root", str(tmp_path), "notes", "export", "harbour", "-o", str(out)]) == FINE
    assert out.read_bytes() == first
    assert [p for p in check(tmp_path) if p.code is Code.HIDDEN_CHARACTER] == []


def test_a_layer_keeps_its_title_whatever_its_file_is_called(tmp_path: Path) -> None:
    write(tmp_path / "one", {"a  b": {"layer": {"title": "Two spaces"}, "notes": [{"id": NAME, "body": "b"}]}})
    data = exported(tmp_path / "one")
    assert bring(tmp_path / "other", data).problems == []
    assert exported(tmp_path / "other") == data
    assert b"Two spaces" in data


# -- at the command line


def test_the_commands_say_it_and_end_as_they_do_with_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_reader(tmp_path, {"corpus/harbour/article.md": article(BODY)})
    write(tmp_path, on_words("May", body="a\x1bb"))
    out = tmp_path / "x.json"
    assert main(["--root", str(tmp_path), "notes", "export", "harbour", "-o", str(out)]) == PROBLEMS
    said = capsys.readouterr().err
    assert "corpus/harbour/notes/lena.yaml:7: body holds U+001B, which nobody can see and no note may hold;" in said
    out.write_text(out.read_text(encoding="utf-8").replace('"ab"', '"a\\u202eb"'), encoding="utf-8")
    (tmp_path / "corpus" / "harbour" / "notes" / "lena.yaml").unlink()
    assert main(["--root", str(tmp_path), "notes", "import", str(out)]) == PROBLEMS
    assert f"{out}: it holds U+202E, " in capsys.readouterr().err
    assert [note["body"] for note in read_notes(tmp_path)] == ["ab"]


def read_notes(root: Path) -> list[dict[str, Any]]:
    path = root / "corpus" / "harbour" / "notes" / "lena.yaml"
    found: list[dict[str, Any]] = load(path.read_text(encoding="utf-8")).value["notes"]
    return found
