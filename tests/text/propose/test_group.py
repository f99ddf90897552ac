"""A group of names: its heading, and whether it is a person's."""

from __future__ import annotations

from collections import Counter

import pytest

from course_reader.text.propose.group import Group, Used, is_person
from course_reader.text.propose.uses import Use


@pytest.mark.parametrize(
    ("names", "heading"),
    [
        ({"Solheim": 4, "Ingrid Solheim": 1}, "Ingrid Solheim"),
        ({"WHO": 9, "World Health Organization": 1}, "World Health Organization"),
        ({"Russia": 6, "Russian Federation": 1}, "Russia"),
        ({"US": 4, "United States": 1}, "United States"),
        ({"Karabakh": 8, "Nagorno-Karabakh": 3}, "Nagorno-Karabakh"),
        ({"STRAIT NEWS AGENCY": 1}, "Strait News Agency"),
        ({"NATO": 1}, "NATO"),
    ],
)
def test_the_heading_is_the_fullest_name(names: dict[str, int], heading: str) -> None:
    assert Group(Counter(names)).heading == heading


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Olav Brekke", True),
        ("Varren Strait", False),
        ("Buenos Aires", False),
        ("Union of Pilots", False),
        ("Brekke", False),
    ],
)
def test_people_are_told_by_their_names(name: str, expected: bool) -> None:
    assert is_person(Group(Counter({name: 1}))) is expected


def test_an_office_makes_a_person() -> None:
    assert is_person(Group(Counter({"Anna Bridge": 1}), [Used(0, Use("Anna Bridge", 6, 17, "Mayor"))]))


def test_a_group_takes_another() -> None:
    one = Group(Counter({"A": 1}), [Used(0, Use("A", 0, 1))])
    one.take(Group(Counter({"B": 2}), [Used(2, Use("B", 0, 1))]))
    assert one.names == Counter({"A": 1, "B": 2})
    assert one.texts == [0, 2]
