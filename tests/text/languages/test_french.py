"""Names in French: the sentences of `text/cases/language_fr.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.french import FRENCH


def test_links_are_right_and_complete() -> None:
    check_language("fr")


def test_forms_of_a_name() -> None:
    assert set(FRENCH.forms("traité de paix", "terms")) == {"traité de paix", "traités de paix"}
    assert "du Caire" in FRENCH.forms("Le Caire", "places")
    assert list(FRENCH.forms("Ada Quill", "people")) == ["Ada Quill"]
