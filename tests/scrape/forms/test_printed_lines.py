"""The order, the paragraphs and the headline of a printed page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from course_reader.scrape.forms.printed_lines import PrintedLine, as_text, columns_of, in_reading_order, lines_of

LEFT, RIGHT = 50.0, 310.0


def _line(text: str, number: int, *, x: float = LEFT, size: float = 10) -> PrintedLine:
    return PrintedLine(text, x, 700 - 12 * number, size)


def _two_columns() -> tuple[list[PrintedLine], list[PrintedLine]]:
    left = [_line(f"left {number}", number) for number in range(8)]
    return left, [_line(f"right {number}", number, x=RIGHT) for number in range(8)]


class Made:
    """A page that hands out pieces of text with their places."""

    def __init__(self, pieces: list[PrintedLine]) -> None:
        self.pieces = pieces

    def extract_text(self, *, visitor_text: Callable[[str, Any, Any, Any, float], None]) -> str:
        for piece in self.pieces:
            visitor_text(piece.text, [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, piece.x, piece.y], None, piece.size)
        return ""


def test_columns_that_a_file_has_row_by_row_are_read_one_by_one() -> None:
    left, right = _two_columns()
    rows = [line for pair in zip(left, right, strict=True) for line in pair]
    assert columns_of(rows) == [LEFT, RIGHT]
    assert in_reading_order(rows) == [*left, *right]


def test_columns_in_their_order_stay() -> None:
    left, right = _two_columns()
    assert in_reading_order([*left, *right]) == [*left, *right]


def test_a_line_across_both_columns_is_between_what_is_above_and_below() -> None:
    left, right = _two_columns()
    across = PrintedLine("A headline that is set across both of the columns of a page", LEFT, 720, 20)
    rows = [across, *(line for pair in zip(left, right, strict=True) for line in pair)]
    assert in_reading_order(rows) == [across, *left, *right]


def test_the_cells_of_a_row_are_lines_of_their_columns() -> None:
    left, right = _two_columns()
    pieces = [line for pair in zip(left, right, strict=True) for line in pair]
    pieces = [PrintedLine(f"\n{p.text}" if p.x == LEFT else f" {p.text}", p.x, p.y, p.size) for p in pieces]
    assert [line.text for line in lines_of(Made(pieces))] == [line.text for line in (*left, *right)]


@pytest.mark.parametrize(
    ("second", "apart"),
    [
        (PrintedLine("two", LEFT, 664, 10), True),
        (PrintedLine("two", LEFT + 12, 676, 10), True),
        (PrintedLine("two", LEFT + 120, 676, 10), False),
        (PrintedLine("two", LEFT, 676, 10), False),
    ],
)
def test_a_paragraph_starts_after_a_distance_or_with_an_indent(second: PrintedLine, *, apart: bool) -> None:
    lines = [_line("zero", 0), _line("one", 1), second, *(_line(f"more {n}", n) for n in range(6, 12))]
    assert ("one\n\ntwo" in as_text([lines])) is apart


def test_the_largest_type_is_the_headline_on_as_many_lines_as_it_has() -> None:
    lines = [
        _line("Council Votes to", 0, size=24),
        _line("Rebuild Wall", 1, size=24),
        *(_line("text of the article, and more of it", n) for n in (2, 3)),
    ]
    assert as_text([lines]).startswith("# Council Votes to Rebuild Wall\n\ntext")


def test_the_name_of_a_paper_is_not_the_headline() -> None:
    lines = [_line("The Courier", 0, size=40), *(_line("words of the text", n) for n in (2, 3, 4))]
    assert as_text([lines]).startswith("The Courier\n\nwords")
