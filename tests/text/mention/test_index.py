"""What names what: the rules of mentions."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from case_files import load_cases

from course_reader.text.mention.index import Findings, NameIndex
from course_reader.text.mention.names import Name

DIED = date(2003, 12, 12)
NAMES = [
    *(Name(text, text.lower(), "places") for text in ("Armenia", "Azerbaijan", "Turkey", "Sochi")),
    Name("Հայաստան", "armenia", "places"),
    Name("أرمينيا", "armenia", "places"),
    Name("ארמניה", "armenia", "places"),
    Name("אזרבייג'ן", "azerbaijan", "places"),
    Name("Türkiye", "turkey", "places"),
    Name("Şuşa", "shusha", "places"),
    Name("Nagorno-Karabakh", "nagorno-karabakh", "places"),
    Name("Karabakh", "nagorno-karabakh", "places", full=False),
    Name("South Caucasus", "south-caucasus", "places"),
    Name("Caucasus", "south-caucasus", "places"),
    Name("Caucasus Railway", "railway", "organisations"),
    Name("Soviet Union", "soviet-union", "places", end=date(1991, 12, 26)),
    Name("Stalinabad", "old-town", "places", start=date(1929, 1, 1), end=date(1961, 1, 1)),
    Name("Stalinabad", "other-town", "places", start=date(1970, 1, 1)),
    Name("Lachin corridor", "lachin-corridor", "places"),
    Name("Nikol Pashinyan", "nikol-pashinyan", "people"),
    Name("Pashinyan", "nikol-pashinyan", "people", full=False),
    Name("Նիկոլ Փաշինյան", "nikol-pashinyan", "people"),
    Name("Vladimir Putin", "vladimir-putin", "people"),
    Name("Putin", "vladimir-putin", "people", full=False),
    Name("Charles Michel", "charles-michel", "people"),
    Name("Michel", "charles-michel", "people", full=False),
    Name("Ilham Aliyev", "ilham-aliyev", "people", start=date(1961, 12, 24)),
    Name("İlham Əliyev", "ilham-aliyev", "people", start=date(1961, 12, 24)),
    Name("Aliyev", "ilham-aliyev", "people", start=date(1961, 12, 24), full=False),
    Name("Heydar Aliyev", "heydar-aliyev", "people", end=DIED),
    Name("Aliyev", "heydar-aliyev", "people", end=DIED, full=False),
    Name("European Council", "european-council", "organisations"),
    Name("European Union", "european-union", "organisations"),
    *(Name(text, "us-government", "organisations") for text in ("United States", "US", "U.S.")),
    Name("the West", "the-west", "organisations"),
    Name("C++", "c-plus-plus", "organisations"),
    Name("(G7)", "g7", "organisations"),
    Name("five principles", "five-principles", "agreements"),
    Name("territorial integrity", "territorial-integrity", "terms", fold_case=True),
    Name("Corridor", "corridor", "terms", fold_case=True),
    Name("peace treaty", "peace-treaty", "terms", fold_case=True),
    Name("enclave", "enclave", "terms", fold_case=True),
]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(NAMES, blockers=["The Sochi Herald"])


def links(found: Findings) -> list[list[str]]:
    return [[mention.text, mention.entry] for mention in found.mentions]


@pytest.mark.parametrize("case", load_cases(Path(__file__).parent / "cases/mentions.yaml"))
def test_mentions_follow_the_rules(index: NameIndex, case: dict[str, Any]) -> None:
    found = index.find(case["text"], date=case.get("date"))
    assert links(found) == case["links"]
    assert [name.text for name in found.ambiguous] == case.get("ambiguous", [])
    assert all(case["text"][m.start : m.end] == m.text for m in found.mentions)


def test_an_ambiguous_name_lists_its_bearers(index: NameIndex) -> None:
    (name,) = index.find("So Aliyev said.").ambiguous
    assert (name.start, name.end, name.entries) == (3, 9, ("heydar-aliyev", "ilham-aliyev"))


def test_a_mention_tells_the_kind_of_its_entry(index: NameIndex) -> None:
    assert [m.kind for m in index.find("Putin in Sochi: a corridor").mentions] == ["people", "places", "terms"]


def test_nothing_is_found_in_skipped_ranges(index: NameIndex) -> None:
    text = "Armenia, Armenia and Nagorno-Karabakh"
    found = index.find(text, skip=[(0, 7), (29, 30), (29, 31), (5, 5)])
    assert links(found) == [["Armenia", "armenia"]]
    assert found.mentions[0].start == 9


def test_a_full_name_in_a_skipped_range_still_says_who_is_meant(index: NameIndex) -> None:
    text = "Heydar Aliyev in office\n\nAliyev ruled."
    found = index.find(text, date=date(1999, 1, 1), skip=[(0, 23)])
    assert links(found) == [["Aliyev", "heydar-aliyev"]]


def test_an_index_without_names_finds_nothing() -> None:
    assert NameIndex([]).find("Armenia") == Findings()
    assert NameIndex([Name(" \u00ad", "nothing", "places")], ["", " "]).find("Armenia \u00ad ") == Findings()


def test_a_lone_surrogate_is_no_reason_to_fail(index: NameIndex) -> None:
    assert links(index.find("Armenia \ud800 Sochi")) == [["Armenia", "armenia"], ["Sochi", "sochi"]]


def test_an_index_survives_pickling(index: NameIndex) -> None:
    again = pickle.loads(pickle.dumps(index))
    assert links(again.find("The Sochi Herald in Sochi")) == [["Sochi", "sochi"]]


def test_a_question_is_asked_where_a_metonym_is_not_clearly_a_place() -> None:
    names = [
        Name("Oslo", "oslo", "places"),
        Name("Oslo", "norwegian-government", "organisations", metonym=True),
        Name("Norway", "norway", "places"),
        Name("Bergen", "bergen-club", "organisations"),
    ]
    index = NameIndex(names)
    text = "To Oslo\u00a0agreed. They met in Oslo.\n\nThe firm (Oslo, Norway), not (Oslo, Bergen)"
    found = index.find(text)
    assert [(q.text, q.start, q.end, q.entries, q.reason) for q in found.questions] == [
        ("Oslo", 3, 7, ("norwegian-government", "oslo"), "it seems to act, as a government does"),
        ("Oslo", 65, 69, ("oslo", "norwegian-government"), "nothing around it shows that the place is meant"),
    ]
    assert [(m.entry, m.start) for m in found.mentions] == [
        ("oslo", 28),
        ("oslo", 45),
        ("norway", 51),
        ("bergen-club", 71),
    ]
    assert index.find("So Oslo agreed.", skip=[(0, 15)]) == Findings()
    both = NameIndex([*names, Name("Bergen", "bergen", "places")])
    assert [q.text for q in both.find("The firm (Oslo, Bergen)").questions] == ["Oslo"]


def test_names_that_overlap_are_taken_from_left_to_right_and_the_longest_first() -> None:
    names = [
        Name(text, text.lower(), "organisations") for text in ("New York", "New York City", "York City Lights", "City")
    ]
    index = NameIndex(names)
    assert links(index.find("New York City Lights, York City Lights")) == [
        ["New York City", "new york city"],
        ["York City Lights", "york city lights"],
    ]
    assert links(index.find("New York")) == [["New York", "new york"]]


def test_skipped_ranges_may_overlap_and_come_in_any_order() -> None:
    index = NameIndex([Name("Oslo", "oslo", "places")])
    text = "Oslo Oslo Oslo Oslo Oslo Oslo"
    for skip, starts in [
        ([(5, 9), (0, 4)], [10, 15, 20, 25]),
        ([(0, 20), (5, 9)], [20, 25]),
        ([(0, 9), (5, 14), (20, 24)], [15, 25]),
        ([(0, 4), (4, 9), (20, 21), (21, 29)], [10, 15]),
        ([(0, 4), (10, 24), (12, 14)], [5, 25]),
        ([(4, 5), (7, 7), (9, 9), (12, 10)], [0, 5, 10, 15, 20, 25]),
    ]:
        assert [m.start for m in index.find(text, skip=skip).mentions] == starts


def test_one_wording_may_be_a_name_and_a_term() -> None:
    index = NameIndex(
        [Name("Corridor", "cinema", "organisations"), Name("corridor", "corridor", "terms", fold_case=True)]
    )
    (both,) = index.find("the Corridor").ambiguous
    assert both.entries == ("cinema", "corridor")
    assert links(index.find("the corridor, CORRIDORS")) == [["corridor", "corridor"], ["CORRIDORS", "corridor"]]


def test_who_is_meant_by_a_surname() -> None:
    names = [
        Name("Henrik Ibsen", "henrik", "people", end=date(1906, 5, 23)),
        Name("Ibsen", "henrik", "people", full=False, end=date(1906, 5, 23)),
        Name("Sigurd Ibsen", "sigurd", "people"),
        Name("Ibsen", "sigurd", "people", full=False),
        Name("Sigurd", "sigurd", "people", full=False),
    ]
    index = NameIndex(names)
    late = date(1920, 1, 1)
    assert [m.entry for m in index.find("So Ibsen spoke.", date=late).mentions] == ["sigurd"]
    assert index.find("So Ibsen spoke.", date=date(1900, 1, 1)).mentions == ()
    assert index.find("So Ibsen spoke.").mentions == ()
    assert [m.entry for m in index.find("Henrik Ibsen came. Ibsen spoke.", date=late).mentions] == ["henrik"]
    assert [m.entry for m in index.find("Henrik Ibsen came. Ibsen spoke.").mentions] == ["henrik", "henrik"]
    both = index.find("Henrik Ibsen met Sigurd Ibsen. Ibsen spoke.", date=date(1900, 1, 1))
    assert [a.text for a in both.ambiguous] == ["Ibsen"]
    later = index.find("Henrik Ibsen met Sigurd Ibsen. Ibsen spoke.", date=late)
    assert [m.entry for m in later.mentions] == ["henrik", "sigurd", "sigurd"]
    # A first name alone does not settle whose surname is meant later.
    assert [m.entry for m in index.find("So Sigurd came. Ibsen spoke.").mentions] == ["sigurd"]
    # An initial does.
    assert [m.entry for m in index.find("So H. Ibsen spoke.").mentions] == ["henrik"]
    found = index.find("So K. Ibsen spoke.")
    assert (found.mentions, [t.reason for t in found.turned_down]) == ((), ["initials"])


def test_the_kind_and_the_full_names_of_entries() -> None:
    index = NameIndex(
        [
            Name("Knut Hamsun", "hamsun", "people"),
            Name("Hamsun", "hamsun", "people", full=False),
            Name("Oslo", "city-council", "organisations", metonym=True),
            Name("Ole Bull", "bull", "people"),
            Name("Bull, Ole", "bull", "people"),
            Name("The Hague", "hague", "places"),
        ]
    )
    assert (index.kind("hamsun"), index.kind("nobody")) == ("people", "")
    assert index.is_full("hamsun", "Knut Hamsun")
    assert not index.is_full("hamsun", "Hamsun")
    assert not index.is_full("city-council", "Oslo")
