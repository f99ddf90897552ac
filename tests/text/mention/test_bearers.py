"""Who bears a name in a text."""

from __future__ import annotations

from datetime import date

import pytest

from course_reader.text.mention.bearers import Bearers, has_office
from course_reader.text.mention.names import Name

FATHER = Name("Vik", "father", "people", start=date(1921, 1, 1), end=date(1994, 1, 1), full=False)
SON = Name("Vik", "son", "people", start=date(1955, 1, 1), full=False)
LATE = date(2024, 3, 2)


def test_a_stranger_keeps_a_name_until_an_entry_is_named_again_in_a_later_paragraph() -> None:
    bearers = Bearers("Kamran Vik came.\n\nErik Vik came.\n\nVik spoke.", LATE)
    nobody, son = frozenset[str](), frozenset({"son"})
    assert bearers.stranger_has("Vik", 40, son) is False
    bearers.meet("Vik", 7)
    assert bearers.stranger_has("Vik", 40, nobody) is True
    assert bearers.stranger_has("Vik", 40, son) is True
    bearers.name("son", 23)
    assert bearers.stranger_has("Vik", 40, son) is False
    bearers.meet("Vik", 26)
    assert bearers.stranger_has("Vik", 40, son) is None


@pytest.mark.parametrize(
    ("text", "named", "day", "entry"),
    [
        ("So Vik spoke.", {}, LATE, "son"),
        ("So Vik spoke.", {}, date(1980, 1, 1), None),
        ("So Vik spoke.", {}, None, None),
        ("Anders Vik died. Vik spoke.", {"father": 0}, LATE, "son"),
        ("Anders Vik came. Vik spoke.", {"father": 0}, LATE, None),
        ("Anders Vik came.\n\nVik spoke.", {"father": 0}, LATE, "son"),
        ("Anders Vik met Erik Vik. Vik spoke.", {"father": 0, "son": 15}, LATE, "son"),
        ("In 1968 Vik spoke.", {}, LATE, "father"),
        ("In 2010 Vik spoke.", {}, LATE, "son"),
        ("Anders Vik came. Vik spoke.", {"father": 0}, date(1980, 1, 1), "father"),
    ],
)
def test_dates_outrank_who_was_named_before(
    text: str, named: dict[str, int], day: date | None, entry: str | None
) -> None:
    bearers = Bearers(text, day)
    for one, start in named.items():
        bearers.name(one, start)
    assert bearers.decide([FATHER, SON], text.rindex("Vik")) == entry


def test_a_single_bearer_is_meant_at_any_time() -> None:
    assert Bearers("Vik spoke.", date(1900, 1, 1)).decide([SON], 0) == "son"


def test_offices() -> None:
    name = Name("Vik", "son", "people", offices=("Minister of Trade", "Prime Minister of Norway"))
    titles = ("Minister", "General", "Judge", "President", "Premier", "Mr", "Banana")
    assert [has_office(name, title) for title in titles] == [True, False, False, None, True, None, None]
    assert has_office(SON, "General") is None
