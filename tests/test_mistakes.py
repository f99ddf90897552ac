"""Whoever makes a frequent mistake is told where it is and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from mistakes import GROUND, MISTAKES, SETTINGS, Mistake
from readers import make_reader

from course_reader.commands.build import build
from course_reader.commands.check import check
from course_reader.model.problems import Problem

#: the file of each mistake; they all are in one reader, so that it is checked only once
PATHS = [mistake.path.replace("*", f"m{number}") for number, mistake in enumerate(MISTAKES)]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    root = tmp_path_factory.mktemp("mistakes")
    files: dict[str, str | bytes | Path | None] = {**GROUND}
    files |= {path: mistake.content for path, mistake in zip(PATHS, MISTAKES, strict=True)}
    make_reader(root, files, "bibtex_bibfiles = ['docs/sources.bib']")
    problems: dict[str, list[Problem]] = {}
    for problem in check(root):
        problems.setdefault(problem.path, []).append(problem)
    return problems


def test_there_are_at_least_sixty() -> None:
    assert len({mistake.what for mistake in MISTAKES}) == len(MISTAKES) >= 60


@pytest.mark.xdist_group("mistakes")
@pytest.mark.parametrize(("path", "mistake"), zip(PATHS, MISTAKES, strict=True), ids=[m.what for m in MISTAKES])
def test_a_mistake_is_named_with_its_place_and_its_cure(
    found: dict[str, list[Problem]], path: str, mistake: Mistake
) -> None:
    told = [(problem.line, problem.message) for problem in found.get(path, [])]
    assert any(line == mistake.line and mistake.cure in message for line, message in told), told


@pytest.mark.parametrize(("what", "line", "number", "cure"), SETTINGS, ids=[row[0] for row in SETTINGS])
def test_a_mistake_in_the_settings_is_named_too(tmp_path: Path, what: str, line: str, number: int, cure: str) -> None:
    make_reader(tmp_path, {}, line)
    problems = build(tmp_path, ["html"]).problems
    assert any(problem.line == number and cure in problem.message for problem in problems), problems
    assert all("Traceback" not in problem.message for problem in problems)
