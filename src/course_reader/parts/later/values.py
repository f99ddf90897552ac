"""What happened after an article was printed, as values."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.model.dates import spell
from course_reader.model.records import Date, Record
from course_reader.views.at import At
from course_reader.views.sources import SourceView


class LaterEvent(Record):
    """Something that happened after the article was printed."""

    date: Date
    text: str
    sources: tuple[str, ...] = ()


class Keys(Record):
    """What an article's front matter says of what came later."""

    what_happened_next: tuple[LaterEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class LaterView:
    """A later event with its sources."""

    when: str
    text: str
    sources: tuple[SourceView, ...]


def later(at: At) -> tuple[LaterView, ...]:
    """The later events of an article."""
    return tuple(
        LaterView(spell(event.date, short=True), event.text, at.library.sources.get(event.sources))
        for event in at.keys(Keys).what_happened_next
    )
