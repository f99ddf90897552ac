"""Names in Ukrainian: the sentences of `text/cases/language_uk.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.ukrainian import UKRAINIAN


def test_links_are_right_and_complete() -> None:
    check_language("uk")


def test_forms_of_a_name() -> None:
    assert {"Києва", "Києву", "Києвом"} <= set(UKRAINIAN.forms("Київ", "places"))
    assert {"Вірменії", "Вірменію"} <= set(UKRAINIAN.forms("Вірменія", "places"))
    assert "мирного договору" in UKRAINIAN.forms("мирний договір", "terms")
