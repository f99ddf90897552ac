"""Hard words in print."""

from __future__ import annotations

from collections.abc import Iterable

from course_reader.parts.hard_words.values import WordView
from course_reader.tree.below import WordsBelow
from course_reader.tree.book import Book
from course_reader.tree.pack import WordRow


def printed(words: tuple[WordView, ...], book: Book) -> WordsBelow:
    """The hard words below an article."""
    return WordsBelow(t="words", title="Hard words", rows=word_rows(words))


def word_rows(words: Iterable[WordView]) -> list[WordRow]:
    """Hard words, each with its meaning."""
    return [WordRow(word=word.word, part=word.part, text=word.means) for word in words]
