"""Levels of the European Framework."""

from __future__ import annotations

from course_reader.model.level import Level


def test_levels_are_in_the_order_of_their_difficulty() -> None:
    assert [level.name for level in sorted(Level)] == ["A1", "A2", "B1", "B2", "C1", "C2"]
    assert max(Level.A2, Level.B1) is Level.B1
