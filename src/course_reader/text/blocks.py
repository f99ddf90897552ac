"""Fenced blocks and headings in the source of a Markdown text, as far as an author can get them wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: the beginning of a block of code, or of a directive; backticks allow none after them
_OPENS = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,}|:{3,})")
_HEADING = re.compile(r" {0,3}#(?:[ \t]+\S|[ \t]*$)")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*$")


def _outside(lines: list[str], opened: list[tuple[int, str]]) -> Iterator[int]:
    """The lines outside all blocks, from 0; a block that is open at the end is left in `opened`."""
    for number, line in enumerate(lines):
        if opened:
            fence = opened[-1][1]
            closing = line.strip()
            if closing and set(closing) == {fence[0]} and len(closing) >= len(fence):
                opened.pop()
        elif found := _OPENS.match(line):
            opened.append((number, found["fence"]))
        else:
            yield number


def open_block(text: str) -> tuple[int, str] | None:
    """The line, from 0, and the fence of a block that never ends.

    >>> open_block("Text.\\n\\n```{note}\\nA note.\\n\\nMore text.\\n")
    (2, '```')
    >>> open_block("::::{grid}\\n:::{card}\\n:::\\n::::\\n") is None
    True
    """
    opened: list[tuple[int, str]] = []
    for _ in _outside(text.split("\n"), opened):
        pass
    return opened[-1] if opened else None


def first_heading(text: str) -> int | None:
    """The line, from 0, of the first heading of the first level.

    >>> first_heading("## Part\\n\\n# Title\\n"), first_heading("Title\\n=====\\n")
    (2, 0)
    """
    lines = text.split("\n")
    outside = set(_outside(lines, []))
    for number in sorted(outside):
        if _HEADING.match(lines[number]):
            return number
        if _UNDERLINE.match(lines[number]) and number - 1 in outside and lines[number - 1].strip():
            return number - 1
    return None
