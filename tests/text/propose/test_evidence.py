"""Signs of a name's kind in the words around it."""

from __future__ import annotations

import pytest

from course_reader.text.propose.beside import Beside
from course_reader.text.propose.evidence import noun_of, signs, votes
from course_reader.text.propose.uses import Use


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met X Y, 34, there.", "people"),
        ("They met X Y, who left.", "people"),
        ("“No,” X Y said.", "people"),
        ("The guild is led by X Y.", "people"),
        ("They met X Y, the captain of the ferry.", "people"),
        ("They live in X Y.", "places"),
        ("They met off X Y at dawn.", "places"),
        ("They left the town of X Y.", "places"),
        ("It was a X Y-based firm.", "places"),
        ("They saw X Y, a village in the hills.", "places"),
        ("They spoke to a spokesman for X Y.", "organisations"),
        ("They joined X Y, a charity.", "organisations"),
        ("They beat X Y 3-1.", "organisations"),
        ("The X Y coach left.", "organisations"),
        ("There are groups such as X Y.", "organisations"),
        ("They sank the ferry X Y.", "terms"),
    ],
)
def test_words_around_a_name_show_its_kind(text: str, kind: str) -> None:
    at = text.index("X Y")
    found = votes(Beside(text, Use("X Y", at, at + 3)))
    assert max(found, key=lambda one: found[one]) == kind


def test_nobody_has_an_article_before_the_name() -> None:
    text = "They met the X Y there."
    assert votes(Beside(text, Use("X Y", 13, 16, article=True)))["people"] < 0


def test_every_sign_asks_for_something() -> None:
    assert all(sign.before or sign.after or sign.article is not None for sign in signs())


def test_a_description_is_about_its_last_noun() -> None:
    assert noun_of("a former leader of the union") == "leader"
    assert noun_of("") == ""
