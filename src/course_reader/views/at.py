"""A document of the reader, as passed to code that computes, writes or checks something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from course_reader.marks.records import Page
from course_reader.model.lines import Lines
from course_reader.model.records import Record
from course_reader.views.library import Library, article_of

K = TypeVar("K", bound=Record)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class At:
    """A document, with the reader that it belongs to."""

    library: Library
    docname: str

    @property
    def page(self) -> Page:
        """Its data."""
        return self.library.pages[self.docname]

    @property
    def article(self) -> str:
        """The document of the article whose text this is, at whatever level."""
        return article_of(self.docname, self.page)

    @property
    def day(self) -> date | None:
        """The day that its glosses are chosen for; None means the latest known."""
        return self.page.day

    @property
    def path(self) -> str:
        """The path of its file, as its author knows it."""
        return self.library.documents.path(self.docname)

    @property
    def lines(self) -> Lines:
        """The lines of its front matter."""
        return Lines(self.library.documents.root / self.path)

    def once(self, values: Callable[[At], V]) -> V:
        """The values of a part for this document, computed once."""
        return self.library.once(values, self)

    def keys(self, owner: type[K]) -> K:
        """The keys in its front matter that belong to a part of the page."""
        return self.page.keys(owner)
