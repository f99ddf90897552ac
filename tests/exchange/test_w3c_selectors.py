"""The ways in which an exported note identifies its words."""

from __future__ import annotations

from typing import Any

import pytest

from course_reader.exchange.w3c_selectors import lost_place, quote, selectors
from course_reader.model.note import Note
from course_reader.text.paragraphs import NumberedText, Paragraph

FIRST, SECOND = "No and no.", "A second paragraph."
TEXT = NumberedText(f"{FIRST}\n\n{SECOND}", (Paragraph(1, "p1", 0, 10), Paragraph(2, "p2", 12, 31)))


def kinds(span: tuple[int, int]) -> list[str]:
    return [selector["type"] for selector in selectors(TEXT, span)]


def test_words_in_a_paragraph_have_quote_position_and_paragraph() -> None:
    whole, position, fragment = selectors(TEXT, (14, 20))
    assert (whole["exact"], position["start"], position["end"]) == ("second", 14, 20)
    assert (fragment["value"], fragment["refinedBy"]) == ("p2", {"type": "TextQuoteSelector", "exact": "second"})


def test_words_across_paragraphs_have_no_paragraph() -> None:
    assert kinds((7, 20)) == ["TextQuoteSelector", "TextPositionSelector"]


def test_a_whole_paragraph_needs_no_words() -> None:
    assert "refinedBy" not in selectors(TEXT, (12, 31))[2]


def test_repeated_words_of_a_paragraph_have_their_context() -> None:
    text = NumberedText("no and no", (Paragraph(1, "p1", 0, 9),))
    assert selectors(text, (7, 9))[2]["refinedBy"]["prefix"] == "no and "


def test_an_empty_context_is_left_out() -> None:
    assert quote("a", "", "b") == {"type": "TextQuoteSelector", "exact": "a", "suffix": "b"}


LOST = {"quote": "gone", "prefix": "all is", "paragraph": 4}


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (Note(body="B", original={"lost": LOST}), ("gone", "all is", 4)),
        (Note(body="B", original={"lost": {"quote": "gone", "paragraph": True, "prefix": 7}}), ("gone", None, None)),
        (Note(body="B", quote="here", original={"lost": LOST}), ("here", None, None)),
        (Note(body="B", original={"lost": "gone"}), (None, None, None)),
        (Note(body="B"), (None, None, None)),
    ],
)
def test_a_lost_place_is_that_of_the_import(note: Note, expected: tuple[Any, ...]) -> None:
    found = lost_place(note)
    assert (found.quote, found.prefix, found.paragraph) == expected
