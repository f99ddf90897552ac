"""Later events in print."""

from __future__ import annotations

from course_reader.parts.later.values import HINT, LaterView
from course_reader.tree.below import DatesBelow
from course_reader.tree.book import Book
from course_reader.tree.pack import DateRow


def printed(events: tuple[LaterView, ...], book: Book) -> DatesBelow:
    """The later events of an article; their sources are added to the pack's."""
    book.cited |= dict.fromkeys(source.key for event in events for source in event.sources)
    rows = [DateRow(when=event.when, text=event.text, to=None, now=False) for event in events]
    return DatesBelow(t="dates", title="What happened next", hint=HINT, rows=rows)
