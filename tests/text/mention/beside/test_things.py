"""Things that are called like a place or a person. In the examples, stars surround the name."""

from __future__ import annotations

import pytest

from course_reader.text.mention.beside.families import Family
from course_reader.text.mention.beside.things import kind_before, thing_after, with_article
from course_reader.text.mention.context import Surroundings
from course_reader.text.mention.names import Name


def place(marked: str) -> tuple[Surroundings, int, int, Name]:
    before, name, after = marked.split("*")
    start, end = len(before), len(before + name)
    return Surroundings(before + name + after, {start}, {end}), start, end, Name(name, "x", "places")


@pytest.mark.parametrize(
    ("marked", "is_thing"),
    [
        ("the cruiser *Oslo*", True),
        ('the ship "*Oslo*"', True),
        ("the player *Jordan*", True),
        ("a girl named *Virginia*", True),
        ('a plan codenamed "*Oslo*"', True),
        ("Hotel de *Oslo*", True),
        ("the harbour of *Oslo*", False),
        ("he named *Oslo* as the seat", False),
    ],
)
def test_the_noun_before(marked: str, is_thing: bool) -> None:
    assert (kind_before(*place(marked), Family.PLACE) is not None) is is_thing


def test_the_noun_after() -> None:
    assert thing_after(*place("*Brussels* sprouts"), Family.PLACE) == "common-word"
    assert thing_after(*place("won at *Oslo* 1952"), Family.PLACE) == "inside-name"
    assert thing_after(*place("They met in *Oslo* 1952"), Family.PLACE) is None
    assert thing_after(*place("the *Ibsen* family"), Family.SURNAME) == "family"
    assert thing_after(*place("the *Ibsen* plays"), Family.SURNAME) is None


def test_an_article_makes_a_river_or_a_ship() -> None:
    assert with_article(*place("they crossed the *Jordan*."), Family.PLACE) == "thing"
    assert with_article(*place("the *Jordan* border"), Family.PLACE) is None
    assert with_article(*place("in the *Congo*."), Family.PLACE) is None
    assert with_article(*place("in *Jordan*."), Family.PLACE) is None
