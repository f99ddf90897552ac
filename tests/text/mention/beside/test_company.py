"""When neighbouring words make a name part of another. In the examples, stars surround the name."""

from __future__ import annotations

import re

import pytest

from course_reader.text.mention.beside.company import why_not
from course_reader.text.mention.context import Surroundings
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot

#: names of the glossary, beside the one that is asked about
KNOWN = re.compile(r"Oslo|Norway|Ibsen|Grieg|Nora")


def reason(marked: str, kind: str) -> WhyNot | None:
    before, word, after = marked.split("*")
    text = before + word + after
    known = [found.span() for found in KNOWN.finditer(text)]
    starts, ends = {a for a, _ in known}, {b for _, b in known}
    context = Surroundings(text, starts | {len(before)}, ends | {len(before + word)})
    name = Name(word, "x", kind, fold_case=kind == "terms", full=kind != "people" or " " in word)
    return why_not(context, len(before), len(before + word), name)


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        ("*Norway* Today wrote", "places", "inside-organisation"),
        ("*Ibsen* National Museum", "people", "inside-organisation"),
        ("*Ibsen* Old Town Museum", "people", "inside-organisation"),
        ("the Bank of *Norway*", "places", "inside-organisation"),
        ("the Institute for the *Ibsen*", "people", "inside-organisation"),
        ("Western *Norway*", "places", "inside-place"),
        ("in New *Oslo*", "places", "inside-place"),
        ("Wilsonian *Norway*", "places", "inside-place"),
        ("the player Michael *Norway*", "places", "inside-person"),
        ("Then Peter *Ibsen* came", "people", "inside-person"),
        ("They met Knut *Ibsen*", "people", "inside-person"),
        ("the Norwegian *Ibsen*", "people", "inside-person"),
        ("The UNESCO *Ibsen*", "people", "inside-person"),
        ("Peter *Ibsen* wrote; his plays are old.", "people", "inside-person"),
        ("*Ibsen* Bull came", "people", "inside-person"),
        ("*Henrik Ibsen* Jr. came", "people", "inside-person"),
        ("*Henrik Ibsen* Bull came", "people", "inside-person"),
        ("Mary *Henrik Ibsen* came", "people", "inside-person"),
        ("Jean-*Ibsen*", "people", "joined"),
        ("*Ibsen*-Bull", "people", "joined"),
        ("Jean-*Norway*", "places", "joined"),
        ("*Norway*-Bull", "places", "joined"),
        ("semi-*exclave*", "terms", "joined"),
        ("the Duke of *Oslo*", "places", "inside-title"),
        ("ships of Port *Oslo*", "places", "inside-place"),
        ("floods in *Oslo* City", "places", "inside-place"),
        ("*Oslo*, Idaho, voted", "places", "inside-place"),
        ("the Democratic Republic of *Norway*", "places", "inside-place"),
        ("*The Times* of Oslo said", "organisations", "inside-organisation"),
        ("the Indian *Congress* met", "organisations", "inside-organisation"),
        ("the *European Council* on Foreign Relations", "organisations", "inside-organisation"),
        ("*Ibsen* & Sons", "people", "inside-organisation"),
        ("the cruiser *Oslo* sank", "places", "thing"),
        ("the *Ibsen* family", "people", "family"),
        ("see www.*Oslo*.example", "places", "address"),
        ("the Second *Bergen Agreement*", "agreements", "inside-name"),
        ("The *Peace Treaty* Museum", "terms", "inside-name"),
    ],
)
def test_a_name_that_is_part_of_another(marked: str, kind: str, expected: str) -> None:
    assert reason(marked, kind) == expected


def test_adjectives_that_make_another_place() -> None:
    found = "North South East West Northern Southern Eastern Western Greater Lesser Upper Lower New Old Inner Outer"
    for word in [*found.split(), *["Great", "Strong", "Prosperous", "Bright", "Free", "Young", "United", "Wilsonian"]]:
        assert reason(f"in {word} *Norway*", "places") is WhyNot.INSIDE_PLACE, word


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("*Norway* today wrote", "places"),
        ("*Norway*, Museum", "places"),
        ("the bank of *Norway*", "places"),
        ("the Bank in *Norway*", "places"),
        ("western *Norway*", "places"),
        ("*Oslo*", "places"),
        ("the President of *Norway*", "places"),
        ("the Islamic Republic of *Norway*", "places"),
        ("John Bull of *Norway*", "places"),
        ("*Norway*'s Museum", "places"),
        ("*Norway* Prime Minister Bull", "places"),
        ("the *Oslo* Talks", "places"),
        ("*Oslo*, Bergen and Graz", "places"),
        ("Norway-*Oslo*", "places"),
        ("Sweden-*Norway*", "places"),
        ("anti-*Norway*", "places"),
        ("*Norway*-backed", "places"),
        ("pro-*Ibsen*", "people"),
        ("Pro-*Ibsen*", "people"),
        ("Grieg-*Ibsen*", "people"),
        ("*Ibsen*-Grieg", "people"),
        ("*Ibsen*-era", "people"),
        ("*Ibsen* - Bull", "people"),
        ("-*Ibsen*", "people"),
        ("x, *Ibsen*", "people"),
        ("post-*ceasefire*", "terms"),
        ("*corridor*-Like", "terms"),
        ("Mr *Ibsen* came", "people"),
        ("on Monday *Ibsen* came", "people"),
        ("the Swedish *Ibsen*", "people"),
        ("Norway *Ibsen* knew", "people"),
        ("The NATO *Ibsen*", "people"),
        ("Norway's *Ibsen*", "people"),
        ("Prof. *Ibsen*", "people"),
        ("When *Ibsen* came", "people"),
        ("Meeting *Ibsen*, she left", "people"),
        ("Formally *Ibsen* left", "people"),
        ("Invited *Ibsen* left", "people"),
        ("Plays *Ibsen* wrote are old; his plays are.", "people"),
        ("*Ibsen* Grieg came", "people"),
        ("*Ibsen* Monday came", "people"),
        ("*Ibsen*, Bull", "people"),
        ("old *Ibsen*", "people"),
        ("the *Ibsen* Administration", "people"),
        ("President *Henrik Ibsen* spoke", "people"),
        ("*Congress* met", "organisations"),
        ("the *European Council* President spoke", "organisations"),
    ],
)
def test_other_words_leave_a_name_what_it_is(marked: str, kind: str) -> None:
    assert reason(marked, kind) is None
