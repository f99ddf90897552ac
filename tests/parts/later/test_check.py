"""Later events name their sources, and take no side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from libraries import make_shelf
from readers import article

from course_reader.model.problems import Code
from course_reader.parts.later.check import check

ONE = "corpus/one/article"
EVENTS = """
  - date: 2023
    text: The regime
      fell.
    sources: [war]
  - date: 2024
    text: It rained.
    sources: [wra]
  - date: 2025
    text: It snowed."""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            {"sources": ["war"]},
            [(Code.LOADED_WORD, 7), (Code.DANGLING_SOURCE, 12), (Code.NO_SOURCE, 13)],
        ),
        ({}, [(Code.LOADED_WORD, 7)]),
        ({"reader_loaded_words": []}, []),
    ],
    ids=["with a bibliography", "without one", "without a list of words"],
)
def test_each_event_is_looked_at(tmp_path: Path, more: dict[str, Any], expected: list[tuple[Code, int]]) -> None:
    shelf = make_shelf({f"{ONE}.md": article("T.", what_happened_next=EVENTS)}, tmp_path, **more)
    found = list(check(shelf.at(ONE)))

    assert [(problem.code, problem.line) for problem in found] == expected
    assert {problem.path for problem in found} <= {f"{ONE}.md"}
