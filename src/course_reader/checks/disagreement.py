"""Contradictions between pages: two holders of one office, or a date that differs from the entry's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from course_reader.marks.records import Marked, Page
from course_reader.model.dates import Edtf, spell
from course_reader.model.entry import Agreement, Event, Person
from course_reader.model.glossary import EntryFile
from course_reader.model.periods import Role
from course_reader.model.problems import Code, Problem
from course_reader.text.prose.written_dates import WrittenDate, written_dates
from course_reader.views.library import Library

#: words allowed between a name and its date: "the Prague statement of 6 October 2022", "(14 May 2023)"
_LINK = re.compile(r"\s+(?:of\s+|\()")

#: the maximum number of code points in a date
_LONGEST = 40

#: how far two consecutive terms of office may overlap
_HANDOVER = timedelta(days=1)


def problems(library: Library) -> Iterator[Problem]:
    """Every contradiction between two pages, or between a page and an entry's dates."""
    yield from _offices(library)
    for docname, page in library.pages.items():
        # A text that is withheld has names, but no words.
        if page.text and page.kind in ("article", "chapter", "entry"):
            yield from _dates(page, library.documents.path(docname), library)
    for file in library.glossary:
        own = library.pages.get(library.entry_docname(file.id))
        if own is not None and isinstance(file.entry, Person):
            yield from _lives(file, file.entry, own)


def _offices(library: Library) -> Iterator[Problem]:
    """Two people in one office on the same days; this takes full dates."""
    held: dict[str, list[tuple[date, date, EntryFile, int]]] = {}
    for file in library.glossary:
        for index, role in enumerate(getattr(file.entry, "roles", ())):
            if _is_single(role) and role.start:
                end = role.end.first if role.end else date.max
                held.setdefault(role.title.casefold(), []).append((role.start.last, end, file, index))
    for terms in held.values():
        for (_, end, one, _), (start, _, other, at) in pairwise(sorted(terms, key=lambda t: t[:2])):
            if one.id != other.id and end != date.max and end - start > _HANDOVER:
                title = other.entry.roles[at].title  # type: ignore[attr-defined]
                message = (
                    f"“{title}” from {start.isoformat()}, but {one.path} gives this office to {one.entry.name} until "
                    f"{end.isoformat()}; correct one of them"
                )
                yield Problem(other.path, other.lines.line(("roles", at)), Code.CONTRADICTION, message)


def _is_single(role: Role) -> bool:
    """Whether only one person at a time can hold an office, judged by its title."""
    return re.match(r"(?:Member|Adviser|Advisor|Deputy|Co-|Judge|Ambassador)", role.title) is None


def _dates(page: Page, path: str, library: Library) -> Iterator[Problem]:
    for mark in library.known(page):
        own = _own_date(library.glossary.files[mark.entry])
        if own is None:
            continue
        first, last, when = own
        for written in _with(mark, page.text):
            if written.when.last < first or last < written.when.first:
                name = " ".join(page.text[mark.start : mark.end].split())
                message = (
                    f"“{name}” is dated {spell(written.when)} here, but "
                    f"{library.glossary.files[mark.entry].path} says {when}; correct one of them"
                )
                yield Problem(path, _line(page, mark), Code.CONTRADICTION, message)


def _own_date(file: EntryFile) -> tuple[date, date, str] | None:
    """The first and last day of an event or agreement, and its date in words."""
    entry = file.entry
    if isinstance(entry, Agreement) and entry.date:
        return entry.date.first, entry.date.last, spell(entry.date)
    if isinstance(entry, Event) and entry.start:
        end: Edtf = entry.end or entry.start
        words = spell(entry.start) if end == entry.start else f"{spell(entry.start)} – {spell(end)}"
        return entry.start.first, end.last, words
    return None


def _with(mark: Marked, text: str) -> Iterator[WrittenDate]:
    """The dates in a mention, or directly after it if they belong to it."""
    words = text[mark.start : mark.end]
    if words[-1].isdigit():
        yield from written_dates(words)
    link = _LINK.match(text, mark.end)
    if link:
        after = text[link.end() : link.end() + _LONGEST]
        yield from (written for written in written_dates(after) if written.start == 0)


def _lives(file: EntryFile, entry: Person, page: Page) -> Iterator[Problem]:
    for key, verb in (("born", "born"), ("died", "died")):
        known: Edtf | None = getattr(entry, key)
        for found in re.finditer(rf"\b{verb} (?:in|on) (?:\d{{1,2}} \w+ |\w+ )?(\d{{4}})\b", page.text):
            year = int(found[1])
            if known and not known.first.year <= year <= known.last.year:
                message = f"the prose says {found.group()!r}, but `{key}` is {known}; correct one of them"
                line = next((p.line for p in page.prose if p.start <= found.start() < p.end), 0)
                yield Problem(file.path, line, Code.CONTRADICTION, message)


def _line(page: Page, mark: Marked) -> int:
    part = next((p for p in page.prose if p.start <= mark.start < p.end), None)
    return part.line + page.text.count("\n", part.start, mark.start) if part else 0
