"""The report of an import of annotations, as data and in lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from course_reader.commands.notes.arrivals import ImportOutcome, Result
from course_reader.marks.note_places import shortened
from course_reader.model.problems import Problem

_WORDS: dict[Result, str] = {
    "new": "new",
    "changed": "changed",
    "unchanged": "here already",
    "edited here": "edited here, left alone",
    "not written": "not written",
    "gloss": "glosses, left to the glossary",
    "elsewhere": "about no article here",
}


@dataclass(slots=True)
class NotesReport:
    """The results of an import."""

    outcomes: list[ImportOutcome] = field(default_factory=list)
    #: addresses of pages of annotations that no file contains
    missing_pages: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def as_data(report: NotesReport) -> dict[str, Any]:
    """The answer as data."""
    elsewhere = Counter(o.incoming.source for o in report.outcomes if o.result == "elsewhere")
    return {
        "notes": [_row(outcome) for outcome in report.outcomes if outcome.result != "elsewhere"],
        "elsewhere": [{"address": address, "count": count} for address, count in elsewhere.items()],
        "missing_pages": report.missing_pages,
        "problems": [problem.to_json() for problem in report.problems],
    }


def _row(outcome: ImportOutcome) -> dict[str, Any]:
    found = outcome.found
    return {
        "file": outcome.file,
        "where": outcome.incoming.where,
        "original": outcome.incoming.id,
        "result": outcome.result,
        "article": outcome.article,
        "layer": outcome.layer,
        "note": outcome.note,
        "paragraph": outcome.paragraph,
        "lost": outcome.lost,
        "state": str(found.state) if found else None,
        "reason": str(found.reason) if found and found.reason else None,
        "conflicts": list(outcome.conflicts),
        "parent_missing": outcome.parent_missing,
        "exposed": outcome.exposed,
    }


def listing(report: NotesReport, files: Iterable[str], *, dry_run: bool = False) -> Iterator[str]:
    """The answer for people."""
    for file in files:
        mine = [outcome for outcome in report.outcomes if outcome.file == file]
        counts = Counter(outcome.result for outcome in mine)
        parts = ", ".join(f"{counts[result]} {words}" for result, words in _WORDS.items() if counts[result])
        yield f"{file}: {len(mine)} annotation{'' if len(mine) == 1 else 's'}" + (f": {parts}" if parts else "")
    layers = Counter((o.article, o.layer) for o in report.outcomes if o.result in ("new", "changed"))
    verb = "would be written" if dry_run else "written"
    for (article, layer), count in sorted(layers.items(), key=str):
        yield f"{article}: {count} note{'' if count == 1 else 's'} {verb} to the set {layer}"
    yield from _part(
        "Quotes without a certain place; they become notes on the whole article:",
        (o for o in report.outcomes if o.lost and o.result in ("new", "changed")),
        _lost,
    )
    yield from _part(
        "Changed there and edited here; your version stays:",
        (o for o in report.outcomes if o.conflicts),
        lambda o: f"{o.article} {o.note}: {' and '.join(o.conflicts)}",
    )
    yield from _part(
        "Answers to notes that are missing here; they are shown by themselves:",
        (o for o in report.outcomes if o.parent_missing and o.result == "new"),
        lambda o: f"{o.article} {o.note} “{shortened(o.incoming.body)}”",
    )
    yield from _part(
        "Not public at the source, but public here; move them, or change the `audience` of their set of notes:",
        (o for o in report.outcomes if o.exposed),
        lambda o: f"{o.article} {o.note}, set {o.layer}",
    )
    elsewhere = Counter(o.incoming.source for o in report.outcomes if o.result == "elsewhere")
    if elsewhere:
        yield "About pages that are not articles here (with --article, all go to one):"
        yield from (
            f"  {count}× {address or '(neither address nor title)'}" for address, count in elsewhere.most_common()
        )
    if report.missing_pages:
        yield "The collection continues on pages that are not in these files; nothing is fetched:"
        yield from (f"  {page}" for page in report.missing_pages)


def _part(title: str, outcomes: Iterable[ImportOutcome], line: Any) -> Iterator[str]:
    rows = [line(outcome) for outcome in outcomes]
    if rows:
        yield title
        yield from (f"  {row}" for row in rows)


def _lost(outcome: ImportOutcome) -> str:
    found = outcome.found
    why = f" ({found.reason or found.state})" if found else ""
    near = [s.text for s in found.suggestions[:1]] if found else []
    perhaps = f", perhaps “{shortened(near[0])}”" if near else ""
    return f"{outcome.article} {outcome.note} “{shortened(outcome.lost or '')}”{why}{perhaps}"
