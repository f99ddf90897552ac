"""Texts made ready for proposals."""

from __future__ import annotations

from course_reader.text.propose.reading import read, small_words
from course_reader.text.propose.records import SourceText


def test_what_has_an_entry_is_blotted_out_and_everything_keeps_its_place() -> None:
    [text] = read([SourceText("a", "Putin met Dahl.", taken=((0, 5),))])
    assert text.text == "||||| met Dahl."


def test_evidence_is_the_sentence_in_the_words_of_the_text() -> None:
    source = SourceText(
        "a", "It rained.\n\nPutin met\nDahl’s aide. They left.", taken=((12, 17),), paragraphs=((12, 50, 2),)
    )
    [text] = read([source])
    at = text.text.index("Dahl")
    row = text.evidence(at, at + 4)
    assert (row.text, row.paragraph, row.sentence) == ("a", 2, "Putin met Dahl’s aide.")


def test_small_words_are_those_that_are_never_names() -> None:
    assert small_words(read([SourceText("a", "The boats met Boats.")])) == {"boats", "met"}
