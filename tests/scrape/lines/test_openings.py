"""What a pattern can begin with is never less than what it matches."""

from __future__ import annotations

import re

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from course_reader.scrape.lines.openings import opening, openings
from course_reader.scrape.words import table

FURNITURE = [pattern for row in table("furniture.yaml") for pattern in row["patterns"]]


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("menu", "m"),
        ("menu|home", "mh"),
        ("(?:our |the )*newsletter", "otn"),
        ("a?b{0,2}c", "abc"),
        ("ab?c", "a"),
        ("(?:a|)b", "ab"),
        ("(?:a?|b)+c", "abc"),
        (r"\(?c\)", "(c"),
        (r"\d+ views", {r"\d"}),
        ("подпи(?:ска|шитесь)", "п"),
        ("Straße", "s"),
    ],
)
def test_what_a_pattern_begins_with_is_told(pattern: str, begins: str | set[str]) -> None:
    assert openings(pattern) == frozenset(begins)


@pytest.mark.parametrize(
    "pattern", ["", "a?", "a|", ".b", "[ab]c", r"\w+", "(?!a)b", "(?<=a)b", "(?:a?|.)b", "a?[bc]", "^a"]
)
def test_what_may_begin_with_anything_is_told(pattern: str) -> None:
    assert openings(pattern) is None


@pytest.mark.parametrize(
    ("one", "other"), [("s", "ſ"), ("i", "İ"), ("i", "ı"), ("k", "\u212a"), ("μ", "µ"), ("ä", "Ä")]
)
def test_letters_that_a_pattern_takes_for_one_begin_alike(one: str, other: str) -> None:
    assert re.fullmatch(one, other, re.I)
    assert opening(one) == opening(other)


@settings(max_examples=examples(300))
@given(
    st.sampled_from(FURNITURE).flatmap(
        lambda p: st.tuples(st.just(p), st.from_regex(re.compile(p, re.I), fullmatch=True))
    )
)
def test_whatever_matches_a_pattern_of_the_table_begins_with_one_of_its_openings(found: tuple[str, str]) -> None:
    pattern, text = found
    letters = openings(pattern)
    assert letters is None or opening(text) in letters
