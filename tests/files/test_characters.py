"""Invisible characters are found, removed and named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.files.characters import hidden_in, named, with_plain_lines, without_hidden


@pytest.mark.parametrize(
    ("text", "left", "hidden"),
    [
        ("plain\ttext\n", "plain\ttext\n", []),
        ("evil\u202etxt.exe", "eviltxt.exe", ["\u202e"]),
        ("\x1b[31m\x1b", "[31m", ["\x1b"]),
        ("half \ud83d", "half �", ["\ud83d"]),
        ("\ufeffa\ufdd0b\U0001fffe", "ab", ["\ufeff", "\ufdd0", "\U0001fffe"]),
        ("a\u200d\u00ad\u00a0b", "a\u200d\u00ad\u00a0b", []),
    ],
)
def test_only_what_nobody_sees_goes(text: str, left: str, hidden: list[str]) -> None:
    assert without_hidden(text) == left
    assert hidden_in(text) == hidden


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1e", "\x1f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_the_same(end: str) -> None:
    assert with_plain_lines(f"a{end}b") == "a\nb"


@pytest.mark.parametrize(
    ("characters", "names"),
    [
        ("\x1b", "U+001B"),
        ("\x1b\u202e\x1b", "U+001B and U+202E"),
        ("\x01\x02\x03\x04\x05", "U+0001, U+0002, U+0003, U+0004 and U+0005"),
        ("\x01\x02\x03\x04\x05\x06\x07", "U+0001, U+0002, U+0003, U+0004 and 3 others"),
    ],
)
def test_characters_are_named_by_their_numbers(characters: str, names: str) -> None:
    assert named(characters) == names


@given(st.text())
def test_nothing_hidden_is_left(text: str) -> None:
    assert hidden_in(without_hidden(text)) == []
