"""What is called after a person or a place. In the examples, stars surround the name."""

from __future__ import annotations

import pytest

from course_reader.text.mention.beside.company import why_not
from course_reader.text.mention.context import Surroundings
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot


def reason(marked: str, kind: str, offices: tuple[str, ...] = ()) -> WhyNot | None:
    before, word, after = marked.split("*")
    start, end = len(before), len(before + word)
    name = Name(word, "x", kind, full=kind != "people", offices=offices)
    return why_not(Surroundings(before + word + after, {start}, {end}), start, end, name)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("so *Ibsen*'s law holds", "thing"),
        ("so *Ibsen*'s second law holds", "thing"),
        ("saw *Ibsen*'s Comet today", "thing"),
        ("solved *Ibsen*'s Cube today", "thing"),
        ("the *Ibsen* temperature", "thing"),
        ("of 4 *Kelvin* in", "common-word"),
        ("In Nora v. *Ibsen* the court", "thing"),
        ("In *Ibsen* v. Nora the court", "thing"),
        ("King *George* fled", "inside-person"),
        ("with *Parkinson*'s and tired", "thing"),
        ("a *Zeppelin* flew", "thing"),
        ("the *Turing* test", "thing"),
        ("the *Ibsen* government", None),
        ("an *Ibsen* ally", None),
        ("so *Ibsen*'s speech", None),
        ("in May *Ibsen* spoke", None),
        ("the *Ibsen*-backed plan", None),
    ],
)
def test_a_noun_beside_a_surname(marked: str, expected: str | None) -> None:
    assert reason(marked, "people") == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("sliced *Parma* ham", "common-word"),
        ("the *Milan* derby", "common-word"),
        ("the *Ebola* vaccine", "thing"),
        ("Soon *Ebola* has spread", "thing"),
        ("the U.S. state of *Georgia* counted", "inside-place"),
        ("in Atlanta, *Georgia*, it rained", "inside-place"),
        ("in Tbilisi, *Georgia*, it rained", None),
        ("he saw Death in *Venice* twice", "inside-title"),
        ("the opera Nora in *China* was", "inside-title"),
        ("the rain in *Parma* stopped", None),
        ("so *Parma* slept", None),
    ],
)
def test_a_noun_beside_a_place(marked: str, expected: str | None) -> None:
    assert reason(marked, "places") == expected


def test_a_ruler_keeps_the_title_of_the_entry() -> None:
    assert reason("King *Harald* spoke", "people") is WhyNot.INSIDE_PERSON
    assert reason("King *Harald* spoke", "people", ("King of Norway",)) is None
