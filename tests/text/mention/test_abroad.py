"""Texts in other languages."""

from __future__ import annotations

from course_reader.text.mention.abroad import ReadingAbroad
from course_reader.text.mention.found import Findings
from course_reader.text.mention.index import NameIndex
from course_reader.text.mention.names import Name
from course_reader.text.mention.reading import Reading

CITY = Name("Moscow", "moscow", "places")
RUSSIAN = Name("Москва", "moscow", "places", language="ru")
FRENCH = Name("Moscou", "moscow", "places", language="fr")
GOVERNMENT = Name("Moscow", "government", "organisations", metonym=True, full=False)
SURNAME = Name("Алиев", "aliyev", "people", full=False, language="ru")
LESQUE = Name("Lévesque", "levesque", "people", full=False)


def find(text: str, language: str, *names: Name) -> Findings:
    return NameIndex(names).find(text, language=language)


def test_another_language_is_read_by_its_rules() -> None:
    assert issubclass(ReadingAbroad, Reading)
    assert [m.text for m in find("Встреча в Москве.", "ru", RUSSIAN).mentions] == ["Москве"]
    assert find("Встреча в Москве.", "en", RUSSIAN).mentions == ()


def test_a_name_of_another_language_takes_no_forms() -> None:
    assert [m.text for m in find("Moscous, Moscou", "fr", FRENCH, RUSSIAN).mentions] == ["Moscou"]
    assert find("Встреча в Москве.", "uk", RUSSIAN).mentions == ()
    assert [m.text for m in find("Москва", "fr", RUSSIAN).mentions] == ["Москва"]


def test_short_names_are_those_of_their_own_language() -> None:
    assert [m.text for m in find("Письмо Алиеву.", "ru", SURNAME).mentions] == ["Алиеву"]
    assert find("L. Алиев", "fr", SURNAME).mentions == ()


def test_a_government_is_called_like_its_capital_in_every_language() -> None:
    known = CITY, RUSSIAN, GOVERNMENT
    assert [m.entry for m in find("Он живёт в Москве. Москва заявила.", "ru", *known).mentions] == [
        "moscow",
        "government",
    ]
    assert [q.entries for q in find("Об этом знает Москва.", "ru", *known).questions] == [("moscow", "government")]


def test_capitals_of_a_headline_and_of_a_dateline() -> None:
    assert [m.text for m in find("LÉVESQUE GAGNE\n\nLÉVESQUE oui", "fr", LESQUE).mentions] == ["LÉVESQUE"]


def test_a_language_without_rules_knows_whole_words() -> None:
    assert [m.text for m in find("Moscow ligt ver. Moscowers niet.", "nl", CITY).mentions] == ["Moscow"]


def test_signs_inside_words_are_left_out_and_spans_stay_right() -> None:
    found = find("Հենց Երևա՛նը որոշեց։", "hy", Name("Երևան", "yerevan", "places"))
    assert [(m.text, m.start, m.end) for m in found.mentions] == [("Երևա՛ն", 5, 11)]
