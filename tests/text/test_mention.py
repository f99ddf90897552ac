"""What names what: the rules of mentions."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from case_files import load_cases

from course_reader.text.mention.index import Found, NameIndex, Settled
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
    assert again.digest == index.digest
    assert links(again.find("The Sochi Herald in Sochi")) == [["Sochi", "sochi"]]


def test_the_digest_depends_on_names_and_blockers_and_not_on_order(index: NameIndex) -> None:
    assert NameIndex(reversed(NAMES), ["The Sochi Herald"]).digest == index.digest
    assert NameIndex(NAMES).digest != index.digest
    assert NameIndex(NAMES[1:], ["The Sochi Herald"]).digest != index.digest


def test_touches_tells_whether_any_name_stands_in_a_text(index: NameIndex) -> None:
    assert index.touches("about five\nprinciples")
    assert index.touches("The Sochi Herald")
    assert not index.touches("Sochitown and Armenians")


PARAGRAPHS_TEXT = "Sochi was calm.\n\nA joint statement on Sochi followed Sochi.\n\nThe joint\nstatement ended."
PARAGRAPHS = [(0, 15, 1), (17, 59, 2), (61, 87, 3)]


def settle(index: NameIndex, *lines: Settled, text: str = PARAGRAPHS_TEXT) -> Found:
    return index.find(text, paragraphs=PARAGRAPHS, settled=lines)


def test_a_settled_line_links_words_that_no_name_covers(index: NameIndex) -> None:
    found = settle(index, Settled("joint statement", "five-principles"))
    assert [(m.text, m.settled, m.kind) for m in found.mentions if m.entry == "five-principles"] == [
        ("joint statement", True, "agreements"),
        ("joint\nstatement", True, "agreements"),
    ]
    assert not found.unmatched


def test_a_settled_line_keeps_to_its_paragraph(index: NameIndex) -> None:
    found = settle(index, Settled("joint statement", "five-principles", paragraph=3))
    assert [m.start for m in found.mentions if m.settled] == [65]


def test_a_settled_line_picks_an_occurrence(index: NameIndex) -> None:
    found = settle(index, Settled("Sochi", "armenia", paragraph=2, occurrence=2))
    assert [m.entry for m in found.mentions] == ["sochi", "sochi", "armenia"]


def test_a_settled_line_without_an_entry_takes_the_link_away(index: NameIndex) -> None:
    found = settle(index, Settled("Sochi", None, paragraph=2))
    assert [m.start for m in found.mentions] == [0]
    assert not found.unmatched


def test_the_line_that_says_most_exactly_where_counts(index: NameIndex) -> None:
    found = settle(index, Settled("Sochi", None), Settled("Sochi", "armenia", 2), Settled("Sochi", "turkey", 2, 1))
    assert [m.entry for m in found.mentions] == ["turkey", "armenia"]


def test_the_longest_settled_words_win(index: NameIndex) -> None:
    found = settle(index, Settled("statement", "armenia"), Settled("joint statement on Sochi", "five-principles"))
    assert links(found) == [
        ["Sochi", "sochi"],
        ["joint statement on Sochi", "five-principles"],
        ["Sochi", "sochi"],
        ["statement", "armenia"],
    ]


@pytest.mark.parametrize(
    "line",
    [
        Settled("joint statement", "five-principles", paragraph=1),
        Settled("joint statement", "five-principles", paragraph=9),
        Settled("Sochi", None, paragraph=2, occurrence=3),
        Settled("tatement", "five-principles"),
        Settled("calm. A joint", "five-principles"),
        Settled("  ", "five-principles"),
    ],
    ids=["other-paragraph", "no-such-paragraph", "no-such-occurrence", "part-of-a-word", "two-blocks", "empty"],
)
def test_a_settled_line_that_applies_nowhere_is_reported(index: NameIndex, line: Settled) -> None:
    found = settle(index, line)
    assert found.unmatched == (line,)
    assert [m.entry for m in found.mentions] == ["sochi"] * 3


def test_a_longer_name_keeps_its_words_from_a_settled_line(index: NameIndex) -> None:
    line = Settled("Karabakh", "armenia")
    found = index.find("Nagorno-Karabakh is Karabakh.", settled=[line])
    assert [m.entry for m in found.mentions] == ["nagorno-karabakh", "armenia"]
    assert index.find("Nagorno-Karabakh", settled=[line]).unmatched == (line,)
    assert index.find("The Sochi Herald", settled=[Settled("Sochi", "sochi")]).mentions == ()


def test_settled_words_as_long_as_a_name_win_over_it(index: NameIndex) -> None:
    found = index.find("Nagorno-Karabakh", settled=[Settled("Nagorno–Karabakh", "armenia")])
    assert [m.entry for m in found.mentions] == ["armenia"]


def test_settled_words_that_cut_into_a_name_win_over_it(index: NameIndex) -> None:
    found = index.find("the peaceful South Caucasus", settled=[Settled("peaceful South", "armenia")])
    assert links(found) == [["peaceful South", "armenia"]]


def test_settled_words_are_not_looked_for_in_skipped_ranges(index: NameIndex) -> None:
    line = Settled("calm", "armenia")
    found = index.find("calm Sochi", skip=[(0, 4)], settled=[line])
    assert found.unmatched == (line,)


def test_a_settled_full_name_says_who_the_surname_means_later(index: NameIndex) -> None:
    text = "Heydar Aliyev ruled. Aliyev died."
    found = index.find(text, settled=[Settled("Heydar Aliyev", "heydar-aliyev")])
    assert [m.entry for m in found.mentions] == ["heydar-aliyev", "heydar-aliyev"]


def test_a_settled_surname_says_nothing_about_later_ones(index: NameIndex) -> None:
    text = "Aliyev ruled. Aliyev died."
    found = index.find(text, settled=[Settled("Aliyev", "heydar-aliyev", occurrence=1)])
    assert [m.entry for m in found.mentions] == ["heydar-aliyev"]
    assert [a.start for a in found.ambiguous] == [14]


def test_a_settled_entry_without_names_has_no_kind(index: NameIndex) -> None:
    (mention,) = index.find("It rained.", settled=[Settled("rained", "weather")]).mentions
    assert (mention.entry, mention.kind) == ("weather", "")
