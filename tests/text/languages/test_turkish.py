"""Names in Turkish: the sentences of `text/cases/language_tr.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.turkish import TURKISH


def test_links_are_right_and_complete() -> None:
    check_language("tr")


def test_forms_of_a_name() -> None:
    assert TURKISH.whole_word("İstanbul'dan", 0, 8, False) == 12
    assert TURKISH.whole_word("İstanbullu", 0, 8, False) == -1
    assert TURKISH.whole_word("koridorlara", 0, 7, True) == 11
    assert "barış anlaşmaları" in TURKISH.forms("barış anlaşması", "terms")
