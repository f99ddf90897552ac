"""Names in capitals. In the examples, stars surround the name."""

from __future__ import annotations

from course_reader.text.mention.capitals import is_headline, is_ordinary, is_shouted_word
from course_reader.text.mention.context import Surroundings


def place(marked: str) -> tuple[Surroundings, int, int]:
    before, name, after = marked.split("*")
    start, end = len(before), len(before + name)
    return Surroundings(before + name + after, {start}, {end}), start, end


def test_a_word_in_capitals_beside_it_makes_a_headline() -> None:
    assert is_headline(*place("*GRAZ* WINS, they said"))
    assert is_headline(*place("NO TO *GRAZ*"))
    assert not is_headline(*place("in *GRAZ* they said"))
    assert not is_headline(*place("A *GRAZ* I"))


def test_an_acronym_that_is_a_word() -> None:
    assert is_shouted_word(*place("JOIN *US* NOW"), "US")
    assert not is_shouted_word(*place("the *US* NAVY"), "NATO")
    assert not is_shouted_word(*place("the *US* army"), "US")
    assert is_shouted_word(*place("*WHO* IS next"), "WHO")


def test_an_everyday_short_form_before_a_noun() -> None:
    assert is_ordinary(*place("the *IT* department"), "IT")
    assert not is_ordinary(*place("the *IT* and others"), "IT")
    assert not is_ordinary(*place("the *EU* department"), "EU")
