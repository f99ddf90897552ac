"""The dates of events, agreements and articles, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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


def known_by(library: Library, day: date) -> dict[str, Known]:
    """The events and agreements that people could know about on a day, oldest first, by entry id."""
    found: list[tuple[date, str, Known]] = []
    for file in library.glossary:
        when, docname = happened(file.entry), library.entry_docname(file.id)
        if when is None or not library.has_page(docname):
            continue
        start, end = bounds(when, getattr(file.entry, "end", None))
        if start.last > day:
            continue
        is_over = end is None or end.last <= day
        words = in_words(start, end) if is_over else f"from {spell(start, short=True)}"
        found.append((start.first, file.id, Known(start.first, words)))
    return {entry_id: known for _, entry_id, known in sorted(found, key=lambda item: item[:2])}


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
