"""The content of a timeline, as values: everything that has a date, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from course_reader.marks.records import Asked
from course_reader.model.dates import Edtf, spell
from course_reader.model.entry import Entry, Kind, happened
from course_reader.views.chronology import bounds, in_words
from course_reader.views.library import Library


@dataclass(frozen=True, slots=True)
class TimelineAsked(Asked):
    """A page's request for a timeline."""

    #: events, agreements or all
    kind: str = "all"
    #: only items that overlap the time between these two; None is open
    start: Edtf | None = None
    end: Edtf | None = None
    #: how many timelines are above it on its page
    number: int = 0


@dataclass(frozen=True, slots=True)
class Version:
    """The name and explanation of an entry from a day on."""

    #: None: from the beginning
    since: date | None
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Happening:
    """A row of the timeline: an event, an agreement, or an article."""

    #: events, agreements or readings
    kind: str
    #: the dates in words: "27–29 Feb 1988"
    when: str
    #: the same before the end was known: "from 27 Feb 1988"; "" without an end
    opened: str
    year: int
    #: the first day on which it was public knowledge that it had happened, or begun
    known: date
    #: its last day
    last: date
    docname: str
    name: str
    text: str
    #: oldest first; empty if name and text never changed
    versions: tuple[Version, ...]


#: the kind of a row that is an article
READINGS = "readings"

#: The order within a day: events, agreements, articles.
_RANK = {str(Kind.EVENTS): 0, str(Kind.AGREEMENTS): 1, READINGS: 2}

_Placed = tuple[tuple[date, int, str], Happening]


def rows(library: Library, asked: TimelineAsked) -> tuple[Happening, ...]:
    """The rows of a timeline: oldest first."""
    placed = [*_entries(library, asked), *_articles(library, asked)]
    return tuple(row for _, row in sorted(placed, key=lambda item: item[0]))


def _entries(library: Library, asked: TimelineAsked) -> Iterator[_Placed]:
    for file in library.glossary:
        when, docname = happened(file.entry), library.entry_docname(file.id)
        if when is None or asked.kind not in ("all", file.kind) or not library.has_page(docname):
            continue
        start, end = bounds(when, getattr(file.entry, "end", None))
        if _touches(asked, start, end):
            gloss, versions = library.gloss(file.id, None), _versions(file.entry)
            row = _row(file.kind, start, end, start.last, docname, gloss.name, gloss.text, versions)
            yield (start.first, _RANK[row.kind], file.id), row


def _articles(library: Library, asked: TimelineAsked) -> Iterator[_Placed]:
    for docname, page in library.articles:
        article = page.article
        if article is None or article.date is None:
            continue
        start, end = bounds(article.date, None)
        if _touches(asked, start, end):
            outlet = " / ".join(filter(None, (article.agency, article.outlet)))
            row = _row(READINGS, start, end, start.first, docname, page.title, outlet, ())
            yield (start.first, _RANK[READINGS], docname), row


def _row(
    kind: Kind | str,
    start: Edtf,
    end: Edtf | None,
    known: date,
    docname: str,
    name: str,
    text: str,
    versions: tuple[Version, ...],
) -> Happening:
    when, last = in_words(start, end), (end or start).last
    opened = f"from {spell(start, short=True)}" if end else ""
    return Happening(str(kind), when, opened, start.first.year, known, last, docname, name, text, versions)


def _touches(asked: TimelineAsked, start: Edtf, end: Edtf | None) -> bool:
    return (asked.end is None or start.first <= asked.end.last) and (
        asked.start is None or (end or start).last >= asked.start.first
    )


def _versions(entry: Entry) -> tuple[Version, ...]:
    """The names and explanations of the entry over time, one for each change."""
    periods = [*entry.gloss, *(alias for alias in entry.aliases if alias.preferred)]
    days = {p.start.first for p in periods if p.start}
    days |= {p.end.last + timedelta(days=1) for p in periods if p.end and p.end.last < date.max}
    found: list[Version] = []
    for since in (None, *sorted(days)):
        day = since or date.min
        version = Version(since, entry.name_at(day), entry.gloss_at(day) or "")
        if not found or (version.name, version.text) != (found[-1].name, found[-1].text):
            found.append(version)
    return tuple(found) if len(found) > 1 else ()
