"""Spans that would cut a character in two cover it."""

from __future__ import annotations

import pytest
import regex
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from course_reader.text.clusters import whole

FAMILY = "👨‍👩‍👧‍👦"
PARTS = [
    "a",
    " ",
    "\r\n",
    "e\u0301",
    FAMILY,
    "👍🏽",
    "🇦🇲",
    "🇦🇿",
    "각",
    "\u1112\u1161\u11ab",
    "क्षि",
    "❤️",
    "\u200d",
    "\u0301",
    "\u0600",
]


@pytest.mark.parametrize("character", [FAMILY, "👍🏽", "🇦🇲", "e\u0301", "❤️", "\r\n", "\u1112\u1161\u11ab"])
def test_any_part_of_a_character_becomes_all_of_it(character: str) -> None:
    text = f"Before {character} after"
    at = text.index(character)
    for start in range(at, at + len(character)):
        for end in range(start + 1, at + len(character) + 1):
            assert whole(text, start, end) == (at, at + len(character))


def test_two_flags_are_two_characters() -> None:
    assert whole("🇦🇲🇦🇿", 2, 3) == (2, 4)
    assert whole("🇦🇲🇦🇿", 1, 3) == (0, 4)


@settings(max_examples=examples(100))
@given(st.lists(st.sampled_from(PARTS), min_size=1).map("".join), st.data())
def test_a_span_begins_and_ends_between_characters_and_covers_what_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    edges = {0, *(found.end() for found in regex.finditer(r"\X", text))}
    first, last = whole(text, start, end)
    assert {first, last} <= edges
    assert first == max(edge for edge in edges if edge <= start)
    assert last == min(edge for edge in edges if edge >= end)
    assert whole(text, first, last) == (first, last)


def test_an_empty_span_stays() -> None:
    assert whole(FAMILY, 1, 1) == (1, 1)
