"""Ordinary English words."""

from __future__ import annotations

import pytest

from course_reader.text.english import LONGEST, graded_words, word_uses


@pytest.mark.parametrize(
    ("word", "uses"),
    [("port", "nof"), ("abandon", "vf"), ("eleven", "nof"), ("harrow", "vo")],
)
def test_what_a_word_is(word: str, uses: str) -> None:
    assert word_uses(word) == uses


@pytest.mark.parametrize(
    "word", ["armenia", "paris", "dorothy", "nato", "aliyev", "dungeoneering", "Port", "café", "a" * 99, ""]
)
def test_names_and_what_is_no_english_word_are_none(word: str) -> None:
    assert word_uses(word) == ""


def test_no_word_of_the_list_is_longer() -> None:
    assert graded_words().get_max_word_len() <= LONGEST
