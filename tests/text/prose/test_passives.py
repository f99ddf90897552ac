"""Passives that hide who acted."""

from __future__ import annotations

import pytest

from course_reader.text.prose.passives import hidden_actors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The town was badly damaged.", ["was badly damaged"]),
        ("Villages were shelled, and people were driven out.", ["were shelled", "were driven"]),
        ("The town was destroyed by shells.", []),
        ("The bridge was built in May.", []),
        ("Troops destroyed the town.", []),
        ("The town was burnt. By then all had left.", ["was burnt"]),
    ],
)
def test_a_passive_needs_an_actor(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in hidden_actors(text)] == found
