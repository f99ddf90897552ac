"""When neighbouring words make a name part of another. In the examples, stars surround the name."""

from __future__ import annotations

import re

import pytest

from course_reader.text.mention.company import Company

#: names of the glossary, beside the one that is asked about
KNOWN = re.compile(r"Oslo|Norway|Ibsen|Grieg|Nora")


def company(marked: str) -> tuple[Company, int, int]:
    before, name, after = marked.split("*")
    text = before + name + after
    known = [found.span() for found in KNOWN.finditer(text)]
    starts, ends = {a for a, _ in known}, {b for _, b in known}
    return Company(text, starts | {len(before)}, ends | {len(before + name)}), len(before), len(before + name)


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("*Norway* Today wrote", "places"),
        ("*Ibsen* National Museum", "people"),
        ("*Ibsen* Old Town Museum", "people"),
        ("the Bank of *Norway*", "places"),
        ("Bank of *Norway*", "places"),
        ("the Institute for the *Ibsen*", "people"),
        ("Western *Norway*", "places"),
        ("in New *Oslo*", "places"),
        ("Wilsonian *Norway*", "places"),
    ],
)
def test_an_institution_or_another_place_is_not_the_name_in_it(marked: str, kind: str) -> None:
    names, start, end = company(marked)
    assert names.is_another_name(start, end, kind)


def test_adjectives_that_make_another_place() -> None:
    found = "North South East West Northern Southern Eastern Western Greater Lesser Upper Lower New Old Inner Outer"
    for word in [*found.split(), *["Great", "Strong", "Prosperous", "Bright", "Free", "Young", "United", "Wilsonian"]]:
        names, start, end = company(f"in {word} *Norway*")
        assert names.is_another_name(start, end, "places"), word


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("*Norway* today wrote", "places"),
        ("*Norway*, Museum", "places"),
        ("*Ibsen* Old Town Hill Museum", "people"),
        ("*Ibsen* Museums", "people"),
        ("the bank of *Norway*", "places"),
        ("the Bank in *Norway*", "places"),
        ("the Bank of the rich *Norway*", "places"),
        ("western *Norway*", "places"),
        ("New *Ibsen*", "people"),
        ("*Oslo*", "places"),
        ("Bank of *Norway*", "organisations"),
        ("*Norway* Today", "terms"),
    ],
)
def test_other_words_leave_a_name_what_it_is(marked: str, kind: str) -> None:
    names, start, end = company(marked)
    assert not names.is_another_name(start, end, kind)


@pytest.mark.parametrize(
    ("marked", "kind", "joined"),
    [
        ("Jean-*Ibsen*", "people", True),
        ("A-*Ibsen*", "people", True),
        ("pro-*Ibsen*", "people", False),
        ("Pro-*Ibsen*", "people", False),
        ("Grieg-*Ibsen*", "people", False),
        ("*Ibsen*-Grieg", "people", False),
        ("*Ibsen*-Bull", "people", True),
        ("*Ibsen*-era", "people", False),
        ("*Ibsen* - Bull", "people", False),
        ("*Ibsen*", "people", False),
        ("-*Ibsen*", "people", False),
        (" -*Ibsen*", "people", False),
        ("x, *Ibsen*", "people", False),
        ("semi-*exclave*", "terms", True),
        ("post-*ceasefire*", "terms", False),
        ("*corridor*-Like", "terms", False),
        ("Jean-*Norway*", "places", False),
        ("*Norway*-Bull", "places", False),
    ],
)
def test_a_hyphen_makes_a_person_or_term_part_of_a_word(marked: str, kind: str, joined: bool) -> None:
    names, start, end = company(marked)
    assert names.is_joined(start, end, kind) is joined


@pytest.mark.parametrize(
    ("marked", "another"),
    [
        ("Then Peter *Ibsen* came", True),
        ("They met Knut *Ibsen*", True),
        ("Mr *Ibsen* came", False),
        ("on Monday *Ibsen* came", False),
        ("the Norwegian *Ibsen*", True),
        ("the Swedish *Ibsen*", False),
        ("Norway *Ibsen* knew", False),
        ("The NATO *Ibsen*", False),
        ("The UNESCO *Ibsen*", True),
        ("Norway's *Ibsen*", False),
        ("Prof. *Ibsen*", False),
        ("When *Ibsen* came", False),
        ("Meeting *Ibsen*, she left", False),
        ("Formally *Ibsen* left", False),
        ("Invited *Ibsen* left", False),
        ("Élan *Ibsen* left", False),
        ("Plays *Ibsen* wrote are old; his plays are.", False),
        ("Peter *Ibsen* wrote; his plays are old.", True),
        ("so Plays *Ibsen* wrote are old; his plays are.", True),
        ("*Ibsen* Bull came", True),
        ("*Ibsen* Grieg came", False),
        ("*Ibsen* Monday came", False),
        ("*Ibsen* came", False),
        ("*Ibsen*, Bull", False),
        ("old *Ibsen*", False),
        ("Swedish-born *Ibsen*", False),
    ],
)
def test_a_telling_capital_beside_a_surname_makes_it_another_person(marked: str, another: bool) -> None:
    names, start, end = company(marked)
    assert names.is_another_person(start, end) is another


@pytest.mark.parametrize(
    ("marked", "initial"),
    [
        ("by H. *Ibsen*", "H"),
        ("by Н. *Ibsen*", "Н"),
        ("by Hr. *Ibsen*", ""),
        ("by H *Ibsen*", ""),
        ("by 7. *Ibsen*", ""),
        ("*Ibsen*", ""),
    ],
)
def test_an_initial_comes_before_a_surname(marked: str, initial: str) -> None:
    names, start, _ = company(marked)
    assert names.initial_before(start) == initial


@pytest.mark.parametrize(
    ("marked", "in_title"),
    [
        ("the *Territorial Integrity* Party", True),
        ("the *territorial integrity* Party", False),
        ("the *Territorial Integrity* party", False),
        ("the *Territorial Integrity* Monday", False),
        ("the New *Territorial Integrity*", True),
        ("the Swedish *Territorial Integrity*", False),
        ("The *Territorial Integrity*", False),
        ("so The *Territorial Integrity*", True),
        ("a *Ceasefire*", False),
        ("*Ceasefire*", False),
    ],
)
def test_a_capitalised_term_among_capitals_is_a_title(marked: str, in_title: bool) -> None:
    names, start, end = company(marked)
    assert names.is_in_title(start, end) is in_title
