"""Styles for screens and for print."""

from __future__ import annotations

import re

import pytest

from course_reader.maps.look import GREY, PAINT, PRINT, RIMMED, SCREEN


@pytest.mark.parametrize("name", sorted(PAINT))
def test_print_has_no_colours(name: str) -> None:
    colours = [value for value in PRINT.paint(name).values() if re.fullmatch("#[0-9a-f]{6}", value)]
    assert [colour for colour in colours if len({colour[1:3], colour[3:5], colour[5:]}) > 1] == []


def test_print_changes_colours_only() -> None:
    for name in PAINT:
        assert set(PRINT.paint(name)) >= set(SCREEN.paint(name))
    assert SCREEN.paint("map-lake")["stroke-width"] == PRINT.paint("map-lake")["stroke-width"]


def test_every_class_is_known() -> None:
    assert set(GREY) <= set(PAINT)
    assert set(PAINT) >= RIMMED
