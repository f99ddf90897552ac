"""The direction in which a language is written."""

from __future__ import annotations

import pytest

from course_reader.pages.languages import direction, spoken


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("AR-EG", "rtl"),
        ("fa_IR", "rtl"),
        ("az-Arab", "rtl"),
        ("ur-Latn", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_tag_says_in_which_direction_a_text_is_read(tag: str, expected: str) -> None:
    assert direction(tag) == expected


def test_only_words_of_another_language_than_those_around_them_are_marked() -> None:
    assert spoken("ar", "en") == {"lang": "ar", "dir": "rtl"}
    assert spoken("EN", "en") == {}
