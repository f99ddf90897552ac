"""Drafts of glosses, made of what texts say."""

from __future__ import annotations

from datetime import date

import pytest

from course_reader.text.propose.beside import Beside
from course_reader.text.propose.gloss import said_of
from course_reader.text.propose.uses import uses


def said(kind: str, name: str, *texts: str) -> tuple[str, dict[str, str | tuple[str, ...]]]:
    beside = [(Beside(text, use), date(2021, 3, 12)) for text in texts for use in uses(text, ()) if use.name == name]
    told = said_of(kind, beside)
    return told.gloss, told.facts


@pytest.mark.parametrize(
    ("kind", "name", "text", "gloss"),
    [
        ("people", "Ingrid Solheim", "Fisheries Minister Ingrid Solheim spoke.", "Fisheries Minister (March 2021)."),
        ("people", "Petra Dahl", "President Petra Dahl of Elmholm spoke.", "President of Elmholm (March 2021)."),
        ("people", "Petra Dahl", "They met Elmholm's envoy, Petra Dahl, there.", "Elmholm's envoy."),
        ("people", "Olav Brekke", "They met Olav Brekke, the leader of the union, there.", "The leader of the union."),
        ("places", "Sochi", "They met in the Russian city of Sochi.", "Russian city."),
        ("places", "Elmholm", "They know Elmholm, on the southern shore, well.", "On the southern shore."),
        ("organisations", "Meadow Trust", "The Meadow Trust, a charity, won.", "A charity."),
        ("organisations", "Pilots' Guild", "The Pilots' Guild, led by Olav Brekke, won.", "Led by Olav Brekke."),
        ("agreements", "Kalvik Protocol", "The Kalvik Protocol replaces the Accord.", "Replaces the Accord."),
        ("terms", "ceasefire", "The ceasefire is a sham.", ""),
    ],
)  # fmt: skip
def test_what_texts_say_is_the_draft(kind: str, name: str, text: str, gloss: str) -> None:
    assert said(kind, name, text)[0] == gloss


def test_an_agreement_has_its_date_place_and_parties() -> None:
    text = "They read the Varren Accord of 1987, which shares the catch."
    assert said("agreements", "Varren Accord", text) == ("Shares the catch.", {"date": "1987"})
    signed = "They know the Kalvik Protocol with Elmholm, signed in Oslo in May."
    assert said("agreements", "Kalvik Protocol", signed)[1] == {"parties": ("Elmholm",), "place": "Oslo"}
    dated = "They know the Kalvik Protocol of 9 April 2022."
    assert said("agreements", "Kalvik Protocol", dated)[1] == {"date": "2022-04-09"}


def test_a_gloss_is_short_and_says_nothing_twice() -> None:
    text = "Mayor Ann Lee came. Mayor Ann Lee left."
    assert said("people", "Ann Lee", text)[0] == "Mayor (March 2021)."
    long = " ".join(f"Deputy Regional Transport And Harbour Director{'x' * at} Mayor Ann Lee came." for at in range(20))
    assert len(said("people", "Ann Lee", long)[0].split()) <= 30
