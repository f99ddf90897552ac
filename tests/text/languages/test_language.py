"""The record of a language, and the patterns in it."""

from __future__ import annotations

from course_reader.text.languages.language import Language, after_name, always, before_name, names, no_forms, words


def test_patterns_of_words() -> None:
    assert words("bank* the").fullmatch("Banks") and not words("bank").fullmatch("banks")
    assert not words("").search("")
    assert (
        before_name("in d'").search("lives in ")
        and before_name("in d'").search("d'")
        and not before_name("in").search("win ")
    )
    assert after_name("has+said").match(" has said") and not after_name("has").match(" hash")
    assert names("Ada Bo") == {"Ada", "Bo"}


def test_a_language_without_rules_leaves_names_as_they_are() -> None:
    plain = Language("xx", "Plain", "a-z")
    assert list(no_forms("Oslo", "places")) == ["Oslo"]
    assert plain.writes("Oslo") and not plain.writes("Осло")
    assert plain.whole_word("Oslo, ", 0, 4, False) == 4
    assert always("a", "b", "c")


def test_letters_that_count_as_another() -> None:
    assert Language("xx", "Plain", "a-z", same=str.maketrans("é", "e")).plain("élan") == "elan"
