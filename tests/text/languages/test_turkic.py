"""Suffixes that follow the vowels of a word."""

from __future__ import annotations

from course_reader.text.languages.turkic import Suffixes

BARE = Suffixes("e", "dA|In", "dA|nIn", "ndA", "lAr", names_bare=True)
APART = Suffixes("e", "dA|In", "dA|nIn", "ndA", "lAr", names_bare=False)


def test_suffixes_follow_the_last_vowel() -> None:
    assert BARE.whole_word("Porda", 0, 3, False) == 5
    assert BARE.whole_word("Porde", 0, 3, False) == -1
    assert BARE.whole_word("Perde", 0, 3, False) == 5


def test_names_need_an_apostrophe_where_the_language_has_it() -> None:
    assert APART.whole_word("Por'da", 0, 3, False) == 6
    assert APART.whole_word("Porda", 0, 3, False) == -1
    assert APART.whole_word("NATO-nun", 0, 4, False) == 8


def test_the_names_of_bodies_and_ordinary_words_take_them_directly() -> None:
    assert APART.whole_word("Por Meri" + "nde", 0, 8, False) == 11
    assert APART.whole_word("portlarda", 0, 4, True) == 9
