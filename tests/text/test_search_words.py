"""The words by which texts are searched are the same however somebody writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.search_words import index_words, plain, search_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orbán, émigré and naïve", ["orban", "emigre", "and", "naive"]),
        ("O'Neil O’Neil OʼNeil O`Neil", ["oneil"] * 4),
        ("Pashinyan's, Pashinyan’s; bosses'", ["pashinyan", "pashinyan", "bosses"]),
        ("Xankəndi ŞUŞA İrəvan Diyarbakır", ["xankendi", "susa", "irevan", "diyarbakir"]),
        ("Stepa\u00adnakert Nagorno-Karabakh", ["stepanakert", "nagorno", "karabakh"]),
        ("Ёлкин Йод Степанакерт", ["елкин", "иод", "степанакерт"]),
        ("ΝΙΚΟΣ Νίκος", ["νικοσ", "νικοσ"]),
        ("Łódź Straße Øresund", ["lodz", "strasse", "oresund"]),
        ("北京 and ﬁne 1994", ["北", "京", "and", "fine", "1994"]),
        ("'quoted' — 44-day", ["quoted", "44", "day"]),
        ("", []),
    ],
)
def test_words_without_accents_capitals_and_apostrophes(text: str, words: list[str]) -> None:
    assert search_words(text) == words


def test_what_follows_an_elided_article_is_a_word_too() -> None:
    assert {"armenie", "azerbaidjan", "neil"} <= index_words("L’Arménie, d'Azerbaïdjan; O'Neil")


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(max_size=30))
def test_words_are_never_empty_and_every_one_is_indexed(text: str) -> None:
    words = search_words(text)
    assert all(words)
    assert set(words) <= index_words(text)
