"""The values that pages show of each other: no nodes, no HTML, so that every format shows the same."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.marks.records import Page, PlacedNote
from course_reader.model.entry import Kind
from course_reader.model.gloss_policy import Tier
from course_reader.views.glossing import Glossed

#: Words of plain prose that a person reads in a minute.
WORDS_A_MINUTE = 180


def minutes(page: Page) -> int:
    """The reading time of a page in whole minutes."""
    return max(1, round(page.words / WORDS_A_MINUTE))


@dataclass(frozen=True, slots=True)
class GlossView:
    """A gloss as shown on one page."""

    entry: str
    kind: Kind
    name: str
    #: the office at the date; "" for all but people
    role: str
    text: str
    docname: str
    #: the first and last day of an event or agreement, and the same in words; "" if it has no date, or a later one
    first: str = ""
    last: str = ""
    when: str = ""
    #: who uses the name and who rejects it, if it takes a side; "" if it does not
    disputed: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page."""

    docname: str
    title: str
    when: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class TextView:
    """The links, glosses and notes in and beside the text of an article, a chapter or an entry."""

    glossed: tuple[tuple[Glossed, GlossView], ...]
    #: entry → its document, for quiet links
    links: tuple[tuple[str, str, Kind], ...]
    #: the notes that this audience may see
    notes: tuple[PlacedNote, ...]
    #: whether the text may be shown to the audience of this build
    shown: bool
    #: the glosses that the margin shows unless a reader asks for more or less
    margin: Tier = Tier.ALL
