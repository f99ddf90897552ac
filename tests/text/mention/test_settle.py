"""Settled mentions: what an article's front matter says about its own words."""

from __future__ import annotations

import pytest

from course_reader.text.fold import fold
from course_reader.text.mention.index import Findings, NameIndex, Settled
from course_reader.text.mention.names import Name
from course_reader.text.mention.settle import Applied, overlaps
from course_reader.text.mention.settle import settle as settled

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


def links(found: Findings) -> list[list[str]]:
    return [[mention.text, mention.entry] for mention in found.mentions]


PARAGRAPHS_TEXT = "Sochi was calm.\n\nA joint statement on Sochi followed Sochi.\n\nThe joint\nstatement ended."
PARAGRAPHS = [(0, 15, 1), (17, 59, 2), (61, 87, 3)]


def settle(index: NameIndex, *lines: Settled, text: str = PARAGRAPHS_TEXT) -> Findings:
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


# --- without an index


@pytest.mark.parametrize(
    ("span", "others", "expected"),
    [
        ((3, 6), [], False),
        ((3, 6), [(0, 3), (6, 9)], False),
        ((3, 6), [(0, 4)], True),
        ((3, 6), [(5, 9)], True),
        ((3, 6), [(4, 5)], True),
        ((3, 6), [(0, 9)], True),
        ((3, 6), [(0, 1), (2, 4), (8, 9)], True),
        ((3, 6), [(0, 1), (8, 9)], False),
        ((3, 3), [(0, 9)], True),
        ((3, 3), [(3, 9)], False),
    ],
)
def test_spans_overlap_where_they_share_a_character(
    span: tuple[int, int], others: list[tuple[int, int]], expected: bool
) -> None:
    assert overlaps(span, others) is expected


@pytest.mark.parametrize(
    ("line", "weight"),
    [
        (Settled("a", None), 0),
        (Settled("a", None, paragraph=1), 1),
        (Settled("a", None, occurrence=1), 2),
        (Settled("a", None, 1, 1), 3),
    ],
)
def test_the_more_a_line_says_the_more_it_weighs(line: Settled, weight: int) -> None:
    assert line.weight == weight


def test_places_come_in_the_order_of_the_text_and_unmatched_lines_in_theirs() -> None:
    text = fold("one two three two one")
    lines = [
        Settled("four", "a"),
        Settled("two", "b"),
        Settled("one", "c"),
        Settled("five", "d"),
        Settled("three", "e"),
    ]
    places, unmatched = settled(text, lines, [], [], [])
    assert [(place.start, place.end, place.line.entry) for place in places] == [
        (0, 3, "c"),
        (4, 7, "b"),
        (8, 13, "e"),
        (14, 17, "b"),
        (18, 21, "c"),
    ]
    assert [line.entry for line in unmatched] == ["a", "d"]


def test_of_two_lines_that_say_the_same_the_first_applies() -> None:
    lines = [Settled("one", "a"), Settled("one", "b")]
    assert settled(fold("one"), lines, [], [], []) == ([Applied(0, 3, lines[0])], [lines[1]])


@pytest.mark.parametrize(
    ("names", "applies"),
    [
        ([], True),
        ([(4, 7)], True),
        ([(4, 11)], False),
        ([(0, 7)], False),
        ([(0, 11)], False),
        ([(3, 8)], False),
        ([(0, 6)], True),
        ([(5, 11)], True),
        ([(0, 3), (4, 11)], False),
        ([(0, 3), (3, 8), (9, 12)], False),
        ([(0, 3), (8, 11)], True),
    ],
)
def test_a_name_keeps_words_only_if_it_is_longer_and_covers_them(names: list[tuple[int, int]], applies: bool) -> None:
    line = Settled("two", "a")
    assert settled(fold("one two three"), [line], [], [], names) == (
        [Applied(4, 7, line)] if applies else [],
        [line][applies:],
    )


def test_words_are_looked_for_in_the_paragraph_by_where_they_start() -> None:
    text = fold("one  two\n\none  two")
    line = Settled("two", "a", paragraph=7)
    for paragraphs, starts in [
        ([(0, 8, 1), (10, 18, 7)], [13]),
        ([(0, 5, 7), (15, 18, 7)], [13]),
        ([(0, 6, 7), (16, 18, 7)], [4]),
        ([(0, 5, 7)], []),
    ]:
        places, _ = settled(text, [line], paragraphs, [], [])
        assert [place.start for place in places] == starts


def test_occurrences_do_not_overlap() -> None:
    line = Settled("ha ha", "a")
    assert [place.start for place in settled(fold("ha ha ha ha ha"), [line], [], [], [])[0]] == [0, 6]
    second = Settled("ha ha", "a", occurrence=2)
    assert [place.start for place in settled(fold("ha ha ha ha ha"), [second], [], [], [])[0]] == [6]
    both = Settled("(G7)", "a")
    assert [place.start for place in settled(fold("(G7)(G7)"), [both], [], [], [])[0]] == [0, 4]
