"""`notes list`: where each note is, and how certain that is."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from course_reader.commands.command import exit_code, print_json, print_problems, progress_of
from course_reader.commands.notes.noted_articles import NotedArticle, read
from course_reader.commands.notes.rows import as_data, note_lines, state_counts
from course_reader.errors import UsageError


def run(options: argparse.Namespace, root: Path) -> int:
    """List the notes."""
    noted = read(root, [options.article] if options.article else [], progress=progress_of(options))
    articles = noted.articles
    of_layers = [problem for article in articles for problem in article.problems]
    layers = {note.layer.name for article in articles for note in article.notes}
    if options.layer and options.layer not in layers:
        known = ", ".join(sorted(layers)) or "none yet"
        raise UsageError(f"the set of notes {options.layer!r} does not exist; there are: {known}")
    for article in articles:
        article.notes = [note for note in article.notes if options.layer in (None, note.layer.name)]
    problems = [*noted.problems, *of_layers]
    if options.json:
        rows = [as_data(article, note) for article in articles for note in article.notes]
        print_json({"notes": rows, "problems": [problem.to_json() for problem in problems]})
    else:
        for line in _lines(articles):
            print(line)
        print_problems(problems)
    return exit_code(problems)


def _lines(articles: Sequence[NotedArticle]) -> Iterator[str]:
    for article in articles:
        yield f"{article.slug}: {len(article.notes)} note{'' if len(article.notes) == 1 else 's'}"
        for located in article.notes:
            yield from note_lines(article, located)
    yield state_counts(Counter(located.state for article in articles for located in article.notes))
