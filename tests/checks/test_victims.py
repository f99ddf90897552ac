"""Whose people a sentence about harm is about."""

from __future__ import annotations

import pytest

from course_reader.checks.victims import harmed, people_of

PEOPLE = people_of(["North: Northern, Northerners, North’s", "South: Southern, Southerners", "Isle: "])


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Ten Northerners died.", ["North"]),
        ("Ten Northern soldiers and a Southern nurse were killed.", ["North", "South"]),
        ("Northern forces took the town and shot its Southern inhabitants.", ["South"]),
        ("Northern armed forces killed ten people.", []),
        ("By Southern official sources 40 people were killed.", []),
        ("The South counted 40 dead, and North’s army none.", []),
        ("Rights of the Northerners were missing in the text.", []),
        ("Four Southerners went missing.", ["South"]),
        ("Northerners and Southerners spoke.", []),
        ("Two people of Isle were wounded.", ["Isle"]),
    ],
)
def test_the_victims_count_and_not_who_did_it_or_counted_them(sentence: str, sides: list[str]) -> None:
    assert list(harmed(sentence, PEOPLE)) == sides
