"""Longer names made by a word, a hyphen or a comma. In the examples, stars surround the name."""

from __future__ import annotations

import pytest

from course_reader.text.mention.beside.families import Family
from course_reader.text.mention.beside.longer import ampersand, joined, larger_place, of_after, of_before
from course_reader.text.mention.context import Surroundings
from course_reader.text.mention.names import Name


def place(marked: str) -> tuple[Surroundings, int, int]:
    before, name, after = marked.split("*")
    start, end = len(before), len(before + name)
    return Surroundings(before + name + after, {start}, {end}), start, end


GRAZ = Name("Graz", "graz", "places", country="Austria")


@pytest.mark.parametrize(
    ("marked", "is_other"),
    [
        ("the Duke of *Graz*", True),
        ("the gulf of *Graz*", True),
        ("the University of *Graz*", True),
        ("the Mayor of *Graz*", False),
        ("the Ministry of Foreign Affairs of *Graz*", False),
        ("the People's Republic of *Graz*", True),
        ("the Merchant of *Graz*", True),
        ("Merchants of *Graz*", False),
    ],
)
def test_a_head_before_of(marked: str, is_other: bool) -> None:
    assert (of_before(*place(marked), GRAZ, Family.PLACE) is not None) is is_other


def test_a_name_after_of_belongs_to_a_body_of_ordinary_words() -> None:
    times = Name("The Times", "times", "organisations")
    assert of_after(*place("*The Times* of Graz"), times, Family.PLAIN_BODY)
    assert not of_after(*place("*The Times* of Monday"), times, Family.PLAIN_BODY)
    assert not of_after(*place("*NATO* of Graz"), Name("NATO", "nato", "organisations"), Family.BODY)


@pytest.mark.parametrize(
    ("marked", "is_other"),
    [
        ("*Graz*-Umgebung", True),
        ("Linz-*Graz*", True),
        ("*Graz*-Vienna line", False),
        ("non-*Graz*", False),
        ("*Graz*-based", False),
    ],
)
def test_hyphens(marked: str, is_other: bool) -> None:
    assert (joined(*place(marked), GRAZ, Family.PLACE) is not None) is is_other


def test_firms() -> None:
    assert ampersand(*place("*Graz* & Sons"), GRAZ, Family.PLACE)
    assert ampersand(*place("Sons & *Graz*"), GRAZ, Family.PLACE)
    assert not ampersand(*place("*Graz* and Sons"), GRAZ, Family.PLACE)


@pytest.mark.parametrize(
    ("marked", "is_other"),
    [
        ("*Graz*, Idaho, voted", True),
        ("*Graz*, Tenn., voted", True),
        ("*Graz*, Spain.", True),
        ("*Graz*, Austria.", False),
        ("*Graz*, Idaho and Rome", False),
        ("*Graz*, Spain said", False),
        ("*Graz* voted", False),
    ],
)
def test_a_larger_place_after_a_comma(marked: str, is_other: bool) -> None:
    assert (larger_place(*place(marked), GRAZ, Family.PLACE) is not None) is is_other
