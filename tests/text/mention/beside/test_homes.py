"""Institutions and their namesakes abroad."""

from __future__ import annotations

import pytest

from course_reader.text.mention.beside.homes import Homes
from course_reader.text.mention.index import NameIndex
from course_reader.text.mention.names import Name

NAMES = [
    Name("National Assembly of Armenia", "assembly", "organisations"),
    Name("National Assembly", "assembly", "organisations"),
    Name("Supreme Court", "court", "organisations"),
]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Armenia's National Assembly met", ["assembly"]),
        ("the Armenian National Assembly met", ["assembly"]),
        ("Iran's National Assembly met", []),
        ("the Iranian National Assembly met", []),
        ("Ohio's Supreme Court met", []),
        ("the government's Supreme Court lawyer", ["court"]),
    ],
)
def test_the_country_before_a_plain_name_has_to_be_its_own(text: str, entries: list[str]) -> None:
    assert [m.entry for m in NameIndex(NAMES).find(text).mentions] == entries


def test_countries_that_begin_alike_are_not_taken_for_each_other() -> None:
    homes = Homes([Name("Parliament of Austria", "parliament", "organisations")])
    assert homes.is_own("parliament", "Austria")
    assert not homes.is_own("parliament", "Australian")
    assert not homes.is_own("nobody", "Austria")
