"""Positions of values and comments in a YAML text."""

from __future__ import annotations

import pytest
from files.yaml_cases import NOTES
from hypothesis import given
from hypothesis import strategies as st

from course_reader.files.yaml_lines import YamlError, load
from course_reader.files.yaml_tree import Node, line_end, line_start, parse


def written(text: str, node: Node) -> str:
    """The stretch of text that a value is written in."""
    return text[node.start : node.end]


def value_of(text: str, key: str) -> Node:
    root = parse(text).root
    assert root
    found = root.pair(key)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("text", "stretch", "kind", "style"),
    [
        ("a: b", "b", "scalar", ""),
        ("a: 'b c'  # d", "'b c'", "scalar", "'"),
        ('a: "b\\n"\n', '"b\\n"', "scalar", '"'),
        ("a: |\n  b\n  c\n\n\nd: 1\n", "|\n  b\n  c", "scalar", "|"),
        ("a: >-\n  b\n", ">-\n  b", "scalar", ">"),
        ("a: |+\n  b\n\nd: 1\n", "|+\n  b\n", "scalar", "|"),
        ("a: [b, c]  # d", "[b, c]", "list", ""),
        ("a: {b: c}\n", "{b: c}", "mapping", ""),
        ("a:\n  - b\n  - c\n\nd: 1", "- b\n  - c", "list", ""),
        ("x: &b 1\na: *b\n", "*b", "alias", ""),
    ],
)
def test_a_value_is_where_it_is_written(text: str, stretch: str, kind: str, style: str) -> None:
    node = value_of(text, "a")
    assert (written(text, node), node.kind, node.style) == (stretch, kind, style)


def test_a_value_that_is_left_out_takes_no_room() -> None:
    node = value_of("a:\nb: 1\n", "a")
    assert node.start == node.end


def test_brackets_are_told_from_lines() -> None:
    assert value_of("a: [1]", "a").flow
    assert not value_of("a:\n  - 1", "a").flow


def test_keys_and_values_are_pairs_in_order() -> None:
    root = parse("b: 1\na: 2\n").root
    assert root
    assert [(key.value, value.value) for key, value in root.pairs()] == [("b", "1"), ("a", "2")]
    assert root.pair("c") is None


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("# a\nb: c  # d\n", ["# a", "# d"]),
        ("b: c#d\n", []),
        ("b: 'c # d'\n", []),
        ('b: "c # d" # e', ["# e"]),
        ("b: |\n  # c\n  d\n# e\n", ["# e"]),
        ("b: |  # c\n  # d\n", ["# c"]),
        ("b: [c,  # d\n  e]  # f\n", ["# d", "# f"]),
        ("b: c\r\n# d\r\n", ["# d"]),
        ("", []),
    ],
)
def test_comments_are_found_where_a_number_sign_begins_one(text: str, comments: list[str]) -> None:
    tree = parse(text)
    assert [text[start:end] for start, end in tree.comments] == comments


def test_comments_are_asked_for_by_the_place_where_they_begin() -> None:
    tree = parse("# a\nb: c  # d\n")
    assert tree.comments_in(0, 4) == [(0, 3)]
    assert tree.comments_in(1, 20) == [(10, 13)]


@pytest.mark.parametrize(("at", "start", "end"), [(0, 0, 2), (1, 0, 2), (2, 2, 3), (3, 3, 4), (4, 3, 4)])
def test_lines_are_found_around_a_place(at: int, start: int, end: int) -> None:
    text = "a\n\nb"
    assert (line_start(text, at), line_end(text, at)) == (start, end)


def test_a_long_file_has_each_scalar_in_its_place() -> None:
    tree = parse(NOTES)
    todo = [tree.root]
    plain = []
    while todo:
        node = todo.pop()
        assert node
        todo += node.children
        if node.kind == "scalar" and not node.style and "\n" not in written(NOTES, node):
            plain.append((written(NOTES, node), node.value))
    assert len(plain) > 20
    assert [stretch for stretch, _ in plain] == [value for _, value in plain]


@given(st.text("a: -[]{}|>'\"\n #", max_size=30))
def test_whatever_can_be_read_has_places_inside_the_text(text: str) -> None:
    try:
        load(text)
    except YamlError:
        return
    tree = parse(text)
    todo = [tree.root] if tree.root else []
    assert all(0 <= start < end <= len(text) for start, end in tree.comments)
    while todo:
        node = todo.pop()
        assert 0 <= node.start <= node.end <= len(text)
        todo += node.children
