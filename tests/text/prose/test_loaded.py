"""Loaded words: the list, and the search for them in an author's own voice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.prose.loaded import find_loaded, loaded_words

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
