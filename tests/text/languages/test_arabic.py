"""Names in Arabic: the sentences of `text/cases/language_ar.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.arabic import ARABIC


def test_links_are_right_and_complete() -> None:
    check_language("ar")


def test_forms_of_a_name() -> None:
    assert "للكرملين" in ARABIC.forms("الكرملين", "organisations")
    assert ARABIC.whole_word("وبأرمينيا", 2, 9, False) == 9
    assert ARABIC.whole_word("باكورة", 0, 4, False) == -1
