"""The block at the head of a Markdown file."""

from __future__ import annotations

import pytest

from course_reader.files.front_matter import read, split
from course_reader.files.yaml_lines import YamlError


def test_a_file_is_taken_apart_at_the_fences() -> None:
    front = read("---\ntitle: x\n# yaml-language-server: $schema=article.json\ndate: 2022\n---\n\nText.\n")
    assert front.document.value == {"title": "x", "date": 2022}
    assert front.document.line(("date",)) == 4
    assert front.body == "\nText.\n"
    assert front.body_line == 5


@pytest.mark.parametrize("text", ["", "Text.\n", "# Title\n---\n", " ---\na: b\n---\n", "--- a\n---\n"])
def test_a_file_without_a_block_is_all_body(text: str) -> None:
    front = read(text)
    assert (front.document.value, front.body, front.body_line) == ({}, text, 0)


@pytest.mark.parametrize("text", ["---\n---\n", "---\n\n# only a comment\n---\n", "---  \n...\n"])
def test_a_block_may_be_empty(text: str) -> None:
    front = read(text)
    assert front.document.value == {}
    assert front.body == ""


def test_a_block_may_end_the_file() -> None:
    assert split("---\na: b\n---") == ("a: b", 3)


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("---\ntitle: x\n\nText.\n", 1, "the front matter never ends; close it with a line of three hyphens (---)"),
        ("---", 1, "the front matter never ends; close it with a line of three hyphens (---)"),
        ("---\n- a\n- b\n---\n", 2, "it should consist of `key: value` lines"),
        ("---\njust words\n---\n", 2, "it should consist of `key: value` lines"),
        ("---\na: 1\na: 2\n---\n", 3, "the key 'a' is used twice here"),
    ],
)
def test_what_cannot_be_read_says_where(text: str, line: int, sentence: str) -> None:
    with pytest.raises(YamlError) as caught:
        read(text)
    assert (caught.value.line, caught.value.message) == (line, sentence)
