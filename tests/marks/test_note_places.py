"""Where the words of a note are, and what its author is told if that is not sure."""

from __future__ import annotations

from pathlib import Path

import pytest
from libraries import make_shelf
from readers import article

from course_reader.marks.note_places import anchor_of, complaint, find, shortened
from course_reader.model.note import Note
from course_reader.model.problems import Code
from course_reader.text.anchor import Anchored, Reason, State, text_hash

ONE = "corpus/one/article"
TEXT = article("The talks went on.\n\nThen the talks on the harbour ended.", title="T")
PAGE = make_shelf({f"{ONE}.md": TEXT}).library.pages[ONE]


def place(note: Note, folder: Path = Path("nowhere")) -> tuple[str | None, Code | None]:
    """The words that are found, and what is complained of."""
    found = find(note, PAGE.text, PAGE.paragraphs, folder)
    wrong = complaint(note, found, PAGE.text, PAGE.paragraphs, "one")
    return PAGE.text[slice(*found.span)] if found.span else None, wrong[0] if wrong else None


@pytest.mark.parametrize(
    ("keys", "words", "code"),
    [
        ({"quote": "went on"}, "went on", None),
        ({"quote": "talks", "paragraph": 2}, "talks", None),
        ({"quote": "talks", "suffix": "went"}, "talks", None),
        ({"quote": "talks on the harbor ended"}, "talks on the harbour ended", Code.NOTE_CHANGED),
        ({"quote": "nobody ever wrote this"}, None, Code.NOTE_LOST),
        ({"quote": "harbour", "paragraph": 9}, None, Code.NOTE_LOST),
    ],
)
def test_a_quote_is_found_or_complained_of(keys: dict[str, object], words: str | None, code: Code | None) -> None:
    assert place(Note(body="B", **keys)) == (words, code)


def test_a_quote_of_half_a_character_marks_all_of_it() -> None:
    family = "👨\u200d👩\u200d👧"
    page = make_shelf({f"{ONE}.md": article(f"A family {family} went.", title="T")}).library.pages[ONE]
    for half in ("👨", "👩", "👧"):
        found = find(Note(body="B", quote=half), page.text, page.paragraphs, Path("nowhere"))
        assert found.span
        assert page.text[slice(*found.span)] == family


def test_a_quote_that_is_there_twice_needs_more() -> None:
    _, code = place(Note(body="B", quote="alks"))
    assert code is Code.NOTE_AMBIGUOUS


def test_a_number_beside_a_hash_is_one_of_another_text(tmp_path: Path) -> None:
    old = "The talks on the harbour ended."
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / f"{text_hash(old)}.txt").write_text(old, encoding="utf-8")
    note = Note(body="B", quote="harbour ended", paragraph=1, text_hash=text_hash(old))

    assert place(note, tmp_path)[0] == "harbour ended"
    assert find(note, PAGE.text, PAGE.paragraphs, tmp_path).state is State.EXACT


def test_a_lost_note_is_told_of_the_command_only_if_it_has_something_to_show() -> None:
    note = Note(body="B", quote="nobody ever wrote this")
    found = find(note, PAGE.text, PAGE.paragraphs, Path("nowhere"))
    wrong = complaint(note, found, PAGE.text, PAGE.paragraphs, "one")

    assert wrong is not None
    assert ("notes reanchor one" in wrong[1]) == bool(found.suggestions)


@pytest.mark.parametrize(
    ("found", "code", "words"),
    [
        (Anchored(State.EXACT, (3, 12)), None, ""),
        (Anchored(State.MOVED, (3, 12)), Code.NOTE_CHANGED, "notes reanchor one --write"),
        (Anchored(State.EDITED, (3, 12)), Code.NOTE_CHANGED, "“The talks”"),
        (Anchored(State.TIE, (3, 12)), Code.NOTE_AMBIGUOUS, "`paragraph`"),
        (Anchored(State.ORPHAN, None, Reason.AMBIGUOUS), Code.NOTE_AMBIGUOUS, "`suffix`"),
        (Anchored(State.ORPHAN, None, Reason.NOT_FOUND), Code.NOTE_LOST, "“old words”"),
        (Anchored(State.ORPHAN, None, Reason.DECOY), Code.NOTE_LOST, "“old words”"),
        (Anchored(State.ORPHAN, None, Reason.WEAK_CONTEXT), Code.NOTE_LOST, "“old words”"),
    ],
    ids=lambda value: f"{value.state} {value.reason or ''}".strip() if isinstance(value, Anchored) else "",
)
def test_whatever_became_of_the_words_is_told_in_a_sentence(found: Anchored, code: Code | None, words: str) -> None:
    wrong = complaint(Note(body="B", quote="old words"), found, PAGE.text, PAGE.paragraphs, "one")

    assert (wrong and wrong[0]) == code
    assert words in (wrong[1] if wrong else "")


def test_each_reason_for_a_lost_note_has_words_of_its_own() -> None:
    lost = (Anchored(State.ORPHAN, None, reason) for reason in Reason)
    told = {complaint(Note(body="B", quote="q"), found, PAGE.text, PAGE.paragraphs, "one") for found in lost}

    assert len(told) == len(Reason)


def test_an_anchor_is_what_the_note_says_of_its_place() -> None:
    anchor = anchor_of(Note(body="B", quote="q", prefix="p", paragraph=3, text_hash="t-0"))

    assert (anchor.quote, anchor.prefix, anchor.suffix, anchor.paragraph) == ("q", "p", "", 3)
    assert anchor_of(Note(body="B")).quote == ""


def test_long_words_are_shortened_for_a_message() -> None:
    assert shortened("two\n  words") == "two words"
    assert shortened("word " * 20).endswith(" …")
    assert len(shortened("word " * 20)) <= len("word " * 8)
