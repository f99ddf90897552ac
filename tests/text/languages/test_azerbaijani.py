"""Names in Azerbaijani: the sentences of `text/cases/language_az.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.azerbaijani import AZERBAIJANI


def test_links_are_right_and_complete() -> None:
    check_language("az")


def test_forms_of_a_name() -> None:
    assert AZERBAIJANI.whole_word("Bakıdan", 0, 4, False) == 7
    assert AZERBAIJANI.whole_word("Bakılı", 0, 4, False) == -1
    assert AZERBAIJANI.whole_word("Əliyeva gəldi", 0, 6, False) == -1
    assert AZERBAIJANI.upper("Bakı, İlham") == "BAKI, İLHAM"
