"""Names in German: the sentences of `text/cases/language_de.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.german import GERMAN


def test_links_are_right_and_complete() -> None:
    check_language("de")


def test_forms_of_a_name() -> None:
    assert {"Verträge", "Vertrags"} <= set(GERMAN.forms("Vertrag", "terms"))
    assert "Roten Kreuzes" in {f"{form}" for form in GERMAN.forms("Rotes Kreuz", "terms")}
    assert "Putins" in GERMAN.forms("Putin", "people")
