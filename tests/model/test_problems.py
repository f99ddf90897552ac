"""Problems as records: how they are printed, sorted and handed to other programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.model.problems import Code, Problem, Severity, shown_path


@pytest.mark.parametrize("code", Code)
def test_every_problem_explains_itself_in_a_sentence(code: Code) -> None:
    assert code.about[0].isupper() or code.about[0] == "`"
    assert code.about.endswith(".")
    assert code.severity in Severity
    assert str(code) == code.value


def test_no_two_problems_have_one_explanation() -> None:
    assert len({code.about for code in Code}) == len(Code)


def test_a_problem_prints_the_place_that_it_has() -> None:
    assert str(Problem("a.md", 3, Code.YAML, "m")) == "a.md:3: m [yaml]"
    assert str(Problem("a.md", 0, Code.YAML, "m")) == "a.md: m [yaml]"
    assert str(Problem("", 0, Code.YAML, "m")) == "m [yaml]"


def test_problems_are_sorted_by_file_and_line() -> None:
    problems = [Problem(*place, Code.YAML, "m") for place in (("b.md", 1), ("a.md", 10), ("a.md", 2))]
    assert [(problem.path, problem.line) for problem in sorted(problems)] == [("a.md", 2), ("a.md", 10), ("b.md", 1)]


def test_other_programs_get_plain_values() -> None:
    assert Problem("a.md", 3, Code.NO_RIGHTS, "m").to_json() == {
        "code": "no-rights",
        "severity": "error",
        "path": "a.md",
        "line": 3,
        "message": "m",
    }


def test_paths_are_shown_below_the_reader_or_whole() -> None:
    assert shown_path(Path("/r/a/b.md"), Path("/r")) == "a/b.md"
    assert shown_path(Path("/x/b.md"), Path("/r")) == "/x/b.md"
