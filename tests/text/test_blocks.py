"""Fenced blocks and headings in the source of a text."""

from __future__ import annotations

import pytest

from course_reader.text.blocks import first_heading, open_block


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Text.\n", None),
        ("```\ncode\n```\n", None),
        ("```{note}\nText.\n", (0, "```")),
        ("````{note}\n```\ncode\n```\n````\n", None),
        ("````{note}\n```\ncode\n````\n", None),
        ("```\n````\n", None),
        ("~~~\n```\n", (0, "~~~")),
        (":::{note}\nText.\n:::\n\n::::{grid}\n:::{card}\n", (4, "::::")),
        ("Use ``` in a line.\n", None),
        ("``` and ``` are signs\n", None),
        ("    ```\n", None),
        ("- item\n  ```\n  code\n  ```\n", None),
    ],
)
def test_a_block_ends_with_its_own_fence(text: str, found: tuple[int, str] | None) -> None:
    assert open_block(text) == found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# One\n", 0),
        ("#One\n", None),
        ("## Two\n", None),
        ("```\n# comment\n```\n", None),
        ("Words\n=====\n", 0),
        ("\n=====\n", None),
        ("Text.\n\n  # One\n", 2),
        ("    # code\n", None),
    ],
)
def test_headings_of_the_first_level_are_outside_blocks(text: str, line: int | None) -> None:
    assert first_heading(text) == line
