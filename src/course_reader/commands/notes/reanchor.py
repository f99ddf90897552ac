"""`notes reanchor`: after a text was edited, notes are moved to their words, if the author says yes."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course_reader.commands.command import FINE, PROBLEMS, print_json, print_problems, progress_of
from course_reader.commands.notes.changing import Done, differing, drop_unused, place_keys, write
from course_reader.commands.notes.noted_articles import LocatedNote, NotedArticle, read
from course_reader.commands.notes.rows import as_data, note_lines, state_counts
from course_reader.files.yaml_lines import Value
from course_reader.text.anchor import State


@dataclass(frozen=True, slots=True)
class Proposal:
    """The change that is proposed for a note."""

    located: LocatedNote
    #: the keys that its file would get; empty if it has them already
    keys: dict[str, Value | None]
    #: whether a person has to look for its place
    is_open: bool = False

    @property
    def action(self) -> str:
        """The change in a word or two."""
        if self.is_open:
            return "left"
        if not self.keys:
            return "none"
        return "refresh" if self.located.found and self.located.found.state is State.EXACT else "take over"


def run(options: argparse.Namespace, root: Path) -> int:
    """Propose places, and write them if asked."""
    noted = read(root, options.articles, progress=progress_of(options))
    done = Done(problems=[*noted.problems])
    proposed = [(article, proposals(article, ties=options.ties)) for article in noted.articles]
    for article, rows in proposed:
        done.problems += article.problems
        if options.write:
            _take_over(article, rows, root, done)
    if options.json:
        print_json(_data(proposed, done))
    else:
        for line in _lines(proposed, done, written=options.write):
            print(line)
        print_problems(done.problems)
    waits = any(row.is_open or (row.keys and not options.write) for _, rows in proposed for row in rows)
    return PROBLEMS if waits or done.problems else FINE


def proposals(article: NotedArticle, *, ties: bool = False) -> list[Proposal]:
    """The change that is proposed for each note of an article."""
    rows = []
    for located in article.notes:
        found = located.found
        if (
            found is None
            or located.at_level is not None
            or (found.state is State.EXACT and located.note.text_hash is None)
        ):
            # No words, or those of another text, or written by hand and found: that is for `notes fix`.
            rows.append(Proposal(located, {}))
        elif found.span is None or (found.state is State.TIE and not ties):
            rows.append(Proposal(located, {}, is_open=True))
        else:
            rows.append(Proposal(located, differing(located.note, place_keys(article, located.note, found.span))))
    return rows


def _take_over(article: NotedArticle, rows: list[Proposal], root: Path, done: Done) -> None:
    changes = [(row.located, row.keys) for row in rows if row.keys]
    failed = len(done.problems)
    write(article, changes, root, done)
    if len(done.problems) > failed or article.problems:
        # A file that could not be read or written may name any of the kept texts.
        return
    used = {row.keys.get("text_hash", row.located.note.text_hash) for row in rows}
    drop_unused(article, {mark for mark in used if isinstance(mark, str)}, root, done)


def _lines(proposed: list[tuple[NotedArticle, list[Proposal]]], done: Done, *, written: bool) -> Iterator[str]:
    for article, rows in proposed:
        shown = [row for row in rows if row.is_open or row.keys]
        if shown:
            yield f"{article.slug}:"
        for row in shown:
            lines = list(note_lines(article, row.located))
            score = row.located.found.score if row.located.found else 0.0
            yield f"{lines[0]}  {score:.2f}"
            yield from lines[1:]
    yield state_counts(Counter(row.located.state for _, rows in proposed for row in rows))
    for verb, paths in (("written", [*done.files, *done.snapshots]), ("dropped", done.dropped)):
        yield from (f"{verb}: {path}" for path in paths)
    todo = sum(bool(row.keys) for _, rows in proposed for row in rows)
    waiting = sum(row.is_open for _, rows in proposed for row in rows)
    if todo and not written:
        yield f"{_notes(todo)} can be brought up to date: course-reader notes reanchor --write"
    if waiting:
        yield f"{_notes(waiting)} without a sure place: correct the quote, or choose a new place in the browser."


def _notes(count: int) -> str:
    return f"{count} note{'' if count == 1 else 's'}"


def _data(proposed: list[tuple[NotedArticle, list[Proposal]]], done: Done) -> dict[str, Any]:
    return {
        "notes": [as_data(article, row.located) | {"action": row.action} for article, rows in proposed for row in rows],
        "files": done.files,
        "snapshots": {"written": done.snapshots, "dropped": done.dropped},
        "problems": [problem.to_json() for problem in done.problems],
    }
