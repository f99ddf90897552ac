"""What pages show of each other, as plain values: no nodes, no HTML, so that every format says the same."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.marks.records import Page, PlacedNote
from course_reader.model.entry import Kind
from course_reader.views.glossing import Glossed

#: Words that a reader of plain prose takes in a minute.
WORDS_A_MINUTE = 180


def minutes(page: Page) -> int:
    """How long a page takes to read, in whole minutes."""
    return max(1, round(page.words / WORDS_A_MINUTE))


@dataclass(frozen=True, slots=True)
class GlossView:
    """A gloss as it reads on one page."""

    entry: str
    kind: Kind
    name: str
    #: the office at the date; "" for all but people
    role: str
    text: str
    docname: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page."""

    docname: str
    title: str
    when: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class TextView:
    """What is shown in and beside the text of an article, a chapter or an entry."""

    glossed: tuple[tuple[Glossed, GlossView], ...]
    #: entry → its document, for quiet links
    links: tuple[tuple[str, str, Kind], ...]
    #: the notes that this audience sees
    notes: tuple[PlacedNote, ...]
    #: whether the text may be shown to the audience of this build
    shown: bool
