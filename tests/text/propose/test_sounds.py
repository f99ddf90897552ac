"""Spellings of one name in several alphabets sound the same; names of two people do not."""

from __future__ import annotations

import pytest

from course_reader.text.propose.sounds import is_form, sound, sounds


@pytest.mark.parametrize(
    "spellings",
    [
        ("Pashinyan", "Pashinian", "Paşinyan", "Пашинян", "Փաշինյան"),
        ("Aliyev", "Aliev", "Алиев"),
        ("Yerevan", "Erevan", "Ереван", "Երևան"),
        ("Zelensky", "Zelenskyy", "Зеленский"),
        ("Gorbachev", "Горбачёв"),
        ("Azerbaijan", "Азербайджан"),
        ("Karabakh", "Карабах"),
        ("Tbilisi", "თბილისი"),
        ("Mohammed", "Mohamed"),
    ],
)
def test_spellings_of_one_name(spellings: tuple[str, ...]) -> None:
    assert len({sound(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Aliyev", "Aliyeva"), ("Marsh", "Marks"), ("Dahl", "Dal'nov")])
def test_names_of_two_people(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_a_name_keeps_its_words() -> None:
    assert sounds("Nagorno-Karabakh") == ("nagorno", "karabah")


def test_an_ending_of_another_language_may_follow() -> None:
    assert is_form(sound("Pashinyan"), sound("Пашиняна"))
    assert not is_form(sound("Pashinyan"), sound("Пашинянополис"))
    assert not is_form("dal", "dalena")
