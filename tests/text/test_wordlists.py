"""The English word lists: whole, and with the words that the rules rely on."""

from __future__ import annotations

import calendar

import pytest

from course_reader.text import wordlists


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("DAYS", ["Monday", "Sunday"], ["May"]),
        ("MONTHS", ["January", "Sept", "Dec"], ["Monday"]),
        ("OFFICES", ["President", "Mr", "Deputy"], ["Prime"]),
        ("RANKS", ["Prime", "Former", "Deputy"], ["President"]),
        ("TITLES", ["Prime", "President"], ["Monday"]),
        ("DEMONYMS", ["Armenian", "Swedish", "Qatari"], ["Armenia"]),
        ("STARTERS", ["A", "However", "Your"], ["Graz"]),
        ("OTHER_PLACES", ["North", "Wilsonian"], ["Central"]),
        ("PREFIXES", ["anti", "now", "half"], ["Jean"]),
        ("ABBREVIATIONS", ["Mr", "approx", "resp", "vs"], ["the"]),
        ("INSTITUTIONS", ["Academy", "Times", "Weekly"], ["Talks"]),
    ],
)
def test_a_list_has_its_words_and_no_others(name: str, inside: list[str], outside: list[str]) -> None:
    words = getattr(wordlists, name)
    assert words.issuperset(inside)
    assert not words.intersection(outside)
    assert all(word.replace("-", "").isalpha() for word in words)


def test_all_days_and_months_are_there() -> None:
    assert set(calendar.day_name) == wordlists.DAYS
    assert {*calendar.month_name[1:], *calendar.month_abbr[1:]} < wordlists.MONTHS
    assert wordlists.TITLES == wordlists.OFFICES | wordlists.RANKS
