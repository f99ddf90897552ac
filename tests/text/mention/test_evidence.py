"""Capitals that may stand for governments: what counts as evidence of the city."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from case_files import load_cases

from course_reader.text.mention.evidence import place_is_meant, why_unsure
from course_reader.text.mention.index import NameIndex, Settled
from course_reader.text.mention.names import Name

CAPITALS = {"Moscow": "russia", "Baku": "azerbaijan", "Yerevan": "armenia"}


@pytest.fixture(scope="module")
def index() -> NameIndex:
    names = [Name(capital, capital.lower(), "places") for capital in CAPITALS]
    names += [
        Name(capital, f"{country}-government", "organisations", metonym=True, full=False)
        for capital, country in CAPITALS.items()
    ]
    return NameIndex([*names, Name("Armenia", "armenia", "places")])


@pytest.mark.parametrize("case", load_cases(Path(__file__).parent / "cases/metonyms.yaml"))
def test_a_capital_links_to_the_city_only_with_evidence(index: NameIndex, case: dict[str, Any]) -> None:
    name = case.get("name", "Moscow")
    start = case["text"].index(name)
    found = index.find(case["text"])
    linked = [mention.entry for mention in found.mentions if mention.start == start]
    asked = [question.text for question in found.questions if question.start == start]
    wanted = {"place": [name.lower()], "government": [f"{CAPITALS[name]}-government"], "question": []}[case["means"]]
    assert (linked, asked) == (wanted, [] if wanted else [name])


def test_a_question_lists_who_bears_the_name_and_who_it_may_stand_for(index: NameIndex) -> None:
    (question,) = index.find("So they left Yerevan.").questions
    assert question.entries == ("yerevan", "armenia-government")
    (question,) = index.find("In time Yerevan has come of age.").questions
    assert question.entries == ("armenia-government", "yerevan")
    assert question.reason


def test_a_settled_line_answers_the_question(index: NameIndex) -> None:
    text = "They left Yerevan for good. Baku, again."
    lines = [Settled("Yerevan", "armenia-government"), Settled("Baku", None)]
    found = index.find(text, settled=lines)
    assert [(m.entry, m.text, m.kind) for m in found.mentions] == [("armenia-government", "Yerevan", "organisations")]
    assert not found.questions


def test_a_metonym_without_a_place_is_always_a_question() -> None:
    index = NameIndex([Name("the West", "the-west", "organisations", metonym=True, full=False)])
    found = index.find("It happened in the West.")
    assert not found.mentions
    assert [question.entries for question in found.questions] == [("the-west",)]


def test_a_name_that_is_no_place_is_a_question_even_after_a_preposition() -> None:
    index = NameIndex(
        [
            Name("Kremlin", "kremlin", "organisations"),
            Name("Kremlin", "russian-government", "organisations", metonym=True),
        ]
    )
    assert not index.find("He works in Kremlin.").mentions


# --- the rules by themselves; in the examples, stars surround the name

PLACES = ("Norway", "Bergen", "Bergen, Norway")


def marked(text: str) -> tuple[str, int, int]:
    before, name, after = text.split("*")
    return before + name + after, len(before), len(before) + len(name)


def is_place(text: str) -> bool:
    plain, start, end = marked(text)
    return place_is_meant(plain, start, end, lambda a, b: plain[a:b] in PLACES)


@pytest.mark.parametrize(
    "text",
    [
        "*Oslo*'s streets",
        "the sons of *Athens*' suburbs",
        "the *Oslo*-based firm",
        "the *Oslo*-Bergen railway",
        "the Bergen-*Oslo* railway",
        "the *Oslo* summit",
        "the *Oslo* talks",
        "the *Oslo* summit backing it",
        "*Oslo* (AFP) - They met.",
        "It ended.\n\n*Oslo*, Norway (AFP) - They met.",
        "It ended.\n\n*Oslo* (AFP) - They met.",
        "They met in *Oslo*.",
        "They met in downtown *Oslo*.",
        "Norway's capital *Oslo* froze.",
        "the capital, *Oslo*, froze",
        "the streets of *Oslo*",
        "they toured *Oslo*",
        "they flew to *Oslo*",
        "they left for *Oslo*",
        "they landed at *Oslo*",
        "they left for *Oslo* and asked to meet",
        "They met in *Oslo* with the old government",
        "After a very long day they all flew to *Oslo*",
        "they stopped at *Oslo*",
        "(*Oslo D.C.*, Norway)",
        "the trains between *Oslo* and Bergen",
        "the road through *Oslo*",
        "40 km from *Oslo*",
        "They chose *Oslo*, the capital.",
        "They chose *Oslo*, Norway's largest city, because it was near.",
        "(*Oslo*, Norway)",
        "to the firm (*Oslo*, Norway), which",
        "The firm: *Oslo*, Norway",
        "The firm - *Oslo*, Bergen, Norway.",
        '"*Oslo*, Norway',
        "*Oslo*, 31 October 2022",
        "It ended. *Oslo*, 31 October 2022",
        "in Bergen and *Oslo* it rained",
        "in Bergen, *Oslo* and Narvik",
        "They met in Bergen, *Oslo* and Narvik.",
        "In Bergen and *Oslo* it rained",
        "flights to Bergen or *Oslo*",
    ],
)
def test_there_is_evidence_of_the_place(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize(
    "text",
    [
        "*Oslo*'s concerns",
        "in *Oslo*'s view",
        "in the *Oslo*-backed plan",
        "*Oslo*'s view of the city's streets",
        "in Bergen-*Oslo* ties and on the railway",
        "*Oslo* agreed, they say (AFP) - So.",
        "the *Oslo*-backed, Bergen-based firm",
        "the *Oslo*-Bergen talks on the old railway",
        "so *Oslo* left the summit",
        "the *Oslo* men left the talks",
        "*Oslo* in Norway, the capital",
        "so *Oslo* left Bergen, 31 October 2022",
        "in Bergen, *Oslo* left with Narvik and Hamar",
        "in Bergen, *Oslo* it rained",
        "the *Oslo*-bergen railway",
        "the *Oslo*-Bergen talks",
        "in Bergen-*Oslo* ties",
        "the trust in *Oslo* backing it",
        "They met in *Oslo* government circles.",
        "a talks *Oslo* round",
        "So *Oslo* (AFP) - They met.",
        "a capital, *Oslo* froze",
        "the capital, *Oslo* and others",
        "confidence in *Oslo* fell",
        "they appealed to *Oslo*",
        "closer travel ties to *Oslo*",
        "the peace road through *Oslo*",
        "they left for *Oslo* to meet",
        "they were bound for *Oslo*",
        "they shouted at *Oslo*",
        "the talks between *Oslo* and Bergen",
        "the trains and talks between *Oslo* and Bergen",
        "(*Oslo* (Norway)",
        "a message from *Oslo*",
        "the road policy from *Oslo*",
        "They chose *Oslo*, the capital, is calm.",
        "They chose *Oslo*, the capital said.",
        "*Oslo*, Norway and Bergen",
        "*Oslo*, Sweden",
        "They met *Oslo*, Norway",
        "with *Oslo*, Norway",
        "by *Oslo*, 31 October 2022",
        "*Oslo* Norway",
        "and Bergen and *Oslo* agreed",
        "in Bergen and *Oslo* agreed",
        "in Bergen, *Oslo* agreed",
        "In Bergen, *Oslo* and Narvik",
        "in Bergen, *Oslo* and Narvik agreed",
        "It rained in\n\n*Oslo*",
        "They chose *Oslo*\n\n, the capital.",
        "*Oslo*",
        "irked *Oslo*",
    ],
)
def test_there_is_none_or_a_government_is_meant(text: str) -> None:
    assert not is_place(text)


def test_only_words_near_the_name_count() -> None:
    assert is_place("They met in " + "N" * 112 + " and *Oslo* it rained")
    assert not is_place("They met in " + "N" * 113 + " and *Oslo* it rained")
    assert is_place("*Oslo*'s " + "n" * 111 + " metro")
    assert not is_place("*Oslo*'s " + "n" * 112 + " metro")


def test_an_address_is_short() -> None:
    assert place_is_meant("Oslo, " + "N" * 57, 0, 4, lambda a, b: (a, b) == (6, 63))
    assert not place_is_meant("Oslo, " + "N" * 58, 0, 4, lambda a, b: (a, b) == (6, 64))
    assert place_is_meant("(Oslo, Norway)", 1, 5, lambda a, b: (a, b) == (7, 13))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("*Oslo*'s view", "a possessive: a government has concerns, a city has streets"),
        ("*Oslo*-backed", "part of a compound that may mean a government"),
        ("pro-*Oslo* forces", "part of a compound that may mean a government"),
        ("*Oslo* agreed", "it seems to act, as a government does"),
        ("*Oslo* of old agreed", "nothing around it shows that the place is meant"),
        ("*Oslo* the old", "nothing around it shows that the place is meant"),
        ("*Oslo*", "nothing around it shows that the place is meant"),
    ],
)
def test_a_question_has_a_reason(text: str, reason: str) -> None:
    assert why_unsure(*marked(text)) == reason
