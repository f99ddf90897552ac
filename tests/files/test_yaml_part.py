"""The YAML of a file and what surrounds it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from course_reader.files.yaml_part import SpliceError, YamlPart
from course_reader.files.yaml_places import Edit
from course_reader.files.yaml_tree import YamlTree


@pytest.mark.parametrize(
    ("text", "front_matter", "parts"),
    [
        ("a: 1\n", False, ("", "a: 1\n", "")),
        ("\ufeffa: 1\n", False, ("\ufeff", "a: 1\n", "")),
        ("---\na: 1\n---\nText\n", True, ("---\n", "a: 1\n", "---\nText\n")),
        ("---\r\na: 1\r\n---\r\n", True, ("---\r\n", "a: 1\r\n", "---\r\n")),
        ("Text\n", True, ("---\n", "", "---\nText\n")),
    ],
)
def test_a_file_is_its_head_its_yaml_and_its_tail(text: str, front_matter: bool, parts: tuple[str, str, str]) -> None:
    part = YamlPart.of(text, front_matter)
    assert (part.head, part.text, part.tail) == parts
    assert part.newline == ("\r\n" if "\r" in text else "\n")
    assert part.first_line == 1 + front_matter


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: [\n", 2, "did not find expected"),
        ("- a\n", 1, "it should consist of `key: value` lines"),
        ("a: 1\nb: 2\rc: 3\n", 2, "the line ends with a lone carriage return"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, line: int, message: str) -> None:
    with pytest.raises(SpliceError) as caught:
        YamlPart.of(text, False)
    assert caught.value.line == line
    assert caught.value.message.startswith(message)


def test_an_item_has_to_exist() -> None:
    part = YamlPart.of("a: 1\nk:\n  - x\n", False)
    assert part.items("k", 0) == ["x"]
    assert part.items("k", 1, new_item=True) == ["x"]
    assert part.items("other", 0, new_item=True) == []
    with pytest.raises(SpliceError) as caught:
        part.items("k", 1)
    assert (caught.value.line, caught.value.message) == (2, "`k` has 1 items, so there is no item 2")
    with pytest.raises(SpliceError, match="`a` should be a list"):
        part.items("a", 0)


def test_the_first_edits_that_do_what_is_meant_are_taken() -> None:
    part = YamlPart.of("k:\n  - x  # c\n  - y\n", False)

    def ways(tree: YamlTree) -> Iterator[list[Edit]]:
        yield [(5, 12, "")]  # loses the comment
        yield [(7, 8, "z")]  # changes an item
        yield [(3, 14, "  # c\n")]

    assert part.changed("k", 0, ways, lambda items: items.pop(0)) == "k:\n  # c\n  - y\n"


def test_without_such_edits_nothing_is_changed() -> None:
    part = YamlPart.of("a: 1\nk:\n  - x\n  - y\n", False)
    with pytest.raises(SpliceError) as caught:
        part.changed("k", 1, lambda tree: iter([[(0, 4, "a: 2")]]), lambda items: items.pop(1))
    assert caught.value.line == 4
    assert "was not made" in caught.value.message
