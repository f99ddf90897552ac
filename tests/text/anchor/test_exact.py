"""Exact matches of a quote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.anchor.exact import occurrences, surrounded
from course_reader.text.anchor.flat import Needle


@pytest.mark.parametrize(
    ("words", "text", "starts"),
    [
        ("ana", "banana", [1, 3]),
        ("the pier", "the pier and the pier", [0, 13]),
        ("aa", "aaaa", [0, 1, 2]),
        ("Pier", "the pier", []),
        ("", "the pier", []),
        ("pier", "", []),
    ],
)
def test_every_place_is_found_overlapping_ones_too(words: str, text: str, starts: list[int]) -> None:
    assert occurrences(words, text) == [(start, start + len(words)) for start in starts]


@given(st.text("ab", max_size=12), st.text("ab", min_size=1, max_size=3))
def test_places_are_those_where_the_words_are(text: str, words: str) -> None:
    assert occurrences(words, text) == [(at, at + len(words)) for at in range(len(text)) if text[at:].startswith(words)]


TEXT = "old pier, new pier (pier) - a pier"


def test_the_context_may_begin_and_end_with_the_text() -> None:
    assert surrounded(Needle("pier", "(", ")"), "(pier)", [(1, 5)]) == [(1, 5)]
    assert surrounded(Needle("pier", "the", "is"), "the pier is", [(4, 8)]) == [(4, 8)]


@pytest.mark.parametrize(
    ("prefix", "suffix", "starts"),
    [
        ("", "", [4, 14, 20, 30]),
        ("new", "", [14]),
        (" new ", "", [14]),
        ("", ", new", [4]),
        ("", " (pier", [14]),
        ("", "(pier ", [14]),
        ("new pier (", ") -", [20]),
        ("(", "", [20]),
        ("old", ")", []),
        ("an old", "", []),
        ("- a", "", [30]),
        ("a", " at sea", []),
        ("w", "", [14]),
    ],
)
def test_the_context_has_to_be_there_in_full(prefix: str, suffix: str, starts: list[int]) -> None:
    needle = Needle("pier", prefix, suffix)
    assert [start for start, _ in surrounded(needle, TEXT, occurrences("pier", TEXT))] == starts
