"""`notes import`: annotations of other tools become notes, or a sentence says why not.

A file is taken whole or not at all: with half of an export, answers would lose what they answer, and nobody could tell
what is still missing. Other files of the same call are taken all the same.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course_reader.commands import FINE, PROBLEMS, UsageError, print_json, progress_of
from course_reader.exchange import forms, json_file, w3c_read
from course_reader.exchange.complaints import Malformed, shown
from course_reader.exchange.forms import Batch
from course_reader.notes_commands import addressed
from course_reader.notes_commands.addressed import Shelf
from course_reader.notes_commands.arriving import Arrivals, Outcome, Result
from course_reader.problems import Code, Problem
from course_reader.sphinx_ext.app import CannotBuildError
from course_reader.sphinx_ext.note_places import shortened
from course_reader.text.characters import UNSEEN, named

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
class Report:
    """What an import did."""

    outcomes: list[Outcome] = field(default_factory=list)
    #: addresses of pages of annotations that no file holds
    missing_pages: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(options: argparse.Namespace, root: Path) -> int:
    """Import."""
    if options.layer is not None and not w3c_read.is_layer_name(options.layer):
        raise UsageError(f"{shown(options.layer)} cannot be the name of a layer; use letters, digits and hyphens")
    report, batches = Report(), dict[str, Batch]()
    for name in options.files:
        if batch := _read(name, report):
            batches[name] = batch
    try:
        shelf = addressed.read(root, options.article, progress=progress_of(options))
    except CannotBuildError as error:
        print(f"course-reader: {error}", file=sys.stderr)
        return PROBLEMS
    take(report, batches, shelf, root, article=options.article, layer=options.layer, dry_run=options.dry_run)
    if options.json:
        print_json(as_data(report))
    else:
        for line in listing(report, list(batches), dry_run=options.dry_run):
            print(line)
        for problem in report.problems:
            print(problem, file=sys.stderr)
    return PROBLEMS if report.problems else FINE


def take(
    report: Report,
    batches: dict[str, Batch],
    shelf: Shelf,
    root: Path,
    *,
    article: str | None = None,
    layer: str | None = None,
    dry_run: bool = False,
) -> None:
    """Decide about all annotations, then write what is new and changed."""
    from course_reader.notes_commands.layer_writing import write

    arrivals = Arrivals(shelf, article=shelf.articles[0].slug if article else None, layer=layer)
    for name, batch in batches.items():
        report.outcomes += arrivals.take(name, batch.annotations)
        if batch.hidden:
            message = f"it holds {named(batch.hidden)}, {UNSEEN}; the notes are written without it"
            report.problems.append(Problem(name, 0, Code.HIDDEN_CHARACTER, message))
    held = {page for batch in batches.values() for page in batch.pages}
    missing = (page for batch in batches.values() for page in batch.elsewhere if page not in held)
    report.missing_pages = list(dict.fromkeys(missing))
    if not dry_run:
        for slug, desk in arrivals.desks.items():
            failed = write(desk, root)
            report.problems += dict.fromkeys(failed.values())
            for outcome in report.outcomes:
                if outcome.article == slug and outcome.layer in failed and outcome.result in ("new", "changed"):
                    outcome.result = "not written"


def _read(name: str, report: Report) -> Batch | None:
    """A file's annotations; None if it cannot be imported."""
    path = Path(name)
    try:
        with path.open("rb") as file:
            data = file.read(json_file.LARGEST + 1)
        return forms.read(data)
    except Malformed as error:
        report.problems += [Problem(name, c.line, Code.ANNOTATION_FILE, str(c)) for c in error.complaints]
    except IsADirectoryError:
        report.problems.append(Problem(name, 0, Code.ANNOTATION_FILE, "this is a folder; name the files in it"))
    except FileNotFoundError:
        report.problems.append(Problem(name, 0, Code.ANNOTATION_FILE, "there is no such file; check its name"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"it cannot be read ({reason}); check its permissions"
        report.problems.append(Problem(name, 0, Code.ANNOTATION_FILE, message))
    return None


# --- answers


def as_data(report: Report) -> dict[str, Any]:
    """The answer as data."""
    elsewhere = Counter(o.incoming.source for o in report.outcomes if o.result == "elsewhere")
    return {
        "notes": [_row(outcome) for outcome in report.outcomes if outcome.result != "elsewhere"],
        "elsewhere": [{"address": address, "count": count} for address, count in elsewhere.items()],
        "missing_pages": report.missing_pages,
        "problems": [problem.to_json() for problem in report.problems],
    }


def _row(outcome: Outcome) -> dict[str, Any]:
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


def listing(report: Report, files: Iterable[str], *, dry_run: bool = False) -> Iterator[str]:
    """The answer for people."""
    for file in files:
        mine = [outcome for outcome in report.outcomes if outcome.file == file]
        counts = Counter(outcome.result for outcome in mine)
        parts = ", ".join(f"{counts[result]} {words}" for result, words in _WORDS.items() if counts[result])
        yield f"{file}: {len(mine)} annotation{'' if len(mine) == 1 else 's'}" + (f": {parts}" if parts else "")
    layers = Counter((o.article, o.layer) for o in report.outcomes if o.result in ("new", "changed"))
    verb = "would be written" if dry_run else "written"
    for (article, layer), count in sorted(layers.items(), key=str):
        yield f"{article}: {count} note{'' if count == 1 else 's'} {verb} to layer {layer}"
    yield from _part(
        "Words that no place is sure for; these become notes on the whole article:",
        (o for o in report.outcomes if o.lost and o.result in ("new", "changed")),
        _lost,
    )
    yield from _part(
        "Changed there and edited here; your version stays:",
        (o for o in report.outcomes if o.conflicts),
        lambda o: f"{o.article} {o.note}: {' and '.join(o.conflicts)}",
    )
    yield from _part(
        "Answers to something that is not here; they stand by themselves:",
        (o for o in report.outcomes if o.parent_missing and o.result == "new"),
        lambda o: f"{o.article} {o.note} “{shortened(o.incoming.body)}”",
    )
    yield from _part(
        "Not for everybody where they come from, but their layer here is public; change its `audience` or move them:",
        (o for o in report.outcomes if o.exposed),
        lambda o: f"{o.article} {o.note}, layer {o.layer}",
    )
    elsewhere = Counter(o.incoming.source for o in report.outcomes if o.result == "elsewhere")
    if elsewhere:
        yield "About pages that are no article here (with --article, all go to one):"
        yield from (f"  {count}× {address}" for address, count in elsewhere.most_common())
    if report.missing_pages:
        yield "The collection goes on in pages that are not in these files; nothing is fetched:"
        yield from (f"  {page}" for page in report.missing_pages)


def _part(title: str, outcomes: Iterable[Outcome], line: Any) -> Iterator[str]:
    rows = [line(outcome) for outcome in outcomes]
    if rows:
        yield title
        yield from (f"  {row}" for row in rows)


def _lost(outcome: Outcome) -> str:
    found = outcome.found
    why = f" ({found.reason or found.state})" if found else ""
    near = [s.text for s in found.suggestions[:1]] if found else []
    perhaps = f", perhaps “{shortened(near[0])}”" if near else ""
    return f"{outcome.article} {outcome.note} “{shortened(outcome.lost or '')}”{why}{perhaps}"
