"""Part of a pack: its articles among the events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_reader.tree.content import Item

if TYPE_CHECKING:
    from course_reader.pdf.book import Book


def make(book: Book) -> list[Item]:
    """What is dated, with the articles of the pack among it."""
    rows = []
    for item in book.shelf.dated():
        if item.kind == "article" and item.docname not in book.articles:
            continue
        now = item.kind == "article"
        to = item.docname if now else None
        rows.append(date_row(item.when, f"Reading: {item.text}" if now else item.text, to, now=now))
    return [{"t": "timeline", "title": "Timeline", "label": "part:timeline", "rows": rows}] if rows else []


def date_row(when: str, text: str, to: str | None = None, *, now: bool = False) -> Item:
    """A row of a time line."""
    return {"when": when, "text": text, "to": to, "now": now}
