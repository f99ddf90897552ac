"""Names in Italian: the sentences of `text/cases/language_it.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.italian import ITALIAN


def test_links_are_right_and_complete() -> None:
    check_language("it")


def test_forms_of_a_name() -> None:
    assert "trattati di pace" in ITALIAN.forms("trattato di pace", "terms")
    assert ITALIAN.whole_word("dell'Armenia", 5, 12, False) == 12
    assert ITALIAN.whole_word("D'Alema", 2, 7, False) == 7
    assert ITALIAN.whole_word("con D'Alema", 6, 11, False) == -1
