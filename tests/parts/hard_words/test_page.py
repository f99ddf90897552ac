"""How hard words are written."""

from __future__ import annotations

from libraries import linker, shown
from libraries import words as words_of

from course_reader.parts.hard_words.page import definitions, page
from course_reader.parts.hard_words.values import WordView

WORDS = (
    WordView("a <b>", "", "markup & more", ((1, "p1"),)),
    WordView("irk", "verb", "to annoy", ((1, "p1"), (2, "p2"))),
    WordView("zest", "", "joy", ()),
)


def test_words_have_their_part_of_speech_and_their_paragraphs() -> None:
    tree = shown(page(WORDS, linker()))

    assert words_of(tree, "//dt | //dd") == [
        "a <b>", "markup & more ¶ 1", "irk verb", "to annoy ¶ 1, 2", "zest", "joy",
    ]  # fmt: skip
    assert tree.xpath("//dd//a/@href") == ["#p1", "#p1", "#p2"]


def test_elsewhere_the_paragraphs_are_left_out() -> None:
    assert words_of(shown(definitions(WORDS, where=False)), "//dd") == ["markup & more", "to annoy", "joy"]


def test_no_words_are_nothing() -> None:
    assert definitions([]) == ""
