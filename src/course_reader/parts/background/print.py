"""The background chapter in print, and the sections to read below an article."""

from __future__ import annotations

from course_reader.parts.background.values import SectionView
from course_reader.tree.book import Book
from course_reader.tree.content import Content, Item
from course_reader.tree.prose import running, text_of


def make(book: Book) -> list[Item]:
    """The chapter, if the reader has one."""
    docname = book.library.settings.background
    page = book.library.pages.get(docname)
    if page is None:
        return []
    content = text_of(book, docname, page)
    for block in content:
        # A chapter is no article: nobody cites its paragraphs by number.
        block |= {"n": None} if block["t"] in ("par", "ul", "ol") else {}
    return [{"t": "chapter", "label": docname, "title": page.title, "running": running(page.title), "c": content}]


def printed(sections: tuple[SectionView, ...], book: Book) -> Item:
    """The sections to read: where they are, or in short what they say."""
    rows: Content = []
    for section in sections:
        title = {"t": "ref", "to": f"{section.docname}#{section.anchor}", "c": [section.title]}
        years = f", {section.years}" if section.years else ""
        short = f" {section.short}" if section.short and "background" not in book.pack.parts else ""
        rows.append([{"t": "strong", "c": [title]}, f"{years}.{short}"])
    return {"t": "lines", "title": "Background to read", "rows": rows}
