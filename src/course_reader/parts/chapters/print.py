"""Part of a pack: the background chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_reader.tree.content import Item
from course_reader.tree.prose import running, text_of

if TYPE_CHECKING:
    from course_reader.pdf.book import Book


def make(book: Book) -> list[Item]:
    """The chapter, if the reader has one."""
    docname = book.shelf.session.settings.background
    page = book.shelf.domain.pages.get(docname)
    if page is None:
        return []
    content = text_of(book, docname, page)
    for block in content:
        # A chapter is no article: nobody cites its paragraphs by number.
        block |= {"n": None} if block["t"] in ("par", "ul", "ol") else {}
    return [{"t": "chapter", "label": docname, "title": page.title, "running": running(page.title), "c": content}]
