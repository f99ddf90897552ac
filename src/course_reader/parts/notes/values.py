"""The notes on an article, as values."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.marks.records import Page
from course_reader.views.at import At
from course_reader.views.threads import Thread, threads


@dataclass(frozen=True, slots=True)
class NotesView:
    """The notes on an article that this audience may see, each with its replies."""

    docname: str
    threads: tuple[Thread, ...]
    #: contains the noted words and their paragraphs
    page: Page
    language: str

    def __repr__(self) -> str:
        """Only visible content: the page is stale when this changes."""
        return repr((self.threads, self.language))


def notes(at: At) -> NotesView | None:
    """The notes on an article; None if there are none, or if its text is not shown."""
    found = tuple(threads(at.library.notes(at.page))) if at.library.is_shown(at.page) else ()
    return NotesView(at.docname, found, at.page, at.library.documents.language) if found else None
