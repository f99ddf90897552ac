"""The forms in which a name is found."""

from __future__ import annotations

import pytest

from course_reader.text.mention.names import Name
from course_reader.text.mention.spellings import Style, forms, is_safe, spellings, without_accents


@pytest.mark.parametrize(
    ("text", "found_by"),
    [
        ("Hanseatic League", ["Hanseatic League"]),
        ("five principles", ["five principles", "Five principles"]),
        ("de Gaulle", ["de Gaulle", "De Gaulle"]),
        ("The Hague", ["The Hague", "the Hague"]),
        ("Theresienstadt", ["Theresienstadt"]),
        ("Saint\nPetersburg’s", ["Saint Petersburg's"]),
        ("iPhone", ["iPhone", "IPhone"]),
        ("EU", ["EU", "E.U."]),
        ("Apple", ["Apple"]),
        (" \u00ad", []),
    ],
)
def test_a_proper_name_is_found_as_written_and_at_the_start_of_a_sentence(text: str, found_by: list[str]) -> None:
    assert list(spellings(Name(text, "x", "places"))) == found_by


def test_a_term_is_found_in_the_plural_too() -> None:
    assert list(spellings(Name("peace treaty", "x", "terms", fold_case=True))) == ["peace treaty", "peace treaties"]
    assert list(spellings(Name("The quotas", "x", "terms", fold_case=True))) == ["The quotas"]


@pytest.mark.parametrize(
    ("text", "kind", "also", "never"),
    [
        ("George H. W. Bush", "people", ["George H.W. Bush", "George H W Bush", "George HW Bush"], ["George W. Bush"]),
        ("John F. Kennedy", "people", ["John F Kennedy"], ["John Kennedy"]),
        ("J. R. R. Tolkien", "people", ["J.R.R. Tolkien", "JRR Tolkien"], ["J. Tolkien"]),
        ("NATO", "organisations", ["Nato"], ["nato", "N.A.T.O."]),
        ("SALT", "organisations", [], ["Salt"]),
        ("U.N.", "organisations", ["UN"], []),
        (
            "Minsk Agreement",
            "agreements",
            ["Minsk agreement", "Minsk Agreements", "Minsk agreements"],
            ["minsk agreement"],
        ),
        ("Dayton Peace Agreement", "agreements", ["Dayton Agreement"], ["Dayton"]),
        ("First Karabakh War", "events", ["first Karabakh war", "first Karabakh War"], ["Karabakh War"]),
        ("Prague agreements", "agreements", ["Prague agreement"], []),
        ("hostage crisis", "terms", ["hostage crises"], ["hostage crisises"]),
        ("member of parliament", "terms", ["members of parliament"], []),
        ("secretary-general", "terms", ["secretaries-general"], []),
        ("ceasefire", "terms", ["cease-fire", "cease-fires", "cease fire", "ceasefires"], []),
        ("normalisation", "terms", ["normalization"], []),
        ("Ministry of Defence", "organisations", ["Ministry of Defense"], []),
        ("Recep Tayyip Erdo\u011fan", "people", ["Recep Tayyip Erdogan"], []),
        ("L\u00e9vesque", "people", ["Levesque"], ["levesque"]),
        ("R\u00e9sum\u00e9", "organisations", [], ["Resume"]),
    ],
)
def test_other_ways_to_write_a_name(text: str, kind: str, also: list[str], never: list[str]) -> None:
    found = set(spellings(Name(text, "x", kind, fold_case=kind == "terms")))
    assert set(also) <= found
    assert not found.intersection(never)


def test_capitals_are_a_form_that_needs_a_closer_look() -> None:
    found = dict(forms(Name("Graz", "graz", "places")))
    assert found == {"Graz": Style.PLAIN, "GRAZ": Style.CAPITALS}
    assert "GRAZ" not in spellings(Name("Graz", "graz", "places"))
    assert all(style is Style.PLAIN for _, style in forms(Name("quota", "quota", "terms", fold_case=True)))


def test_accents_are_left_out_letter_by_letter() -> None:
    text = "\u018fliyev, \u015eu\u015fa, \u0141\u00f3d\u017a, \u0130zmir, \u041c\u043e\u0441\u043a\u0432\u0430"
    assert without_accents(text) == "Aliyev, Susa, Lodz, Izmir, \u041c\u043e\u0441\u043a\u0432\u0430"
    assert len(without_accents(text)) == len(text)


def test_a_short_name_and_one_that_becomes_a_word_keep_their_accents() -> None:
    assert [is_safe(text) for text in ("Jos\u00e9", "Andr\u00e9s", "R\u00e9sum\u00e9", "Jos\u00e9 Gil")] == [
        False,
        True,
        False,
        True,
    ]
