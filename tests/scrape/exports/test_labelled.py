"""Lines of exports."""

from __future__ import annotations

import pytest

from course_reader.scrape.exports.labelled import lines_of, paragraphs, value_of


@pytest.mark.parametrize(
    ("line", "value"),
    [("BYLINE: Lena Marsh", ("who", "Lena Marsh")), ("Byline:", ("who", "")), ("The byline: none", None), ("x", None)],
)
def test_a_label_and_its_value(line: str, value: tuple[str, str] | None) -> None:
    assert value_of(line, {"byline": "who"}) == value


def test_lines_keep_their_numbers_in_the_whole() -> None:
    assert [(line.number, line.text) for line in lines_of("one\n\ntwo\n", 11)] == [(11, "one"), (13, "two")]


def test_a_number_at_the_start_of_a_paragraph_stays() -> None:
    assert [piece.text for piece in paragraphs(lines_of("1. One thing.\n\nAnother.", 1))] == [
        "1. One thing.",
        "Another.",
    ]
