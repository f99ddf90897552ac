"""What an entry says on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from course_reader.model.entry import Agreement, Event, Kind, Organisation, Person, Place, happened

TERMS = [
    {"title": "Prime Minister of Armenia", "from": "2018-05-08", "to": "2018-10-16"},
    {"title": "Prime Minister of Armenia", "from": "2019-01-14", "to": ".."},
]


def person(roles: list[dict[str, Any]], **keys: Any) -> Person:
    return Person.model_validate({"name": "A B", "gloss": "g", "roles": roles, **keys})


@pytest.mark.parametrize(
    ("roles", "day", "line"),
    [
        pytest.param(
            TERMS[1:], "2020-07-12", "Prime Minister of Armenia since January 2019.", id="an office that lasts"
        ),
        pytest.param(
            TERMS,
            "2020-07-12",
            "Prime Minister of Armenia since January 2019, first in May 2018.",
            id="a second term",
        ),
        pytest.param(
            list(reversed(TERMS)),
            "2020-07-12",
            "Prime Minister of Armenia since January 2019, first in May 2018.",
            id="a second term, the newest first in the file",
        ),
        pytest.param(TERMS, "2018-06-01", "Prime Minister of Armenia since May 2018.", id="the first term"),
        pytest.param(TERMS, "2018-05-08", "Prime Minister of Armenia since May 2018.", id="the first day"),
        pytest.param(TERMS, "2018-10-16", "Prime Minister of Armenia since May 2018.", id="the last day"),
        pytest.param(TERMS, "2018-12-01", "Earlier Prime Minister of Armenia (2018).", id="between two terms"),
        pytest.param(TERMS, "2017-01-01", "Later Prime Minister of Armenia.", id="before all"),
        pytest.param(
            [{"title": "President", "from": "2008", "to": "2018-04-09"}],
            "2023-05-26",
            "Earlier President (2008–2018).",
            id="after all",
        ),
        pytest.param(
            [{"title": "President", "to": "2018"}], "2023-05-26", "Earlier President (until 2018).", id="no beginning"
        ),
        pytest.param([{"title": "President", "to": "2018"}], "2010-01-01", "President.", id="in it, no beginning"),
        pytest.param([{"title": "Poet"}], "1900-01-01", "Poet.", id="no dates"),
        pytest.param(
            [
                {"title": "Minister", "from": "2020", "to": ".."},
                {"title": "Deputy Prime Minister", "from": "2021-08", "to": ".."},
            ],
            "2022-10-31",
            "Minister since 2020; Deputy Prime Minister since August 2021.",
            id="two offices at once",
        ),
        pytest.param(
            [{"title": "B", "from": "2030"}, {"title": "A", "from": "2025"}], "2022-10-31", "Later A.", id="next one"
        ),
        pytest.param(
            [{"title": "B", "to": "2019"}, {"title": "A", "to": "2010"}], "2022-10-31", "Earlier B (until 2019).",
            id="last one",
        ),
        pytest.param([], "2022-10-31", None, id="no office"),
    ],
)  # fmt: skip
def test_the_office_on_a_day(roles: list[dict[str, Any]], day: str, line: str | None) -> None:
    assert person(roles).role_at(date.fromisoformat(day)) == line


def test_a_gap_between_offices_is_known_as_one() -> None:
    assert person(TERMS).has_role_at(date(2020, 1, 1))
    assert not person(TERMS).has_role_at(date(2018, 12, 1))
    assert person([]).has_role_at(date(2018, 12, 1))


def test_the_gloss_on_a_day_is_the_one_that_covers_it() -> None:
    gloss = [
        {"to": "2023-09-19", "text": "before"},
        {"from": "2023-09-20", "to": "2023-12-31", "text": "between"},
        {"from": "2024-02", "text": "after"},
    ]
    place = Place.model_validate({"name": "A", "gloss": gloss})
    days = [date(1990, 1, 1), date(2023, 9, 20), date(2024, 1, 15), date(2024, 2, 1)]
    assert [place.gloss_at(day) for day in days] == ["before", "between", None, "after"]


def test_a_gloss_without_dates_always_holds() -> None:
    assert Place.model_validate({"name": "A", "gloss": "g"}).gloss_at(date.min) == "g"


def test_the_name_on_a_day_is_the_one_that_headed_then() -> None:
    place = Place.model_validate(
        {
            "name": "Gyumri",
            "gloss": "g",
            "aliases": [
                "Alexandropol",
                {"name": "Leninakan", "from": 1924, "to": 1990, "preferred": True},
                {"name": "Kumayri", "to": 1837, "preferred": True},
            ],
        }
    )
    years = (1800, 1900, 1950, 2000)
    assert [place.name_at(date(year, 6, 1)) for year in years] == ["Kumayri", "Gyumri", "Leninakan", "Gyumri"]


def test_aliases_and_names_are_texts_or_say_more() -> None:
    aliases = ["B", {"name": "C", "metonym": "yes"}]
    names = {"ru": ["Б", "В"], "hy": "Ա"}
    entry = Place.model_validate({"name": "A", "gloss": "g", "aliases": aliases, "names": names})
    assert [(alias.name, alias.metonym) for alias in entry.aliases] == [("B", False), ("C", True)]
    assert entry.names == {"ru": ("Б", "В"), "hy": ("Ա",)}


def test_lives_and_lifetimes_bound_names() -> None:
    assert [str(end) for end in person([], born=1923, died="2003-12-12").lifetime()] == ["1923", "2003-12-12"]
    body = Organisation.model_validate({"name": "A", "gloss": "g", "founded": 1992})
    assert [str(end) for end in body.lifetime()] == ["1992", "None"]
    assert Place.model_validate({"name": "A", "gloss": "g"}).lifetime() == (None, None)


def test_events_and_agreements_happened() -> None:
    assert str(happened(Agreement.model_validate({"name": "A", "gloss": "g", "date": 2022}))) == "2022"
    assert str(happened(Event.model_validate({"name": "A", "gloss": "g", "start": "2020-09-27"}))) == "2020-09-27"
    assert happened(Event.model_validate({"name": "A", "gloss": "g"})) is None
    assert happened(person([])) is None


def test_sources_are_cited_once_wherever_they_stand() -> None:
    roles = [{"title": "T", "source": "b"}, {"title": "U", "source": "c"}]
    gloss = [{"text": "g", "source": "d"}]
    assert person(roles, sources=["a", "b"], gloss=gloss).cited() == ("a", "b", "c", "d")


def test_kinds_have_words() -> None:
    assert [kind.word for kind in Kind] == ["person", "place", "agreement", "organisation", "event", "term"]


def test_an_entry_is_sorted_under_its_sort_key() -> None:
    assert person([], sort="B, A").sort_key == "B, A"
    assert person([]).sort_key == "A B"
