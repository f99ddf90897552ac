"""Where words end."""

from __future__ import annotations

from course_reader.text.languages.edges import edges, ends_word, is_letter, starts_word


def test_words_end_at_blanks_and_signs() -> None:
    assert is_letter("a") and not is_letter("-")
    assert starts_word("a b", 2) and not starts_word("ab", 1) and not starts_word("O'B", 2)
    assert ends_word("a, b", 1) and not ends_word("ab", 1) and not ends_word("a'b", 1) and ends_word("a' b", 1)


def test_what_may_be_written_on() -> None:
    rule = edges(before="l'", after="en")
    assert rule("l'Oslo", 2, 6, False) == 6
    assert rule("Osloen kom", 0, 4, False) == 6
    assert rule("Osloer", 0, 4, False) == -1
    assert rule("xl'Oslo", 3, 7, False) == -1


def test_a_capital_is_written_on_only_where_a_sentence_starts() -> None:
    rule = edges(before="l'")
    assert rule("Non. L'Oslo", 7, 11, False) == 11
    assert rule("non L'Oslo", 6, 10, False) == -1
