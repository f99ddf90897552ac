"""What names what: the rules of mentions."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from case_files import load_cases

from course_reader.text.mention.index import Found, NameIndex
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


def links(found: Found) -> list[list[str]]:
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
    found = index.find(text, date=date(2022, 1, 1), skip=[(0, 23)])
    assert links(found) == [["Aliyev", "heydar-aliyev"]]


def test_an_index_without_names_finds_nothing() -> None:
    assert NameIndex([]).find("Armenia") == Found()
    assert NameIndex([Name(" \u00ad", "nothing", "places")], ["", " "]).find("Armenia \u00ad ") == Found()


def test_a_lone_surrogate_is_no_reason_to_fail(index: NameIndex) -> None:
    assert links(index.find("Armenia \ud800 Sochi")) == [["Armenia", "armenia"], ["Sochi", "sochi"]]


def test_an_index_survives_pickling(index: NameIndex) -> None:
    again = pickle.loads(pickle.dumps(index))
    assert links(again.find("The Sochi Herald in Sochi")) == [["Sochi", "sochi"]]
