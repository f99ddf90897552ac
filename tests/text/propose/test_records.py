"""The order of proposals."""

from __future__ import annotations

from course_reader.text.propose.records import ProposedEntry, SourceText


def test_what_more_texts_name_comes_first() -> None:
    often = ProposedEntry("B", "people", texts=("one",), mentions=9)
    widely = ProposedEntry("C", "people", texts=("one", "two"), mentions=2)
    once = ProposedEntry("A", "people", texts=("one",), mentions=1)
    assert sorted([often, once, widely], key=lambda one: one.rank) == [widely, often, once]


def test_a_text_knows_its_paragraphs() -> None:
    text = SourceText("a", "One.\n\nTwo.", paragraphs=((0, 4, 1), (6, 10, 2)))
    assert [text.paragraph_at(offset) for offset in (0, 4, 7)] == [1, None, 2]
