"""Whether a reader about a dispute is even: people, statements, sources and victims by side, for each text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from course_reader.checks.sources import cited_by_keys, cited_in, source_text
from course_reader.checks.victims import harmed, people_of
from course_reader.marks.records import Marked, Page
from course_reader.model.entry import Entry, Event, Kind, Person
from course_reader.model.glossary import read_text
from course_reader.model.problems import Code, Problem
from course_reader.text.prose.sentence import sentences
from course_reader.text.prose.voices import Speaker, voices
from course_reader.views.library import Library

#: the greatest ratio of one side to the other that needs no reason, and the difference from which it counts
RATIO, FROM = 1.3, 3

#: the file with the reasons
REASONS = "docs/balance.txt"

_SECTION = re.compile(r"^\(([\w-]+)\)=$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One count in one text."""

    #: an article's folder, a chapter's section, a kind of entries, or `all`
    where: str
    #: people, statements, sources or victims
    what: str
    counts: Mapping[str, int]
    #: why it is uneven; "" if nobody says
    reason: str = ""

    @property
    def ratio(self) -> float:
        """The greater count to the smaller one."""
        low, high = min(self.counts.values()), max(self.counts.values())
        return high / low if low else float(high > 0) * float("inf") if high else 1.0

    @property
    def is_uneven(self) -> bool:
        """Whether it needs a reason. Of very small numbers a ratio says nothing."""
        return self.ratio > RATIO and max(self.counts.values()) - min(self.counts.values()) >= FROM

    def to_json(self) -> dict[str, Any]:
        """The row as `check --balance --json` prints it."""
        uneven = {"uneven": self.is_uneven, "reason": self.reason}
        return {"where": self.where, "what": self.what, "counts": dict(self.counts), **uneven}


Sides = Mapping[str, re.Pattern[str]]


def sides_of(lines: list[str]) -> Sides:
    """The sides and the words that name them, from lines such as `Armenia: Armenian, Armenians`."""
    found = {}
    for line in lines:
        name, _, words = line.partition(":")
        forms = [name.strip(), *(word.strip() for word in words.split(",") if word.strip())]
        found[name.strip()] = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?!\w)")
    return found


def ledger(library: Library) -> list[LedgerRow]:
    """The counts of all texts; empty if the reader names no sides."""
    sides = sides_of(library.settings.sides)
    if len(sides) < 2:
        return []
    belongs = {file.id: side_of(file.entry, sides) for file in library.glossary}
    reasons = _reasons(library)
    found: dict[tuple[str, str], Counter[str]] = {}
    for where, what, side in _counted(library, sides, belongs):
        found.setdefault((where, what), Counter())[side] += 1
        found.setdefault(("all", what), Counter())[side] += 1
    return [
        LedgerRow(where, what, {side: count[side] for side in sides}, reasons.get((where, what), ""))
        for (where, what), count in sorted(found.items(), key=lambda item: (item[0][0] != "all", *item[0]))
    ]


def side_of(entry: Entry, sides: Sides) -> str | None:
    """The side that an entry belongs to: by its offices, or by its name; None for neither and for both."""
    offices = " ".join(role.title for role in entry.roles) if isinstance(entry, Person) else ""
    return _only(offices or entry.name, sides)


def _only(text: str, sides: Sides) -> str | None:
    named = [side for side, words in sides.items() if words.search(text)]
    return named[0] if len(named) == 1 else None


def _counted(library: Library, sides: Sides, belongs: Mapping[str, str | None]) -> Iterator[tuple[str, str, str]]:
    """Each person, statement, source and victim that counts for a side."""
    for docname, page in library.pages.items():
        if page.kind in ("article", "chapter"):
            yield from _texts(library, docname, page, belongs)
        if page.kind == "chapter":
            yield from _citations(library, docname)
        if page.kind == "article":
            yield from _sources(library, docname.split("/")[-2], tuple(cited_by_keys(page)))
    for file in library.glossary:
        where = f"glossary/{file.kind}"
        yield from _sources(library, where, file.entry.cited())
        side = belongs[file.id]
        if side and file.kind is Kind.PEOPLE:
            yield where, "people", side
        if isinstance(file.entry, Event):
            for line in file.entry.casualties:
                victims = (
                    _only(" ".join(line.of), sides) if line.of else _only(f"{line.figure} {line.claimed_by}", sides)
                )
                if victims:
                    yield where, "victims", victims


def _texts(
    library: Library, docname: str, page: Page, belongs: Mapping[str, str | None]
) -> Iterator[tuple[str, str, str]]:
    marks, people = library.known(page), people_of(library.settings.sides)
    for where, start, end in _stretches(docname, page):
        text = page.text[start:end]
        inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
        for mark in inside:
            side = belongs.get(mark.entry)
            if side and library.glossary.kind(mark.entry) is Kind.PEOPLE:
                yield where, "people", side
        for speech in voices(text, [_speaker(library, mark, start) for mark in inside]).speeches:
            for speaker in speech.speakers:
                if side := belongs.get(speaker):
                    yield where, "statements", side
        for first, last in sentences(text):
            for side in harmed(text[first:last], people):
                yield where, "victims", side


def _speaker(library: Library, mark: Marked, start: int) -> Speaker:
    return Speaker(mark.entry, str(library.glossary.kind(mark.entry)), mark.start - start, mark.end - start)


def _stretches(docname: str, page: Page) -> Iterator[tuple[str, int, int]]:
    """The text of an article, or the sections of a chapter."""
    if page.kind == "article":
        yield docname.split("/")[-2], 0, len(page.text)
        return
    spans: dict[str, tuple[int, int]] = {}
    for part in page.prose:
        if part.section:
            first = spans.get(part.section, (part.start, 0))[0]
            spans[part.section] = (first, part.end)
    for section, (first, last) in spans.items():
        yield section, first, last


def _citations(library: Library, docname: str) -> Iterator[tuple[str, str, str]]:
    parts = _SECTION.split(source_text(library, docname))
    for section, text in zip(parts[1::2], parts[2::2], strict=True):
        for keys in cited_in(text):
            yield from _sources(library, section, keys)


def _sources(library: Library, where: str, keys: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for source in library.sources.get(keys):
        if source.side:
            yield where, "sources", source.side


def one_sided(library: Library) -> tuple[int, int]:
    """How many citations of the chapters rest on the press of one side alone, and how many there are."""
    alone = count = 0
    for docname, page in library.pages.items():
        for keys in cited_in(source_text(library, docname)) if page.kind == "chapter" else ():
            views = library.sources.get(keys)
            count += 1
            alone += (
                bool(views)
                and len({v.side for v in views}) == 1
                and all(v.side in library_sides(library) and v.kind in ("press", "partisan") for v in views)
            )
    return alone, count


def library_sides(library: Library) -> list[str]:
    """The names of the sides."""
    return list(sides_of(library.settings.sides))


def _reasons(library: Library) -> dict[tuple[str, str], str]:
    """The written reasons: lines such as `sochi-2022 | statements -> the report quotes only one of them`."""
    path = library.documents.root / REASONS
    found = {}
    for line in (read_text(path, REASONS, []) or "").splitlines() if path.is_file() else ():
        place, arrow, reason = line.partition("->")
        where, _, what = place.partition("|")
        if arrow and not line.startswith("#"):
            found[where.strip(), what.strip()] = reason.strip()
    return found


def problems(library: Library) -> Iterator[Problem]:
    """Uneven counts without a reason, and reasons for what is even."""
    rows = ledger(library)
    needed = {(row.where, row.what) for row in rows if row.is_uneven}
    for where, what in _reasons(library) if rows else ():
        if (where, what) not in needed:
            message = f"there is a reason why {what} are uneven in {where}, but they are even; take the line out"
            yield Problem(REASONS, 0, Code.BALANCE, message)
    for row in rows:
        if row.is_uneven and not row.reason:
            counts = ", ".join(f"{side} {count}" for side, count in row.counts.items())
            message = f"{row.where}: {row.what} are uneven ({counts}); mend it, or give the reason"
            yield Problem(REASONS, 0, Code.BALANCE, message)


def table(rows: list[LedgerRow], alone: tuple[int, int]) -> Iterator[str]:
    """The ledger as lines."""
    if not rows:
        yield "The reader names no sides: set `reader_sides` in conf.py."
        return
    names = list(rows[0].counts)
    yield f"{'where':24}  {'what':10}  " + "  ".join(f"{name[:12]:>12}" for name in names) + "  ratio"
    for row in rows:
        counts = "  ".join(f"{row.counts[name]:>12}" for name in names)
        note = f"  {row.reason or 'uneven'}" if row.is_uneven else ""
        yield f"{row.where[:24]:24}  {row.what:10}  {counts}  {row.ratio:>5.2f}{note}"
    share = alone[0] / max(1, alone[1])
    yield f"citations that rest on one side's press alone: {alone[0]} of {alone[1]}, {share:.0%} (aim: at most 10%)"
