"""Given names and initials. In the examples, stars surround the name."""

from __future__ import annotations

import pytest

from course_reader.text.mention.context import Surroundings
from course_reader.text.mention.names import Name
from course_reader.text.mention.people import People
from course_reader.text.mention.search import Hit

NAMES = [
    Name("J. T. Crawford", "crawford", "people"),
    Name("Crawford", "crawford", "people", full=False),
    Name("Ada Quill", "quill", "people"),
    Name("Quill", "quill", "people", full=False),
    Name("Oslo", "council", "organisations", metonym=True),
]
PEOPLE = People(NAMES)


def place(marked: str) -> tuple[Surroundings, Hit, Name]:
    before, word, after = marked.split("*")
    start, end = len(before), len(before + word)
    name = next(name for name in NAMES if name.text == word)
    return Surroundings(before + word + after, {start}, {end}), Hit(start, end, (name,)), name


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("by J. *Crawford*", None),
        ("by J.T. *Crawford*", None),
        ("by J T *Crawford*", None),
        ("by J.R. *Crawford*", "initials"),
        ("by T. *Crawford*", "initials"),
        ("by A. *Quill*", None),
        ("by A.B. *Quill*", None),
        ("by Ada B. *Quill*", None),
        ("by Eve B. *Quill*", "inside-person"),
        ("So A. *Quill*", None),
        ("Ms *Quill*", None),
        ("Mr *Quill*", "inside-person"),
        ("by *Quill*", None),
    ],
)
def test_initials_and_titles_of_somebody_else(marked: str, reason: str | None) -> None:
    assert PEOPLE.why_not(*place(marked)) == reason


def test_a_name_with_an_initial_that_the_glossary_does_not_have() -> None:
    assert PEOPLE.start_with_initials(*place("by Ada B. *Quill*")) == 3
    assert PEOPLE.start_with_initials(*place("by Eve B. *Quill*")) is None
    assert PEOPLE.start_with_initials(*place("by *Quill*")) is None


def test_full_names_and_first_letters() -> None:
    assert PEOPLE.is_full("quill", "Ada Quill")
    assert not PEOPLE.is_full("quill", "Quill")
    assert not PEOPLE.is_full("council", "Oslo")
    assert (PEOPLE.initials("quill"), PEOPLE.initials("nobody")) == ({"A"}, frozenset())
