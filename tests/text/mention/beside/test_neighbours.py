"""The words beside a name in other languages."""

from __future__ import annotations

import pytest

from course_reader.text.languages.known import language_of
from course_reader.text.mention.beside.neighbours import Neighbours
from course_reader.text.mention.context import Sort, Surroundings


def near(text: str, tag: str) -> Neighbours:
    language = language_of(tag)
    assert language is not None
    return Neighbours(language, Surroundings(text, frozenset({text.find("Oslo")}), frozenset()))


@pytest.mark.parametrize(
    ("text", "tag", "sort"),
    [
        ("Selon Quill", "fr", Sort.SMALL),
        ("le président Quill", "fr", Sort.SMALL),
        ("M. Quill", "fr", Sort.SMALL),
        ("A. Quill", "fr", Sort.INITIAL),
        ("l'Olympique Quill", "fr", Sort.INSTITUTION),
        ("avec Paul Quill", "fr", Sort.GIVEN),
        ("avec Zorblat Quill", "fr", Sort.OTHER),
        ("Die Regierung Quill", "de", Sort.SMALL),
        ("Der UNO Quill", "de", Sort.ACRONYM),
        ("محمد Quill", "ar", Sort.GIVEN),
    ],
)
def test_the_word_before(text: str, tag: str, sort: Sort) -> None:
    assert near(text, tag).left(text.find("Quill"))[1] is sort


def test_the_word_after() -> None:
    assert near("Quill Oslo", "fr").right(5)[1] is Sort.KNOWN
    assert near("Quill d'Oslo", "fr").right(5)[1] is Sort.SMALL
    assert near("Quill II", "fr").right(5)[1] is Sort.SUFFIX
    assert near("Quill, Oslo", "fr").right(5) == ("", Sort.SMALL)


def test_a_word_that_is_an_ordinary_one_elsewhere() -> None:
    text = "Bruine Quill. La bruine tombe."
    assert near(text, "fr").left(7)[1] is Sort.SMALL
