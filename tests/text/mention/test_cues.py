"""Which words around a capital's name suggest the city, and which a government."""

from __future__ import annotations

import re

import pytest

from course_reader.text.mention import cues

#: a pattern, words that end before the name and match, and others that do not
BEFORE: list[tuple[re.Pattern[str], list[str], list[str]]] = [
    (cues.DIRECT, ["in ", "Near ", "across downtown ", "around both "], ["in the ", "in", "within an ", "of "]),
    (cues.OF_PLACE, ["the streets of ", "centre of greater ", "fall of ", "km of "], ["the will of ", "fall in "]),
    (
        cues.CAPITAL,
        ["the capital ", "its capital city, ", "Norway's capital of ", "Lagos town ", "the port city "],
        ["a capital ", "the capital"],
    ),
    (cues.CITY_PART, ["downtown ", "Central "], ["down "]),
    (cues.VISITING, ["she visits ", "toured ", "besieged "], ["vision ", "visited the "]),
    (
        cues.ACTOR_IN,
        ["trusted in ", "confidence in ", "bringing Oslo in ", "got in ", "signals from within "],
        ["entrusted in ", "rain in ", "signals three lines within ", "trust"],
    ),
    (cues.MOVING, ["flew to ", "the long road from ", "went towards ", "arrived late at "], ["flew into ", "to "]),
    (
        cues.EARLIER_ITEMS,
        ["in Oslo and ", "Oslo, Bergen or ", "Oslo, ", "St. Gallen, Bad Ischl, and "],
        ["in oslo and ", "Oslo "],
    ),
    (cues.BEFORE_NOUN, ["the ", "Norway's ", "two-way ", "in 1994 ", "three "], ["only ", "the", "in 94 "]),
]
#: the same for words somewhere before the name
AMONG: list[tuple[re.Pattern[str], list[str], list[str]]] = [
    (cues.TRAVEL_TO, ["travelled", "a flight", "the delegation", "moved to", "was taken"], ["a report", "a tramway"]),
    (cues.TRAVEL_FROM, ["travelled", "40 km", "reporting", "expelled", "live"], ["invited", "a delegation"]),
    (cues.FOR, ["left ", "will head ", "bound "], ["was left ", "were bound ", "left it ", "is bound "]),
    (cues.AT, ["arrived ", "landed "], ["shouted ", "arrived there "]),
    (cues.BETWEEN, ["trains ", "the pipeline ", "buses "], ["talks ", "train rides "]),
    (cues.NO_ROAD, ["the peace", "a deal", "agreements"], ["the road"]),
    (cues.ACTOR_TO, ["closer", "a message", "was left", "oppose", "handed over"], ["the train", "left"]),
]
#: the same for words that follow the name
AFTER: list[tuple[re.Pattern[str], list[str], list[str]]] = [
    (cues.CLOSED, [", and", ". It", ")", ""], [" and", "s"]),
    (cues.TO_VERB, [" to meet"], [" to Oslo", " to"]),
    (
        cues.ATTRIBUTE,
        [" summit", " Meeting ended", " peace talks", " airports"],
        [" talks", " summit-goers", " summit's"],
    ),
    (cues.UNSURE_ATTRIBUTE, [" talks", " Police", " round"], [" summit", " policeman"]),
    (cues.OF_GOVERNMENT, [" backing", " Allies", " troops"], [" streets", " ally-less"]),
    (cues.OWN_PLACE, ["'s streets", "'s old quiet suburbs", "' metro", "'s Red Square"], ["'s concerns", " streets"]),
    (cues.SUFFIX, ["-based", "-Born", "-region"], ["-backed", " based"]),
    (cues.JOINED_PLACE, ["-Bergen railway", " trains", "-Bergen-Narvik road"], ["-bergen railway", " talks"]),
    (
        cues.THE_CAPITAL,
        [", the capital", ", Norway's largest city", ", the old port town"],
        [" the capital", ", a capital", ", the old and cold port town"],
    ),
    (
        cues.DATELINE,
        [" (AFP) - ", ", Norway (Reuters) -", ", May 5 - ", ", Norway, 5 May 2022 -", " (AFP)-"],
        [" - ", ", Norway - ", " (AFP) they", ", in May - "],
    ),
    (cues.FULL_DATE, [", 31 October 2022", ", Oct. 31, 2022"], [", October 2022", " 31 October 2022", ", 31 October"]),
    (cues.LATER_ITEMS, [" and Oslo", ", Oslo and Bergen", " or Bergen"], [" and they", ", Oslo"]),
    (cues.VERB, [" insisted", " wants", " is", " also"], [" always", " less", " Insists", " as", " s"]),
]


@pytest.mark.parametrize(
    ("pattern", "yes", "no"), [*BEFORE, *AMONG], ids=lambda value: value[0] if isinstance(value, list) else ""
)
def test_words_before_the_name(pattern: re.Pattern[str], yes: list[str], no: list[str]) -> None:
    assert [words for words in [*yes, *no] if pattern.search(words)] == yes


@pytest.mark.parametrize(("pattern", "yes", "no"), AFTER, ids=lambda value: value[0] if isinstance(value, list) else "")
def test_words_after_the_name(pattern: re.Pattern[str], yes: list[str], no: list[str]) -> None:
    assert [words for words in [*yes, *no] if pattern.match(words)] == yes


def test_a_capital_in_apposition_knows_its_comma() -> None:
    assert [cues.CAPITAL.search(words)["comma"] for words in ("the capital ", "the capital, ")] == [None, ","]  # type: ignore[index]


def test_words_of_travel_and_their_preposition_are_told_apart() -> None:
    found = cues.MOVING.search("Then she flew late from ")
    assert found
    assert (found["words"], found["preposition"]) == ("Then she flew late ", "from")


@pytest.mark.parametrize(
    ("text", "stop"),
    [("Norway. It", 6), ("Norway (north)", 6), ("Norway - a state", 6), ("Norway\n\nIt", 6), ("Norway", 6)],
)
def test_an_address_ends_where_something_else_begins(text: str, stop: int) -> None:
    found = cues.END_OF_ADDRESS.search(text)
    assert found
    assert found.start() == stop


@pytest.mark.parametrize(
    ("before", "fronted"),
    [("In ", True), ("It rained. In ", True), ("“In ", True), ("It rained in ", False), ("in ", False)],
)
def test_a_preposition_at_the_start_of_a_sentence_is_fronted(before: str, fronted: bool) -> None:
    assert bool(cues.FRONTED.fullmatch(before)) is fronted
