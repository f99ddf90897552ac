"""`notes export`: the notes of an article as a W3C Annotation Collection."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from course_reader.commands.command import exit_code, print_problems
from course_reader.commands.notes import addressed
from course_reader.commands.notes.addressed import Addressed
from course_reader.errors import UsageError
from course_reader.exchange import plain_write, w3c_write, word_write
from course_reader.exchange.w3c_write import ExportedArticle, NoteOut
from course_reader.model.note import Layer
from course_reader.model.problems import Problem
from course_reader.text.anchor import State

#: the forms besides W3C annotations, each with what writes it
FORMS: dict[str, Callable[[ExportedArticle, dict[str, Layer], list[NoteOut]], bytes] | None] = {
    "w3c": None,
    "csv": plain_write.to_csv,
    "markdown": plain_write.to_markdown,
    "docx": word_write.to_bytes,
}


def run(options: argparse.Namespace, root: Path) -> int:
    """Export the notes."""
    shelf = addressed.read(root, options.article, glosses=options.glosses, progress=sys.stderr)
    data, problems = export(shelf.articles[0], options.layer, options.form)
    if options.output:
        _write(Path(options.output), data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    problems = [*shelf.problems, *problems]
    print_problems(problems)
    return exit_code(problems)


def export(article: Addressed, wanted: list[str] | None = None, form: str = "w3c") -> tuple[bytes, list[Problem]]:
    """The file of an article's notes, and what is wrong with its files of notes.

    Args:
        article: The article.
        wanted: The sets of notes; none means all.
        form: A key of `FORMS`.

    Raises:
        UsageError: if a layer is wanted that is not there.
    """
    layers: dict[str, Layer] = {}
    outs: dict[str, NoteOut] = {}
    for located in article.noted.notes:
        name = located.layer.name
        layers[name] = located.layer.content.layer
        span = located.found.span if located.found and located.found.state is State.EXACT else None
        # Of two notes with one id, the page shows the first.
        outs.setdefault(located.id, NoteOut(located.id, name, located.note, span))
    if missing := [name for name in wanted or () if name not in layers]:
        known = ", ".join(sorted(layers)) or "none"
        raise UsageError(f"{article.slug} has no set of notes {missing[0]!r}; there are: {known}")
    chosen = {name: layer for name, layer in layers.items() if not wanted or name in wanted}
    about = ExportedArticle(article.slug, article.title, article.address, article.text)
    notes = [out for out in outs.values() if out.layer in chosen]
    if write := FORMS[form]:
        return write(about, chosen, notes), article.noted.problems
    return w3c_write.to_bytes(w3c_write.collection(about, chosen, notes, article.glosses)), article.noted.problems


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}); name another file with -o") from None
