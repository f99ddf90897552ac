"""Which characters an edit of a list replaces, and what it refuses."""

from __future__ import annotations

import pytest

from course_reader.files.yaml_edits import ListEditor, apply, fresh
from course_reader.files.yaml_places import UnclearError
from course_reader.files.yaml_tree import parse


def editor(text: str) -> ListEditor:
    tree = parse(text)
    assert tree.root
    found = tree.root.pair("k")
    assert found
    return ListEditor(tree, "\n", *found)


def test_edits_are_made_from_the_last_to_the_first() -> None:
    assert apply("abcd", [(0, 1, "xx"), (3, 4, ""), (2, 2, "-")]) == "xxb-c"


def test_inserting_adds_characters_at_one_place_and_replaces_none() -> None:
    text = "k:\n  - a: 1\n  - a: 2\n"
    for index in range(3):
        (edits,) = editor(text).insert(index, {"a": 9}, short=False)
        assert [(start, end) for start, end, _ in edits] == [(edits[0][0], edits[0][0])]


def test_a_removal_is_offered_with_and_without_its_blank_line() -> None:
    text = "k:\n  - a: 1\n\n  - a: 2\n\n  - a: 3\n"
    ways = [apply(text, way) for way in editor(text).remove(1)]
    assert ways == ["k:\n  - a: 1\n\n  - a: 3\n", "k:\n  - a: 1\n\n\n  - a: 3\n"]


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("k:\n  - a: 1  # b\n", "k:\n  - a: 2  # b\n"),
        ("k: [{a: 1}]\n", "k: [{a: 2}]\n"),
        ("k:\n  - a:\n    b: 1\n", "k:\n  - a: 2\n    b: 1\n"),
        ("k: [{a}]\n", "k: [{a: 2}]\n"),
        ("k: [{a: }]\n", "k: [{a: 2 }]\n"),
        ("k:\n  - a: |\n      # no comment\n      x\n", "k:\n  - a: 2\n"),
        ("k:\n  - a:  # why\n      x\n", "k:\n  - a: 2  # why\n"),
    ],
)
def test_a_new_value_takes_the_place_of_the_old(text: str, changed: str) -> None:
    assert apply(text, editor(text).change(0, "a", 2, ())) == changed


@pytest.mark.parametrize(
    ("text", "order", "changed"),
    [
        ("k:\n  - b: 1\n    d: 2\n", ("a", "b", "c", "d"), "k:\n  - b: 1\n    c: 9\n    d: 2\n"),
        ("k:\n  - d: 2\n", ("c", "d"), "k:\n  - c: 9\n    d: 2\n"),
        ("k:\n  - b: 1\n", (), "k:\n  - b: 1\n    c: 9\n"),
        ("k: [{}]\n", (), "k: [{c: 9}]\n"),
        ("k: [{d: 2}]\n", ("c", "d"), "k: [{c: 9, d: 2}]\n"),
        ("k: [{b: 1}]\n", ("b", "c"), "k: [{b: 1, c: 9}]\n"),
    ],
)
def test_a_new_key_goes_where_the_order_says(text: str, order: tuple[str, ...], changed: str) -> None:
    assert apply(text, editor(text).change(0, "c", 9, order)) == changed


def test_an_item_without_keys_cannot_get_one() -> None:
    with pytest.raises(UnclearError) as caught:
        editor("k:\n  - words\n").change(0, "a", 1, ())
    assert (caught.value.at, caught.value.message) == (7, "the item has no keys")


def test_a_list_below_a_new_key_is_indented_as_the_file_is() -> None:
    text = "  a: 1\n"
    assert apply(text, fresh(parse(text), "k", {"b": 2}, False, "\n")) == "  a: 1\n  k:\n    - b: 2\n"
    assert apply("", fresh(parse(""), "k", {"b": 2}, True, "\n")) == "k:\n  - {b: 2}\n"


def test_a_file_in_brackets_gets_no_new_key() -> None:
    with pytest.raises(UnclearError, match="written in brackets"):
        fresh(parse("{a: 1}"), "k", {"b": 2}, False, "\n")
