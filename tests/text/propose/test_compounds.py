"""Events and agreements that have no name of their own."""

from __future__ import annotations

import pytest

from course_reader.text.propose.compounds import compounds
from course_reader.text.propose.reading import read
from course_reader.text.propose.records import SourceText
from course_reader.text.propose.uses import uses


def found(text: str, **kinds: str) -> list[tuple[str, str]]:
    texts = read([SourceText("a", text)])
    named = [(use, kinds.get(use.name.replace(" ", "_"), "places")) for use in uses(texts[0].text, ())]
    return [(kind, group.name) for kind, group in compounds(texts, {0: named})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After the Sochi summit they left.", [("events", "Sochi summit")]),
        ("The 2020 war ended.", [("events", "2020 war")]),
        ("The Armenian-Azerbaijani war ended.", [("events", "Armenian-Azerbaijani war")]),
        ("The blockade of Skerryhavn ended.", [("events", "blockade of Skerryhavn")]),
        (
            "He spoke of the Russian draft of basic principles and parameters.",
            [("agreements", "Russian draft of basic principles and parameters")],
        ),
        ("A Russia-brokered ceasefire held.", [("agreements", "Russia-brokered ceasefire")]),
        ("They know the joint statement of 9 May 1994.", [("agreements", "joint statement of 9 May 1994")]),
        (
            "They know the trilateral statements of November 9, 2020 and January 11, 2021.",
            [
                ("agreements", "trilateral statement of November 9, 2020"),
                ("agreements", "trilateral statement of January 11, 2021"),
            ],
        ),
        ("In Kalvik the war ended.", []),
        ("Kalvik's war ended.", []),
        ("They left the Russian city.", []),
    ],
)
def test_compounds(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_person_makes_no_event() -> None:
    assert found("The Solheim talks ended.", Solheim="people") == []
