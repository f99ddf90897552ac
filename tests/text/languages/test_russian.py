"""Names in Russian: the sentences of `text/cases/language_ru.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.russian import RUSSIAN


def test_links_are_right_and_complete() -> None:
    check_language("ru")


def test_forms_of_a_name() -> None:
    assert {"Нагорного Карабаха", "Нагорном Карабахе"} <= set(RUSSIAN.forms("Нагорный Карабах", "places"))
    assert "Минской группы ОБСЕ" in RUSSIAN.forms("Минская группа ОБСЕ", "organisations")
    assert {"Марии Захаровой", "Марию Захарову"} <= set(RUSSIAN.forms("Мария Захарова", "people"))
    assert "Баку" in RUSSIAN.forms("Баку", "places")
