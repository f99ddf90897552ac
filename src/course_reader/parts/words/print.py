"""Hard words in print."""

from __future__ import annotations

from collections.abc import Iterable

from course_reader.parts.words.values import WordView
from course_reader.tree.book import Book
from course_reader.tree.content import Item


def printed(words: tuple[WordView, ...], book: Book) -> Item:
    """The hard words below an article."""
    return {"t": "words", "title": "Hard words", "rows": word_rows(words)}


def word_rows(words: Iterable[WordView]) -> list[Item]:
    """Hard words, each with its meaning."""
    return [{"word": word.word, "part": word.part, "text": word.means} for word in words]
