"""`notes fix`: notes that were written by hand get what finds their words again after the text is edited."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from course_reader.commands import FINE, PROBLEMS, print_json, progress_of
from course_reader.commands.notes.changing import Done, differing, is_kept, keep_text, place_keys, write
from course_reader.commands.notes.reading import NotedArticle, PlacedNote, read
from course_reader.files.yaml_lines import Value
from course_reader.marks.note_places import complaint
from course_reader.model.layers import read_layers
from course_reader.model.problems import Problem
from course_reader.sphinx_ext.run import CannotBuildError
from course_reader.text.anchor import State, text_hash


def run(options: argparse.Namespace, root: Path) -> int:
    """Fix."""
    try:
        articles = read(root, options.articles, progress=progress_of(options))
    except CannotBuildError as error:
        print(f"course-reader: {error}", file=sys.stderr)
        return PROBLEMS
    done, fixed, unsure = Done(), list[dict[str, Value]](), list[Problem]()
    for article in articles:
        done.problems += article.problems
        changes = [(placed, keys) for placed, keys in wanted(article) if keys]
        before = len(done.files)
        write(article, changes, root, done)
        if any(placed.note.text_hash == text_hash(article.text) for placed in article.notes) and not is_kept(article):
            keep_text(article, root, done)
        written = done.files[before:]
        unsure += _unsure(article, root)
        fixed += [
            {"article": article.slug, "layer": p.layer.name, "id": p.id, "path": p.layer.path, "added": list(keys)}
            for p, keys in changes
            if p.layer.path in written
        ]
    problems = sorted({*done.problems, *unsure})
    if options.json:
        data = {"notes": fixed, "files": done.files, "snapshots": done.snapshots}
        print_json({**data, "problems": [problem.to_json() for problem in problems]})
    else:
        for path in [*done.files, *done.snapshots]:
            print(f"written: {path}")
        print(f"{len(fixed)} note{'' if len(fixed) == 1 else 's'} fixed." if fixed else "Nothing to fix.")
        for problem in problems:
            print(problem, file=sys.stderr)
    return PROBLEMS if problems else FINE


def wanted(article: NotedArticle) -> list[tuple[PlacedNote, dict[str, Value | None]]]:
    """What each note of an article lacks."""
    taken = {placed.note.id for placed in article.notes}
    found = []
    for placed in article.notes:
        keys: dict[str, Value | None] = {}
        # A note keeps the id by which its page has shown it, so that links to it stay right.
        if placed.note.id is None and placed.id not in taken:
            keys["id"] = placed.id
            taken.add(placed.id)
        if placed.found and placed.found.state is State.EXACT and placed.found.span and _is_by_hand(article, placed):
            keys |= differing(placed.note, place_keys(article, placed.note, placed.found.span))
        found.append((placed, keys))
    return found


def _is_by_hand(article: NotedArticle, placed: PlacedNote) -> bool:
    """Whether a person gave the place, and today's text is meant: there is no hash, or today's with a new quote."""
    return placed.note.text_hash in (None, text_hash(article.text))


def _unsure(article: NotedArticle, root: Path) -> Iterator[Problem]:
    """What is wrong with places, at the lines that the files have now."""
    now = {layer.path: layer.lines for layer in read_layers(article.folder / "article.md", root, [])}
    for placed in article.notes:
        if placed.found is None:
            continue
        wrong = complaint(placed.note, placed.found, article.text, article.paragraphs, article.slug)
        lines = now.get(placed.layer.path, placed.layer.lines)
        if wrong:
            yield Problem(placed.layer.path, lines.line(("notes", placed.index, "quote")), *wrong)
