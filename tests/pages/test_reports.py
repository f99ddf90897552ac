"""Problems become warnings of Sphinx, with their place; hints do not."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from course_reader.model.problems import Code, Problem
from course_reader.pages.reports import logger, report


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(logger, "warning", lambda message, **more: found.append((message, more)))
    return found


@pytest.mark.parametrize(
    ("path", "line", "place"),
    [
        ("docs/a.md", 3, "/r/docs/a.md:3"),
        ("docs/a.md", 0, "/r/docs/a.md:1"),
        ("", 0, None),
        ("/x/a.md", 2, "/x/a.md:2"),
    ],
)
def test_a_problem_has_its_place(
    told: list[tuple[str, dict[str, Any]]], path: str, line: int, place: str | None
) -> None:
    problem = Problem(path, line, Code.YAML, "m")
    report(problem, Path("/r"))

    [(message, more)] = told
    assert (message, more["location"]) == ("m", place)
    assert (more["type"], more["subtype"]) == ("reader", "yaml")
    assert more["extra"]["reader_problem"] is problem


def test_a_per_cent_sign_in_a_message_stays(told: list[tuple[str, dict[str, Any]]]) -> None:
    report(Problem("a.md", 1, Code.YAML, "100% of %s"), Path("/r"))
    record = logging.LogRecord("x", logging.WARNING, "", 0, told[0][0], (), None)

    assert (told[0][0] % ()) == "100% of %s"
    assert record.msg == told[0][0]


def test_a_hint_is_left_to_check(told: list[tuple[str, dict[str, Any]]]) -> None:
    report(Problem("a.md", 1, Code.NEVER_NAMED, "m"), Path("/r"))
    assert told == []
