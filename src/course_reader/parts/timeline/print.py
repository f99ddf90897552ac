"""The timeline of a pack: its articles among the events."""

from __future__ import annotations

from datetime import date

from course_reader.tree.book import Book
from course_reader.tree.pack import DateRow
from course_reader.tree.parts import TimelinePart
from course_reader.views.chronology import dated


def make(book: Book) -> list[TimelinePart]:
    """All dated entries, together with the articles of the pack."""
    rows = []
    for item in dated(book.library):
        is_article = item.rank == 1
        if is_article and item.docname not in book.articles:
            continue
        text = f"Reading: {item.title}" if is_article else item.title
        rows.append(
            DateRow(
                when=item.when, text=text, to=item.docname if is_article else None, now=is_article, at=_year(item.first)
            )
        )
    return [TimelinePart(t="timeline", title="Timeline", label="part:timeline", rows=rows)] if rows else []


def _year(day: date) -> float:
    """A day as a year with a fraction."""
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 3)
