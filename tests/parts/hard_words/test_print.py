"""Hard words in print."""

from __future__ import annotations

from libraries import make_shelf
from printed import pack
from readers import article

from course_reader.parts.hard_words import PART
from course_reader.parts.hard_words.print import word_rows
from course_reader.parts.hard_words.values import WordView


def test_they_are_below_their_article() -> None:
    files = {
        "corpus/one/article.md": article("They irked us.", vocabulary="{irk: {means: to annoy, part: verb}}"),
        "corpus/packs/p.md": pack("one", parts="[articles]"),
    }
    assert make_shelf(files).below("p", "words") == {
        "t": "words",
        "title": PART.below[0].heading,
        "rows": [{"word": "irk", "part": "verb", "text": "to annoy"}],
    }


def test_a_word_without_a_part_of_speech_has_an_empty_one() -> None:
    assert word_rows([WordView("zest", "", "joy", ((1, "p1"),))]) == [{"word": "zest", "part": "", "text": "joy"}]
