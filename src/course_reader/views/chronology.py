"""Everything that has a date, in order: what a timeline shows, as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from course_reader.marks.domain import TimelineAsked
from course_reader.model.dates import Edtf, parse, spell
from course_reader.model.entry import Entry, Kind, happened
from course_reader.views.records import Happening, Version

if TYPE_CHECKING:
    from course_reader.views.library import Library

#: the kind of a row that is an article
READINGS = "readings"

#: Of one day: what happened, what was agreed on, what was printed.
_RANK = {str(Kind.EVENTS): 0, str(Kind.AGREEMENTS): 1, READINGS: 2}

_Placed = tuple[tuple[date, int, str], Happening]


def rows(shelf: Library, asked: TimelineAsked) -> tuple[Happening, ...]:
    """The rows of a timeline: oldest first."""
    placed = [*_entries(shelf, asked), *_articles(shelf, asked)]
    return tuple(row for _, row in sorted(placed, key=lambda item: item[0]))


def _entries(shelf: Library, asked: TimelineAsked) -> Iterator[_Placed]:
    for file in shelf.glossary:
        when, docname = happened(file.entry), shelf.session.entry_docname(file.id)
        if when is None or asked.kind not in ("all", file.kind) or not shelf.has_page(docname):
            continue
        start, end = _bounds(when, getattr(file.entry, "end", None))
        if _touches(asked, start, end):
            gloss, versions = shelf.gloss(file.id, None), _versions(file.entry)
            row = _row(file.kind, start, end, start.last, docname, gloss.name, gloss.text, versions)
            yield (start.first, _RANK[row.kind], file.id), row


@dataclass(frozen=True, slots=True)
class Known:
    """Something that had happened, or begun, by a day."""

    first: date
    #: in words, and nothing of an end that was still to come: "from 12 Dec 2022"
    when: str


def known_by(shelf: Library, day: date) -> dict[str, Known]:
    """The events and agreements that everybody could know of on a day, oldest first, by the ids of their entries."""
    found: list[tuple[date, str, Known]] = []
    for file in shelf.glossary:
        when, docname = happened(file.entry), shelf.session.entry_docname(file.id)
        if when is None or not shelf.has_page(docname):
            continue
        start, end = _bounds(when, getattr(file.entry, "end", None))
        if start.last > day:
            continue
        is_over = end is None or end.last <= day
        words = in_words(start, end) if is_over else f"from {spell(start, short=True)}"
        found.append((start.first, file.id, Known(start.first, words)))
    return {entry_id: known for _, entry_id, known in sorted(found, key=lambda item: item[:2])}


def _articles(shelf: Library, asked: TimelineAsked) -> Iterator[_Placed]:
    for docname, page in shelf.articles:
        article = page.article
        if article is None or article.date is None:
            continue
        start, end = _bounds(article.date, None)
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


def _bounds(when: Edtf, end: Edtf | None) -> tuple[Edtf, Edtf | None]:
    """Beginning and end; no end if there is none, or if it is the beginning."""
    first, _, last = when.text.partition("/")
    start = parse(first)
    if end is not None:
        last = end.text.rpartition("/")[2]
    until = parse(last) if last else None
    return start, None if until is None or until.text == start.text else until


def _touches(asked: TimelineAsked, start: Edtf, end: Edtf | None) -> bool:
    return (asked.end is None or start.first <= asked.end.last) and (
        asked.start is None or (end or start).last >= asked.start.first
    )


def _versions(entry: Entry) -> tuple[Version, ...]:
    """How the entry was called and explained, one day after the other, as far as that changed."""
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


def in_words(start: Edtf, end: Edtf | None) -> str:
    """A date or a range in words, nothing said twice: "27–29 Feb 1988", "27 Sep – 10 Nov 2020", "1991–1994"."""
    if end is None:
        return spell(start, short=True)
    one, two = spell(start, short=True).split(), spell(end, short=True).split()
    both: list[str] = []
    # Of dates that are told less exactly, or one less exactly than the other, nothing may be left out.
    if len(one) == len(two) and not (start.approximate or end.approximate):
        while one and one[-1] == two[-1]:
            both.insert(0, one.pop())
            two.pop()
    dash = "–" if len(one) == len(two) == 1 and one[0].isdigit() and two[0].isdigit() else " – "
    return " ".join([" ".join(one) + dash + " ".join(two), *both])
