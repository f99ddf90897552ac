"""Which numbered paragraph a character of a text is in."""

from __future__ import annotations

import pytest

from course_reader.text.anchor import text_hash
from course_reader.text.paragraphs import NumberedText, Paragraph, paragraph_at

TEXT = "Heading\n\nThe pier 😀.\n\nThe mill."
PIER = Paragraph(1, "p1", 9, 20)
MILL = Paragraph(2, "p2", 22, 31)


@pytest.mark.parametrize(
    ("offset", "expected"),
    [(0, None), (8, None), (9, PIER), (19, PIER), (20, None), (21, None), (22, MILL), (30, MILL), (31, None)],
)
def test_a_character_is_in_the_paragraph_that_begins_before_it_and_ends_behind_it(
    offset: int, expected: Paragraph | None
) -> None:
    assert paragraph_at((PIER, MILL), offset) == expected
    assert NumberedText(TEXT, (PIER, MILL)).paragraph_at(offset) == expected


def test_offsets_count_code_points() -> None:
    assert [TEXT[p.start : p.end] for p in (PIER, MILL)] == ["The pier 😀.", "The mill."]


def test_a_text_without_paragraphs_has_none_anywhere() -> None:
    assert paragraph_at((), 0) is None
    assert NumberedText("A word.").paragraph_at(3) is None


def test_a_text_is_known_by_its_hash() -> None:
    assert NumberedText("A word.").hash == NumberedText("A word.", (Paragraph(1, "p1", 0, 7),)).hash
    assert NumberedText("A word.").hash == text_hash("A word.") != NumberedText("A word!").hash
