"""`notes import`: annotations of other tools become notes, or a sentence says why not.

A file is imported whole or not at all: with half of an export, answers would lose what they answer, and nobody could
see what is missing. Other files of the same call are imported all the same.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from course_reader.commands.command import exit_code, print_json, print_problems, progress_of
from course_reader.commands.notes import addressed
from course_reader.commands.notes.addressed import Shelf
from course_reader.commands.notes.arrivals import Arrivals
from course_reader.commands.notes.import_report import NotesReport, as_data, listing
from course_reader.commands.notes.layer_writing import write
from course_reader.errors import UsageError
from course_reader.exchange import forms, json_file, w3c_read
from course_reader.exchange.complaints import MalformedError, shown
from course_reader.exchange.forms import Batch
from course_reader.files.characters import UNSEEN, named
from course_reader.model.problems import Code, Problem


def run(options: argparse.Namespace, root: Path) -> int:
    """Import the annotations."""
    if options.layer is not None and not w3c_read.is_layer_name(options.layer):
        raise UsageError(f"{shown(options.layer)} cannot name a set of notes; use letters, digits and hyphens")
    report, batches = NotesReport(), dict[str, Batch]()
    for name in options.files:
        if batch := _read(name, report):
            batches[name] = batch
    shelf = addressed.read(root, options.article, progress=progress_of(options))
    report.problems += shelf.problems
    take(report, batches, shelf, root, article=options.article, layer=options.layer, dry_run=options.dry_run)
    if options.json:
        print_json(as_data(report))
    else:
        for line in listing(report, list(batches), dry_run=options.dry_run):
            print(line)
        print_problems(report.problems)
    return exit_code(report.problems)


def take(
    report: NotesReport,
    batches: dict[str, Batch],
    shelf: Shelf,
    root: Path,
    *,
    article: str | None = None,
    layer: str | None = None,
    dry_run: bool = False,
) -> None:
    """Decide on all annotations, then write new and changed notes."""
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
        for slug, inbox in arrivals.inboxes.items():
            failed = write(inbox, root)
            report.problems += dict.fromkeys(failed.values())
            for outcome in report.outcomes:
                if outcome.article == slug and outcome.layer in failed and outcome.result in ("new", "changed"):
                    outcome.result = "not written"


def _read(name: str, report: NotesReport) -> Batch | None:
    """A file's annotations; None if it cannot be imported."""
    path = Path(name)
    try:
        with path.open("rb") as file:
            data = file.read(json_file.LARGEST + 1)
        return forms.read(data, name)
    except MalformedError as error:
        report.problems += error.problems
    except IsADirectoryError:
        report.problems.append(Problem(name, 0, Code.ANNOTATION_FILE, "this is a folder; name the files in it"))
    except FileNotFoundError:
        report.problems.append(Problem(name, 0, Code.ANNOTATION_FILE, "this file does not exist; check its name"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"it cannot be read ({reason}); check its permissions"
        report.problems.append(Problem(name, 0, Code.ANNOTATION_FILE, message))
    return None
