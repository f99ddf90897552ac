"""The first pages of a printed pack: title page and contents."""

from __future__ import annotations

from course_reader.model.outputs import CLASS
from course_reader.tree.book import Book
from course_reader.tree.parts import ContentsPart, TitlePart


def title(book: Book) -> list[TitlePart]:
    """The title page: introduction, course, instructor and term; and that a pack for the class is for it only."""
    rows = [row for row in (book.pack.course, book.pack.instructor, book.pack.term) if row]
    if book.library.settings.audience == CLASS:
        rows.append("For the class only: not to be published")
    return [TitlePart(t="title", c=book.intro, rows=rows)]


def contents(book: Book) -> list[ContentsPart]:
    """The table of contents, which the template makes."""
    return [ContentsPart(t="contents")]
