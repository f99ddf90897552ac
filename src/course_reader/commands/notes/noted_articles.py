"""Articles with their notes, and the place of each note in its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course_reader.commands.texts import read_texts
from course_reader.marks import note_places
from course_reader.marks.kept_texts import ArticleText
from course_reader.marks.other_texts import at_level
from course_reader.model.layers import LayerFile, files_of, read_layers
from course_reader.model.note import Note
from course_reader.model.problems import Problem, Severity
from course_reader.store.snapshots import snapshot_files
from course_reader.text.anchor import Anchored
from course_reader.text.paragraphs import NumberedText


@dataclass(frozen=True, slots=True)
class LocatedNote:
    """A note of a file, with its place in the text as far as it is known."""

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
    #: the number of the paragraph, if only the article's text at another level has the words
    at_level: int | None = None

    @property
    def state(self) -> str:
        """How certain its place is; `page` and `reply` for notes without a quote, `level` for words of another text."""
        if self.at_level is not None:
            return "level"
        if self.found is None:
            return "reply" if self.note.in_reply_to else "page"
        return str(self.found.state)


@dataclass(slots=True)
class NotedArticle:
    """An article with its notes."""

    slug: str
    folder: Path
    text: NumberedText
    notes: list[LocatedNote] = field(default_factory=list)
    #: what is wrong with its files of notes
    problems: list[Problem] = field(default_factory=list)

    def words(self, span: tuple[int, int]) -> str:
        """A stretch of its text."""
        return self.text.text[slice(*span)]

    def paragraph(self, offset: int) -> int | None:
        """The number of the paragraph that contains a character."""
        paragraph = self.text.paragraph_at(offset)
        return paragraph.number if paragraph else None


@dataclass(frozen=True, slots=True)
class NotedArticles:
    """The articles that were asked for, and what is wrong with the settings of the reader."""

    articles: list[NotedArticle]
    problems: list[Problem]


def read(root: Path, articles: Sequence[str], *, progress: Any = None) -> NotedArticles:
    """The articles that are named, or all that have notes.

    Args:
        root: The reader's folder.
        articles: Slugs, folders or files; none means all.
        progress: The stream for progress.

    Raises:
        NoArticleError: if the article does not exist.
        CannotBuildError: if the reader cannot be read.
    """
    texts = read_texts(root, articles, progress=progress)
    chosen = [text for text in texts.articles if articles or _has_notes(root / text.path)]
    return NotedArticles([noted(text, root) for text in chosen], texts.problems)


def _has_notes(article: Path) -> bool:
    return bool(files_of(article) or snapshot_files(article.parent))


def noted(article: ArticleText, root: Path) -> NotedArticle:
    """An article whose text is known, with its notes as their files are now."""
    source, text = root / article.path, article.text
    result = NotedArticle(source.parent.name, source.parent, text)
    found: list[Problem] = []
    for layer in read_layers(source, root, found):
        for index, note_id, note in layer.notes():
            place = note_places.find(note, text.text, text.paragraphs, source.parent) if note.quote else None
            line = layer.lines.line(("notes", index))
            number = at_level(note, place, source, root, text) if place else None
            result.notes.append(LocatedNote(layer, index, note, note_id, line, place, number))
    result.problems = [p for p in found if p.severity is not Severity.HINT]
    return result
