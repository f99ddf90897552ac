"""The problems of a file of annotations are collected, counted and raised together."""

from __future__ import annotations

import pytest

from course_reader.exchange.complaints import Complaints, MalformedError, refuse, shown
from course_reader.model.problems import Code


def test_nothing_is_raised_without_a_problem() -> None:
    found = Complaints()
    found.end()
    assert (found.count, found.found) == (0, [])


def test_all_problems_are_raised_together_with_their_places() -> None:
    found = Complaints("notes.json")
    found.add("rows[3].target", "it is missing")
    found.add("", "the file is empty", 7)
    with pytest.raises(MalformedError, match="it is missing; the file is empty") as caught:
        found.end()
    assert [(p.path, p.line, p.message) for p in caught.value.problems] == [
        ("notes.json", 0, "rows[3].target: it is missing"),
        ("notes.json", 7, "the file is empty"),
    ]
    assert {p.code for p in caught.value.problems} == {Code.ANNOTATION_FILE}


def test_more_than_fifty_are_only_counted() -> None:
    found = Complaints()
    for _ in range(53):
        found.add("a", "wrong")
    assert found.count == 53
    with pytest.raises(MalformedError) as caught:
        found.end()
    assert [problem.message for problem in caught.value.problems[49:]] == ["a: wrong", "and 3 more problems"]


def test_a_file_can_be_refused_as_a_whole() -> None:
    (problem,) = refuse("notes.json", "it is too large").problems
    assert str(problem) == "notes.json: it is too large [annotation-file]"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("words", "“words”"),
        (7, "“7”"),
        (["a"], "“['a']”"),
        ("a\x1b[31m\nb", "“a�[31m�b”"),
        ("x" * 40, f"“{'x' * 40}”"),
        ("x" * 41, f"“{'x' * 38} …”"),
    ],
)
def test_a_value_is_shown_short_and_without_control_characters(value: object, text: str) -> None:
    assert shown(value) == text
