"""The notes of a reader with their places, read as a build reads them, without writing pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from course_reader.commands import UsageError
from course_reader.commands.check import NoArticleError, docname_of
from course_reader.marks import note_places
from course_reader.marks.domain import Page, Paragraph, reader_domain
from course_reader.model.layers import LayerFile, read_layers
from course_reader.model.note import Note
from course_reader.model.problems import Problem, Severity
from course_reader.sphinx_ext.progress import Progress
from course_reader.sphinx_ext.run import CannotBuildError, sphinx_run
from course_reader.text.anchor import Anchored


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note of a file, with what was found out about its place."""

    layer: LayerFile
    #: its number in the file, from 0
    index: int
    note: Note
    #: its id, or the one that it gets on the page as long as it has none
    id: str
    #: line of the file, from 1
    line: int
    #: None for a note on the whole article, or on another note
    found: Anchored | None


@dataclass(slots=True)
class NotedArticle:
    """An article with its notes."""

    slug: str
    folder: Path
    text: str
    paragraphs: tuple[Paragraph, ...]
    notes: list[PlacedNote] = field(default_factory=list)
    #: what is wrong with its files of notes
    problems: list[Problem] = field(default_factory=list)

    def paragraph(self, offset: int) -> int | None:
        """The number of the paragraph that holds a character."""
        return next((p.number for p in self.paragraphs if p.start <= offset < p.end), None)


def read(root: Path, articles: Sequence[str], *, progress: Any = None) -> list[NotedArticle]:
    """The articles that are named, or all that have notes.

    Args:
        root: The reader's folder.
        articles: Slugs, folders or files; none means all.
        progress: Where progress is written.

    Raises:
        UsageError: if there is no such article.
        CannotBuildError: if the reader cannot be read.
    """
    with sphinx_run(root, "dummy", out=root / "_build" / "check", status=Progress.on(progress)) as run:
        if run.stopped:
            raise CannotBuildError(run.stopped)
        return [noted(run.app, root, name) for name in _docnames(run.app, root, articles)]


def _docnames(app: Sphinx, root: Path, articles: Sequence[str]) -> list[str]:
    if not articles:
        pages = reader_domain(app.env).pages
        return sorted(name for name, page in pages.items() if page.article is not None and page.note_files)
    try:
        return list(dict.fromkeys(docname_of(app, root, article) for article in articles))
    except NoArticleError as error:
        raise UsageError(str(error)) from None


def noted(app: Sphinx, root: Path, docname: str) -> NotedArticle:
    """An article with its notes, of a reader that was read."""
    page: Page = reader_domain(app.env).pages[docname]
    source = Path(app.env.doc2path(docname))
    article = NotedArticle(source.parent.name, source.parent, page.text, page.paragraphs)
    found: list[Problem] = []
    for layer in read_layers(source, root, found):
        for index, note_id, note in layer.notes():
            place = note_places.find(note, page.text, page.paragraphs, source.parent) if note.quote else None
            line = layer.lines.line(("notes", index))
            article.notes.append(PlacedNote(layer, index, note, note_id, line, place))
    article.problems = [p for p in found if p.severity is not Severity.HINT]
    return article
