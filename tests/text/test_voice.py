"""Whose word a word is: the author's, a quotation's, or a named speaker's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.prose.loaded import find_loaded, loaded_words
from course_reader.text.prose.voice import own_voice

OWN = [
    "The army *liberated* the town.",
    "It called the closed road a *blockade*.",
    "Officials know that the town was *seized*.",
    "On Monday the *regime* fell.",
    "Azerbaijan used its guns to *liberate* the town.",
    "Aliyev spoke on Monday. The *occupation* ended.",
    "He said “enough”. The *occupation* ended.",
    "It is called the *blockade*.",
    "The town was taken, it was said, by *terrorists*.",
    "Armenia’s army held the *occupied* land.",
]
REPORTED = [
    "Azerbaijan said that it had *liberated* the town.",
    "The town was “*liberated*”, as the paper put it.",
    'They spoke of a "*blockade*".',
    "According to Baku, *terrorists* fled.",
    "In the words of Blinken, the *seized* land is large.",
    "In Baku's view the *occupation* ended.",
    "In Azerbaijan the war is remembered as a victory over *occupation*.",
    "A *liberated* town, said Aliyev.",
    "It was called *genocide* by Armenia.",
    "The «*regime*» fell.",
    "Armenians avoid the word *separatist*.",
    "UN texts speak of *occupied* areas.",
]


def _split(marked: str) -> tuple[str, int, int]:
    before, word, after = marked.split("*")
    return before + word + after, len(before), len(before) + len(word)


@pytest.mark.parametrize("sentence", OWN)
def test_it_is_the_authors_own_word(sentence: str) -> None:
    assert own_voice(*_split(sentence))


@pytest.mark.parametrize("sentence", REPORTED)
def test_somebody_else_says_it(sentence: str) -> None:
    assert not own_voice(*_split(sentence))


def test_a_quotation_does_not_reach_into_the_next_block() -> None:
    text = "He said “enough.\n\nThe regime fell.”"
    assert own_voice(text, text.index("regime"), text.index("regime") + 6)


WORDS = loaded_words(["*"])


def test_each_line_of_the_list_gives_all_its_forms() -> None:
    found = {word.text.lower() for word in find_loaded("Liberated, OCCUPIED, ethnic\ncleansing; regimes.", WORDS)}
    assert found == {"liberated", "occupied", "ethnic\ncleansing", "regimes"}


def test_only_whole_words_count() -> None:
    assert list(find_loaded("The preoccupied regimental band; terrorist-like; Occupations123.", WORDS)) == []


def test_the_entry_that_explains_a_word_may_use_it() -> None:
    text = "A separatist wants to leave. Separatists differ. The regime fell."
    assert [word.text for word in find_loaded(text, WORDS, allowed=["Separatist"])] == ["regime"]


def test_a_course_can_add_words_and_take_words_out() -> None:
    words = loaded_words(["*", "rebel, rebels -> fighters", "-regime"])
    found = list(find_loaded("The rebels fought the regime and other regimes.", words))
    assert [(word.text, word.instead) for word in found] == [("rebels", "fighters")]


def test_an_empty_list_switches_the_rule_off() -> None:
    assert list(find_loaded("The regime fell.", loaded_words([]))) == []


@given(st.text(alphabet="“”\"'‘’«» .\nregimRBaku", max_size=60))
def test_any_text_can_be_searched_and_spans_are_true(text: str) -> None:
    for word in find_loaded(text, WORDS):
        assert text[word.start : word.end] == word.text
