"""Loaded words: the list, and the search for them in an author's own voice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.prose.loaded import Loaded, find_loaded, loaded_words, spans_of

WORDS = loaded_words(["*"])


def found(text: str, words: dict[str, str] = WORDS, **options: list[str]) -> list[str]:
    return [word.text for word in find_loaded(text, words, **options)]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["rebel, rebels -> fighters"], {"rebel": "fighters", "rebels": "fighters"}),
        (["Rebel", "ethnic   Cleansing -> exodus, flight"], {"rebel": "", "ethnic cleansing": "exodus, flight"}),
        (["# rebel", "", "  ", "foe, , -> "], {"foe": ""}),
        (["rebel, rebels", "foe", "- Rebels "], {"foe": ""}),
        (["rebel", "-foe"], {"rebel": ""}),
        (["-rebel", "rebel"], {"rebel": ""}),
        (["rebel -> a", "rebel -> b"], {"rebel": "b"}),
    ],
)
def test_a_list_adds_words_and_takes_words_out(lines: list[str], words: dict[str, str]) -> None:
    assert loaded_words(lines) == words


def test_the_built_in_list_is_part_of_a_list_where_its_sign_is() -> None:
    words = loaded_words(["regime -> administration", " * ", "-terrorists", "foe -> rival"])
    assert (words["regime"], words["foe"]) == ("government, authorities", "rival")
    assert "terrorist" not in words
    assert "terrorist" in loaded_words(["-terrorist", "*"])


def test_the_list_is_searched_in_small_and_capital_letters_and_across_lines() -> None:
    assert found("Liberated, OCCUPIED, ethnic\ncleansing; regimes.") == [
        "Liberated",
        "OCCUPIED",
        "ethnic\ncleansing",
        "regimes",
    ]


def test_only_whole_words_count() -> None:
    assert found("The preoccupied regimental band; terrorist-like; Occupations123; non-native lands.") == []


def test_a_phrase_counts_as_one() -> None:
    words = loaded_words(["cleansing -> a", "ethnic cleansing -> b", "the ethnic -> c"])
    text = "Cleansing, ethnic cleansing, the ethnic cleansing"
    assert [(word.text, word.instead) for word in find_loaded(text, words)] == [
        ("Cleansing", "a"),
        ("ethnic cleansing", "b"),
        ("the ethnic", "c"),
        ("cleansing", "a"),
    ]


def test_a_phrase_swallows_a_word_that_begins_it() -> None:
    assert found("Ethnic cleansing", loaded_words(["ethnic", "ethnic cleansing"])) == ["Ethnic cleansing"]


def test_a_word_has_its_place_and_a_neutral_word() -> None:
    assert list(find_loaded("A junta, “a regime”", WORDS)) == [Loaded(2, 7, "junta", "government, authorities")]


def test_the_entry_that_explains_a_word_may_use_it() -> None:
    text = "A separatist wants to leave. Separatists differ. The regime fell."
    assert found(text, allowed=["Separatist"]) == ["regime"]
    assert found("The foe, the regime", allowed=["the regime fell", "e foe", "the foes"]) == ["foe", "regime"]


@pytest.mark.parametrize("text", ["ethnıc cleansing", "ethnic cleanſing"])
def test_letters_that_only_a_regular_expression_takes_for_others_are_other_letters(text: str) -> None:
    assert found(text) == []


def test_an_empty_list_switches_the_rule_off() -> None:
    assert found("The regime fell.", loaded_words([])) == []


@pytest.mark.parametrize(
    ("name", "text", "spans"),
    [
        ("Separatist", "SEPARATISTS and a separatist-led", ["SEPARATISTS", "separatist"]),
        ("state  of war", "a state of\nwar, states of war", ["state of\nwar"]),
        ("C++", "C++s and C++", ["C++s", "C++"]),
        ("war", "awar wars warss", ["wars"]),
    ],
)
def test_a_name_is_found_in_any_case_and_in_the_plural(name: str, text: str, spans: list[str]) -> None:
    assert [text[a:b] for a, b in spans_of(name, text)] == spans


@given(st.text(alphabet="“”\"'‘’«» .\nregimRBaku", max_size=60))
def test_any_text_can_be_searched_and_spans_are_true(text: str) -> None:
    for word in find_loaded(text, WORDS):
        assert text[word.start : word.end] == word.text
