"""Capitals that may stand for governments: what counts as evidence of the city."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from case_files import load_cases

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
    if case["means"] == "place":
        assert (linked, asked) == ([name.lower()], [])
    else:
        assert (linked, asked) == ([], [name])


def test_a_question_lists_who_bears_the_name_and_who_it_may_stand_for(index: NameIndex) -> None:
    (question,) = index.find("Yerevan accused Azerbaijan.").questions
    assert question.entries == ("yerevan", "armenia-government")
    assert question.reason


def test_a_settled_line_answers_the_question(index: NameIndex) -> None:
    text = "Yerevan accused Baku."
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
