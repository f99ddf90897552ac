"""Which mentions get a gloss: rules on values, without Sphinx."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.marks.records import Marked
from course_reader.views.glossing import choose

# entry, block, section
TEXT = [("a", 0, 0), ("b", 0, 0), ("a", 0, 0), ("a", 1, 0), ("b", 2, 1), ("a", 2, 1)]


def marks(rows: list[tuple[str, int, int]]) -> list[Marked]:
    return [Marked(entry, i * 5, i * 5 + 3, i, block, section) for i, (entry, block, section) in enumerate(rows)]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("first", [0, 1]),
        ("section", [0, 1, 4, 5]),
        ("paragraph", [0, 1, 3, 4, 5]),
        ("all", [0, 1, 2, 3, 4, 5]),
        ("none", []),
    ],
)
def test_a_policy_says_how_often_an_entry_is_glossed(policy, expected):
    assert [g.mention.group for g in choose(marks(TEXT), policy)] == expected


def test_each_gloss_has_an_address_of_its_own():
    glossed = choose(marks(TEXT), "all")

    assert [g.anchor for g in glossed][:4] == ["gloss-a", "gloss-b", "gloss-a-2", "gloss-a-3"]
    assert len({g.anchor for g in glossed} | {g.back for g in glossed}) == 2 * len(glossed)


rows = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 5), st.integers(0, 2)), max_size=30)


@given(rows)
def test_every_entry_that_is_named_is_glossed_exactly_once_under_the_first_policy(rows):
    glossed = choose(marks(rows), "first")

    assert [g.mention.entry for g in glossed] == list(dict.fromkeys(entry for entry, _, _ in rows))


@given(rows, st.sampled_from(["first", "section", "paragraph", "all"]))
def test_glosses_keep_the_order_of_the_text(rows, policy):
    groups = [g.mention.group for g in choose(marks(rows), policy)]

    assert groups == sorted(groups)
