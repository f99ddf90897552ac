"""Hard words on an article's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course_reader.pages.markup import Html, Linker, box, paragraph_numbers, span
from course_reader.parts.hard_words.values import WordView, anchor_of


def page(words: tuple[WordView, ...], links: Linker) -> Iterator[Html]:
    """A list of definitions, with the paragraphs that contain the words."""
    yield definitions(words)


def definitions(words: Iterable[WordView], *, where: bool = True) -> Html:
    """The words as a list of definitions; nothing if there are none.

    Args:
        words: The words.
        where: Whether to give the paragraphs that contain a word.
    """
    rows = [row for word in words for row in _word(word, where)]
    return box("dl", *rows, classes=("words",)) if rows else Html()


def _word(word: WordView, where: bool) -> Iterator[Html]:
    part = [" ", span(word.part, "word-part")] if word.part else []
    yield box("dt", word.word, *part, id=anchor_of(word.word) if where else "")
    yield box("dd", word.means, *([" ", paragraph_numbers(word.paragraphs)] if where and word.paragraphs else []))
