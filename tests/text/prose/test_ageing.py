"""Phrases that describe the present and may soon be out of date."""

from __future__ import annotations

import pytest

from course_reader.text.prose.ageing import signs_of_today


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("He is still president.", "is still"),
        ("The treaty has not been signed.", "has not been"),
        ("Today the office is closed.", "Today"),
        ("It has not\nyet come into force.", "has not yet"),
        ("The plan remains open.", "remains"),
        ("The fuel is expected to reach the town.", "is expected to"),
        ("They still hold the hill.", "still hold"),
        ("He was president until 2018.", None),
        ("In these days rockets flew.", None),
        ("The remains of a plane were found.", None),
        ("People still fled in May 1994.", None),
    ],
)
def test_what_can_change_is_noticed(text: str, sign: str | None) -> None:
    assert signs_of_today(text) == sign
