"""Errors in a file of annotations are collected, counted and raised together."""

from __future__ import annotations

import pytest

from course_reader.exchange.complaints import Complaint, Complaints, Malformed, shown


def test_an_error_is_printed_with_its_place() -> None:
    assert str(Complaint("rows[3].target", "it is missing")) == "rows[3].target: it is missing"
    assert str(Complaint("", "the file is empty", 1)) == "the file is empty"


def test_nothing_is_raised_without_an_error() -> None:
    found = Complaints()
    found.end()
    assert (found.count, found.found) == (0, [])


def test_all_errors_are_raised_together() -> None:
    found = Complaints()
    found.add("a", "one")
    found.add("", "two")
    with pytest.raises(Malformed, match="a: one; two") as caught:
        found.end()
    assert [complaint.message for complaint in caught.value.complaints] == ["one", "two"]


def test_more_than_fifty_are_only_counted() -> None:
    found = Complaints()
    for _ in range(53):
        found.add("a", "wrong")
    assert found.count == 53
    with pytest.raises(Malformed) as caught:
        found.end()
    assert [str(complaint) for complaint in caught.value.complaints[49:]] == ["a: wrong", "and 3 more errors"]


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
