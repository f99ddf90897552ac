"""Names in Spanish: the sentences of `text/cases/language_es.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.spanish import SPANISH


def test_links_are_right_and_complete() -> None:
    check_language("es")


def test_forms_of_a_name() -> None:
    assert "acuerdos de paz" in SPANISH.forms("acuerdo de paz", "terms")
    assert "naciones" in SPANISH.forms("nación", "terms")
    assert "al Cairo" in SPANISH.forms("El Cairo", "places")
