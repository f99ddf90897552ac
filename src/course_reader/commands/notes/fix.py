"""`notes fix`: handwritten notes get an id and context, by which they are found again after the text is edited."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from course_reader.commands.command import exit_code, print_json, print_problems, progress_of
from course_reader.commands.notes.changing import Done, differing, is_kept, keep_text, place_keys, write
from course_reader.commands.notes.noted_articles import LocatedNote, NotedArticle, read
from course_reader.files.yaml_lines import Value
from course_reader.marks.note_places import complaint
from course_reader.model.layers import read_layers
from course_reader.model.problems import Problem
from course_reader.text.anchor import State


def run(options: argparse.Namespace, root: Path) -> int:
    """Fix the notes."""
    noted = read(root, options.articles, progress=progress_of(options))
    done, fixed, unsure = Done(problems=[*noted.problems]), list[dict[str, Value]](), list[Problem]()
    for article in noted.articles:
        fixed += _fixed(article, root, done)
        unsure += _unsure(article, root)
    problems = sorted({*done.problems, *unsure})
    if options.json:
        data = {"notes": fixed, "files": done.files, "snapshots": done.snapshots}
        print_json({**data, "problems": [problem.to_json() for problem in problems]})
    else:
        for path in [*done.files, *done.snapshots]:
            print(f"written: {path}")
        print(f"{len(fixed)} note{'' if len(fixed) == 1 else 's'} fixed." if fixed else "Nothing to fix.")
        print_problems(problems)
    return exit_code(problems)


def _fixed(article: NotedArticle, root: Path, done: Done) -> Iterator[dict[str, Value]]:
    """Write what the notes of an article lack; the notes that were changed, as data."""
    done.problems += article.problems
    changes = [(located, keys) for located, keys in wanted(article) if keys]
    before = len(done.files)
    write(article, changes, root, done)
    if any(located.note.text_hash == article.text.hash for located in article.notes) and not is_kept(article):
        keep_text(article, root, done)
    written = done.files[before:]
    for located, keys in changes:
        if (path := located.layer.path) in written:
            name, added = located.layer.name, list[Value](keys)
            yield {"article": article.slug, "layer": name, "id": located.id, "path": path, "added": added}


def wanted(article: NotedArticle) -> list[tuple[LocatedNote, dict[str, Value | None]]]:
    """The keys that each note of an article lacks."""
    taken = {located.note.id for located in article.notes}
    found = []
    for located in article.notes:
        keys: dict[str, Value | None] = {}
        # A note keeps the id by which its page has shown it, so that links to it still work.
        if located.note.id is None and located.id not in taken:
            keys["id"] = located.id
            taken.add(located.id)
        place = located.found
        if place and place.state is State.EXACT and place.span and _is_handwritten(article, located):
            keys |= differing(located.note, place_keys(article, located.note, place.span))
        found.append((located, keys))
    return found


def _is_handwritten(article: NotedArticle, located: LocatedNote) -> bool:
    """Whether a person gave the place and meant today's text: the hash is missing, or today's with a new quote."""
    return located.note.text_hash in (None, article.text.hash)


def _unsure(article: NotedArticle, root: Path) -> Iterator[Problem]:
    """Problems with the places of notes, at the present lines of the files."""
    now = {layer.path: layer.lines for layer in read_layers(article.folder / "article.md", root, [])}
    text = article.text
    for located in article.notes:
        if located.found is None or located.at_level is not None:
            continue
        wrong = complaint(located.note, located.found, text.text, text.paragraphs, article.slug)
        lines = now.get(located.layer.path, located.layer.lines)
        if wrong:
            yield Problem(located.layer.path, lines.line(("notes", located.index, "quote")), *wrong)
