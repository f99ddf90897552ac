"""Events after an article was published, as values."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.model.dates import spell
from course_reader.model.records import Date, Record
from course_reader.views.at import At
from course_reader.views.sources import SourceView

#: the sentence above later events, on pages and in print
HINT = "This happened after the article was published."


class LaterEvent(Record):
    """Something that happened after the article was published."""

    date: Date
    text: str
    sources: tuple[str, ...] = ()


class Keys(Record):
    """The keys for later events in an article's front matter."""

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
