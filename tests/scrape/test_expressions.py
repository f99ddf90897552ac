"""A regular expression that is compiled later does what a compiled one does."""

from __future__ import annotations

import re

import pytest

from course_reader.scrape.expressions import expression


def test_it_does_what_a_compiled_one_does() -> None:
    made, compiled = expression(r"(?P<w>[a-z]+)", re.I), re.compile(r"(?P<w>[a-z]+)", re.I)
    for _ in range(2):
        assert made.findall("One two") == compiled.findall("One two")
        assert made.sub("x", "One two", count=1) == "x two"
        assert [match["w"] for match in made.finditer("One two")] == ["One", "two"]
        assert made.fullmatch("One two") is None
    assert (made.pattern, made.flags, made.groups) == (compiled.pattern, compiled.flags, compiled.groups)


def test_a_wrong_one_is_told_when_it_is_used() -> None:
    made = expression("(")
    with pytest.raises(re.error):
        made.match("x")


def test_what_patterns_do_not_have_is_not_there() -> None:
    with pytest.raises(AttributeError):
        made = expression("x")
        made.nothing  # type: ignore[attr-defined]  # noqa: B018
