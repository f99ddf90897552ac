"""Declension by tables."""

from __future__ import annotations

from course_reader.text.languages.slavic import Declension, agrees, table

NOUNS = table("""
a: a u
-: - u|i
""")
RULES = Declension(table("y: y ego"), NOUNS, NOUNS, table("y: ye"), table("a: i"))


def test_a_table_has_choices_by_case() -> None:
    assert NOUNS[""] == (("",), ("u", "i"))


def test_the_adjectives_and_the_noun_change_and_what_follows_does_not() -> None:
    assert set(RULES.forms("novy most reki", "places")) >= {"novy most reki", "novego mostu reki", "novego mosti reki"}
    assert not any(form.endswith("rekiu") for form in RULES.forms("novy most reki", "places"))


def test_all_words_of_a_person_change() -> None:
    assert "Borisu Lomu" in RULES.forms("Boris Lom", "people")


def test_terms_have_a_plural() -> None:
    assert "novye kossi" in RULES.forms("novy kossa", "terms")
    assert "novye kossi" not in RULES.forms("novy kossa", "places")


def test_a_word_that_ends_in_a_consonant_has_no_case() -> None:
    assert not agrees("Указ", "Алиева", "Алиев")
    assert agrees("Камрана", "Алиева", "Алиев") and agrees("Камран", "Алиев", "Алиев")
