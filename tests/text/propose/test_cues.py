"""The word lists of proposals."""

from __future__ import annotations

from course_reader.text.plurals import plural_of
from course_reader.text.propose.cues import is_adjective, state_of, states, term_forms, words
from course_reader.text.wordlists import known_places, sections


def test_no_word_is_twice_in_a_section_or_shows_two_kinds() -> None:
    shown = [words(kind) for kind in ("organisations", "places", "agreements", "events")]
    assert not [word for at, one in enumerate(shown) for other in shown[:at] for word in one & other]
    for name, row in sections("naming").items():
        assert sorted(row) == sorted(set(row)), name


def test_states_have_names_capitals_and_adjectives() -> None:
    assert len(states()) > 120
    baku = state_of("Baku")
    assert baku is not None
    assert baku.names == ("Azerbaijan",)
    assert state_of("Kalvik") is None
    capitals = {capital for state in states() for capital in state.capitals}
    assert len(capitals & known_places("capitals")) > 100


def test_adjectives_of_peoples() -> None:
    assert [is_adjective(word) for word in ("Danish", "Azeris", "Turkish-Armenian", "Denmark")] == [
        *(True, True, True, False)
    ]


def test_terms_are_known_in_their_forms() -> None:
    forms = term_forms()
    assert forms["peace treaties"] == "peace treaty"
    assert forms["demilitarization"] == "demilitarisation"
    assert forms["cease-fire"] == "ceasefire"
    assert forms["by-elections"] == "by-election"
    assert plural_of("quota") in forms
