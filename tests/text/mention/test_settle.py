"""Settled mentions: what an article's front matter says about its own words."""

from __future__ import annotations

import pytest

from course_reader.text.mention.index import Found, NameIndex, Settled
from course_reader.text.mention.names import Name

NAMES = [
    *(Name(text, text.lower(), "places") for text in ("Armenia", "Turkey", "Sochi", "Nagorno-Karabakh")),
    Name("Karabakh", "nagorno-karabakh", "places", full=False),
    Name("South Caucasus", "south-caucasus", "places"),
    Name("Heydar Aliyev", "heydar-aliyev", "people"),
    Name("Aliyev", "heydar-aliyev", "people", full=False),
    Name("Aliyev", "ilham-aliyev", "people", full=False),
    Name("five principles", "five-principles", "agreements"),
]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(NAMES, blockers=["The Sochi Herald"])


def links(found: Found) -> list[list[str]]:
    return [[mention.text, mention.entry] for mention in found.mentions]


PARAGRAPHS_TEXT = "Sochi was calm.\n\nA joint statement on Sochi followed Sochi.\n\nThe joint\nstatement ended."
PARAGRAPHS = [(0, 15, 1), (17, 59, 2), (61, 87, 3)]


def settle(index: NameIndex, *lines: Settled, text: str = PARAGRAPHS_TEXT) -> Found:
    return index.find(text, paragraphs=PARAGRAPHS, settled=lines)


def test_a_settled_line_links_words_that_no_name_covers(index: NameIndex) -> None:
    found = settle(index, Settled("joint statement", "five-principles"))
    assert [(m.text, m.kind) for m in found.mentions if m.entry == "five-principles"] == [
        ("joint statement", "agreements"),
        ("joint\nstatement", "agreements"),
    ]
    assert not found.unmatched


def test_a_settled_line_keeps_to_its_paragraph(index: NameIndex) -> None:
    found = settle(index, Settled("joint statement", "five-principles", paragraph=3))
    assert [m.start for m in found.mentions if m.entry == "five-principles"] == [65]


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
