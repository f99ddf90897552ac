"""The values for the page of an entry."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.model.entry import Entry
from course_reader.views.records import GlossView, Link


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that names an entry, with the name in the middle."""

    anchor: str
    number: int | None
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class MentionedIn:
    """A page that names an entry, with the sentences that name it."""

    page: Link
    #: "" where the text may not be shown
    contexts: tuple[Context, ...]
    count: int


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry, as its own page shows it."""

    entry: Entry
    #: the latest known
    gloss: GlossView

    def __repr__(self) -> str:
        """No content: when an entry changes, its page is read again anyway."""
        return "EntryView"
