"""The positions of items: hyphens, comments and blank lines."""

from __future__ import annotations

import pytest

from course_reader.files.yaml_places import ListPlaces, UnclearError, insertion
from course_reader.files.yaml_tree import parse

TEXT = """\
k:  # why
  # first
  - a: 1  # one

  # second
  # item
  - a: 2
  - a: 3
"""


def places(text: str) -> ListPlaces:
    tree = parse(text)
    assert tree.root
    found = tree.root.pair("k")
    assert found
    return ListPlaces(tree, "\n", *found)


def line(text: str, at: int) -> str:
    return text[at:].partition("\n")[0].strip()


def test_an_item_begins_at_its_hyphen_and_its_comments_above() -> None:
    found = places(TEXT)
    assert [line(TEXT, found.dash(i)) for i in range(3)] == ["- a: 1  # one", "- a: 2", "- a: 3"]
    assert [line(TEXT, found.above_comments(i)) for i in range(3)] == ["# first", "# second", "- a: 3"]


def test_blank_lines_between_items_are_known() -> None:
    found = places(TEXT)
    assert [found.parted(i) for i in range(3)] == [False, True, False]
    blank = found.blank_above(found.above_comments(1))
    assert blank is not None
    assert TEXT[blank] == "\n"
    assert found.blank_above(0) is None


def test_columns_and_colons_are_counted_in_characters() -> None:
    found = places("k :\n    - a: 1\n")
    assert found.column(found.dash(0)) == 4
    assert found.colon(found.key) == 2


def test_comments_of_what_is_removed_are_kept_on_lines() -> None:
    found = places(TEXT)
    start = found.dash(0)
    assert found.kept(start, found.below(found.items.children[0]), 2) == "  # one\n"
    assert found.kept(found.above_comments(1), found.dash(1), 2) == "  # second\n  # item\n"


@pytest.mark.parametrize(
    ("at", "count", "left"),
    [(0, 1, "k: [b, c]"), (1, 1, "k: [a, c]"), (2, 1, "k: [a, b]"), (0, 3, "k: []"), (1, 2, "k: [a]")],
)
def test_items_in_brackets_go_with_one_comma(at: int, count: int, left: str) -> None:
    text = "k: [a, b, c]"
    found = places(text)
    start, end, new = found.without(found.items.children, at, count)
    assert text[:start] + new + text[end:] == left


def test_what_is_written_in_another_way_is_refused_with_its_place() -> None:
    text = "k:\n- - a\n  - b\n"
    inner = parse(text)
    assert inner.root
    key, value = inner.root.pairs()[0]
    nested = ListPlaces(inner, "\n", key, value.children[0])
    assert line(text, nested.dash(0)) == "- - a"
    split = places("? k\n: [a]\n")
    with pytest.raises(UnclearError) as caught:
        split.colon(split.key)
    assert (caught.value.at, caught.value.message) == (2, "the colon of the key 'k' is not on the same line")


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("a: 1\n", [(5, 5, "b: 2\n")]),
        ("a: 1", [(4, 4, "\nb: 2\n")]),
        ("a: |\n  x", [(8, 8, "\nb: 2\n"), (4, 4, "-")]),
        ("a: |-\n  x", [(9, 9, "\nb: 2\n")]),
        ("a: |+\n  x", [(9, 9, "\nb: 2\n"), (4, 5, "-")]),
    ],
)
def test_lines_at_the_end_close_what_was_open(text: str, edits: list[tuple[int, int, str]]) -> None:
    assert insertion(parse(text), len(text), "b: 2\n", "\n") == edits
