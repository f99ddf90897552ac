"""Later events in print."""

from __future__ import annotations

from course_reader.parts.later.values import LaterView
from course_reader.tree.book import Book
from course_reader.tree.content import Item
from course_reader.tree.rows import date_row


def printed(events: tuple[LaterView, ...], book: Book) -> Item:
    """The later events of an article; the book's sources hold what they cite."""
    book.cited |= dict.fromkeys(source.key for event in events for source in event.sources)
    rows = [date_row(event.when, event.text) for event in events]
    return {"t": "dates", "title": "What happened next", "hint": "The article could not know this.", "rows": rows}
