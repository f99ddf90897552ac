"""`notes list`: where each note stands, and how sure that is."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course_reader.commands import FINE, PROBLEMS, UsageError, print_json, progress_of
from course_reader.commands.notes.reading import NotedArticle, PlacedNote, read
from course_reader.marks.note_places import shortened
from course_reader.sphinx_ext.run import CannotBuildError
from course_reader.text.anchor import State


def run(options: argparse.Namespace, root: Path) -> int:
    """List."""
    try:
        articles = read(root, [options.article] if options.article else [], progress=progress_of(options))
    except CannotBuildError as error:
        print(f"course-reader: {error}", file=sys.stderr)
        return PROBLEMS
    problems = [problem for article in articles for problem in article.problems]
    layers = {note.layer.name for article in articles for note in article.notes}
    if options.layer and options.layer not in layers:
        raise UsageError(f"there is no layer {options.layer!r}; there are: {', '.join(sorted(layers)) or 'none yet'}")
    for article in articles:
        article.notes = [note for note in article.notes if options.layer in (None, note.layer.name)]
    if options.json:
        rows = [as_data(article, note) for article in articles for note in article.notes]
        print_json({"notes": rows, "problems": [problem.to_json() for problem in problems]})
    else:
        for line in _lines(articles):
            print(line)
        for problem in problems:
            print(problem, file=sys.stderr)
    return PROBLEMS if problems else FINE


def as_data(article: NotedArticle, placed: PlacedNote) -> dict[str, Any]:
    """A note with its place, as data."""
    found, note = placed.found, placed.note
    span = found.span if found else None
    return {
        "article": article.slug,
        "layer": placed.layer.name,
        "id": placed.id,
        "path": placed.layer.path,
        "line": placed.line,
        "kind": note.kind,
        "by": note.by or placed.layer.content.layer.author,
        "state": state_of(placed),
        "reason": str(found.reason) if found and found.reason else None,
        "score": found.score if found else None,
        "quote": note.quote,
        "now": article.text[slice(*span)] if span else None,
        "paragraph": article.paragraph(span[0]) if span else None,
        "start": span[0] if span else None,
        "end": span[1] if span else None,
        "suggestions": [
            {"start": s.start, "end": s.end, "text": s.text, "paragraph": article.paragraph(s.start), "score": s.score}
            for s in (found.suggestions if found else ())
        ],
    }


def state_of(placed: PlacedNote) -> str:
    """How sure a note's place is; `page` and `reply` for notes without words of their own."""
    if placed.found is None:
        return "reply" if placed.note.in_reply_to else "page"
    return str(placed.found.state)


def _lines(articles: list[NotedArticle]) -> Iterator[str]:
    for article in articles:
        yield f"{article.slug}: {len(article.notes)} note{'' if len(article.notes) == 1 else 's'}"
        for placed in article.notes:
            yield from note_lines(article, placed)
    counts = Counter(state_of(placed) for article in articles for placed in article.notes)
    yield ", ".join(f"{count} {state}" for state, count in counts.most_common()) + "." if counts else "No notes."


def note_lines(article: NotedArticle, placed: PlacedNote) -> Iterator[str]:
    """A note's state, place, id and words, and for one without a sure place what may be meant."""
    found, words = placed.found, f"“{shortened(placed.note.quote or placed.note.body)}”"
    number = article.paragraph(found.span[0]) if found and found.span else None
    where = f"¶{number}" if number else "-"
    now = ""
    if found and found.span and found.state is not State.EXACT:
        now = f" → “{shortened(article.text[slice(*found.span)])}”"
    why = f" ({found.reason})" if found and found.reason else ""
    yield f"  {state_of(placed):<6} {where:<4} {placed.id}  {placed.layer.name}  {words}{now}{why}"
    for place in found.suggestions if found else ():
        near = article.paragraph(place.start)
        yield f"           perhaps {f'¶{near} ' if near else ''}“{shortened(place.text)}” ({place.score:.2f})"
