"""Governments that are called by a place."""

from __future__ import annotations

from course_reader.text.propose.governments import governments
from course_reader.text.propose.group import Used
from course_reader.text.propose.groups import groups
from course_reader.text.propose.reading import read
from course_reader.text.propose.records import SourceText
from course_reader.text.propose.uses import uses


def found(text: str) -> dict[str, set[str]]:
    texts = read([SourceText("a", text)])
    made = groups(Used(0, use) for use in uses(texts[0].text, ()))
    return {name: set(group.names) for name, group in governments(made, texts)}


def test_a_capital_that_acts_means_its_government() -> None:
    assert found("On Friday Baku announced a plan. They urged Moscow to act.") == {
        "Government of Azerbaijan": {"Baku"},
        "Government of Russia": {"Moscow"},
    }


def test_a_country_has_to_act_more_than_once() -> None:
    assert found("On Friday Elmholm announced a plan.") == {}
    assert found("On Friday Elmholm announced a plan. They urged Elmholm to act.") == {
        "Government of Elmholm": {"Elmholm"}
    }


def test_a_place_in_which_something_happens_means_nobody() -> None:
    assert found("They met in Baku. Talks in Moscow failed.") == {}
