"""Terms, from the list and from phrases that come again."""

from __future__ import annotations

from course_reader.text.propose.reading import read
from course_reader.text.propose.records import SourceText
from course_reader.text.propose.terms import terms


def found(*texts: str) -> dict[str, int]:
    made = terms(read(SourceText(str(at), text) for at, text in enumerate(texts)), [()] * len(texts))
    return {group.heading: len(group.places) for group in made}


def test_terms_of_the_press_are_found_in_all_forms_the_longest_first() -> None:
    text = "Two ceasefires failed. The peace treaty fixes a cease-fire line; territorial integrity matters."
    assert found(text) == {"ceasefire": 1, "peace treaty": 1, "ceasefire line": 1, "territorial integrity": 1}


def test_a_capital_inside_a_sentence_makes_a_name() -> None:
    assert found("They read the Peace Treaty. Separatists left.") == {"separatist": 1}


def test_hard_phrases_are_terms_if_they_come_again() -> None:
    assert found("They saw the benthic fauna.", "The benthic fauna heals.") == {"benthic fauna": 2}
    assert found("They saw the benthic fauna.") == {}


def test_other_languages_have_no_terms_yet() -> None:
    [text] = read([SourceText("a", "Le quota et le veto.", language="fr")])
    assert terms([text], [()]) == []
