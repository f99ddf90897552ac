"""The dates of events, agreements and articles, as values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from course_reader.model.dates import Edtf, parse, spell
from course_reader.model.entry import happened
from course_reader.views.library import Library, once


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that has a date: an entry or an article."""

    first: date
    #: 0: an entry, 1: an article; on the same day, entries come first
    rank: int
    #: orders several of the same day
    key: str
    when: str
    title: str
    docname: str

    @property
    def order(self) -> tuple[date, int, str]:
        """Its place in time."""
        return self.first, self.rank, self.key


@once
def dated(library: Library) -> list[Dated]:
    """Everything that has a date, in chronological order."""
    items = []
    for file in library.glossary:
        when, docname = happened(file.entry), library.entry_docname(file.id)
        if when and library.has_page(docname):
            items.append(Dated(when.first, 0, file.id, spell(when, short=True), file.entry.name, docname))
    for docname, page in library.articles:
        if page.article and page.article.date:
            when = page.article.date
            items.append(Dated(when.first, 1, docname, spell(when, short=True), page.title, docname))
    return sorted(items, key=lambda item: item.order)


@dataclass(frozen=True, slots=True)
class Known:
    """Something that had happened, or begun, by a day."""

    first: date
    #: in words, without an end that was still to come: "from 12 Dec 2022"
    when: str


@dataclass(frozen=True, slots=True)
class _Span:
    """An event or agreement in time, in the words of both its stages."""

    first: date
    entry: str
    #: from this day on it is known that it has happened, or begun
    known: date
    #: None if it has no end of its own
    last: date | None
    opened: str
    over: str


@once
def _spans(library: Library) -> tuple[list[_Span], dict[str, int]]:
    """All events and agreements, oldest first, and the place of each in this order."""
    found: list[_Span] = []
    for file in library.glossary:
        when, docname = happened(file.entry), library.entry_docname(file.id)
        if when is None or not library.has_page(docname):
            continue
        start, end = bounds(when, getattr(file.entry, "end", None))
        last = end.last if end else None
        opened = f"from {spell(start, short=True)}"
        found.append(_Span(start.first, file.id, start.last, last, opened, in_words(start, end)))
    found.sort(key=lambda span: (span.first, span.entry))
    return found, {span.entry: place for place, span in enumerate(found)}


class Past(Mapping[str, Known]):
    """What people could know about on a day: events and agreements by entry id, oldest first.

    Reading one, or the latest few, costs the same in a reader of any size.
    """

    def __init__(self, spans: list[_Span], places: Mapping[str, int], day: date) -> None:
        self._spans = spans
        self._places = places
        self._day = day
        self._count = bisect_right(spans, day, key=lambda span: span.first)

    def __getitem__(self, entry_id: str) -> Known:
        span = self._spans[self._places[entry_id]]
        if span.known > self._day:
            raise KeyError(entry_id)
        is_over = span.last is None or span.last <= self._day
        return Known(span.first, span.over if is_over else span.opened)

    def __iter__(self) -> Iterator[str]:
        return (span.entry for span in islice(self._spans, self._count) if span.known <= self._day)

    def __reversed__(self) -> Iterator[str]:
        places = range(self._count - 1, -1, -1)
        return (self._spans[place].entry for place in places if self._spans[place].known <= self._day)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def place(self, entry_id: str) -> int:
        """The place of an entry in the order of time."""
        return self._places[entry_id]


def known_by(library: Library, day: date) -> Past:
    """The events and agreements that people could know about on a day."""
    return Past(*_spans(library), day)


def bounds(when: Edtf, end: Edtf | None) -> tuple[Edtf, Edtf | None]:
    """Start and end; the end is None if there is none, or if it equals the start."""
    first, _, last = when.text.partition("/")
    start = parse(first)
    if end is not None:
        last = end.text.rpartition("/")[2]
    until = parse(last) if last else None
    return start, None if until is None or until.text == start.text else until


def in_words(start: Edtf, end: Edtf | None) -> str:
    """A date or a range in words, without repetition: "27–29 Feb 1988", "27 Sep – 10 Nov 2020", "1991–1994"."""
    if end is None:
        return spell(start, short=True)
    one, two = spell(start, short=True).split(), spell(end, short=True).split()
    both: list[str] = []
    # Nothing may be left out of approximate dates, or of two dates that differ in precision.
    if len(one) == len(two) and not (start.approximate or end.approximate):
        while one and one[-1] == two[-1]:
            both.insert(0, one.pop())
            two.pop()
    dash = "–" if len(one) == len(two) == 1 and one[0].isdigit() and two[0].isdigit() else " – "
    return " ".join([" ".join(one) + dash + " ".join(two), *both])
