"""What pages show of each other, as plain values: no nodes, no HTML, so that every format spells the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from course_reader.marks.domain import Page, PlacedNote
from course_reader.model.entry import Kind
from course_reader.views.glossing import Glossed
from course_reader.views.sources import SourceView

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
class SectionView:
    """A section of the background chapter, as the pages that lead to it tell of it."""

    docname: str
    anchor: str
    title: str
    years: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Needed:
    """The pages that lead to a section."""

    anchor: str
    articles: tuple[Link, ...]
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TimeItem:
    """A line of a time line."""

    when: str
    text: str
    docname: str | None
    #: event, article or now
    kind: str


@dataclass(frozen=True, slots=True)
class Version:
    """How an entry was called and explained from a day on."""

    #: None: from the beginning
    since: date | None
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Happening:
    """A row of the timeline: an event, an agreement, or an article that is read."""

    #: events, agreements or readings
    kind: str
    #: the dates in words: "27–29 Feb 1988"
    when: str
    #: the same for those who do not know the end yet: "from 27 Feb 1988"; "" if there is no end
    opened: str
    year: int
    #: the first day on which all know that it happened, or began
    known: date
    #: its last day
    last: date
    docname: str
    name: str
    text: str
    #: oldest first; empty if name and text never changed
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence that names an entry; the words that do stand in the middle."""

    anchor: str
    number: int | None
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class MentionedIn:
    """A page that names an entry, and where."""

    page: Link
    #: "" where the text may not be shown
    contexts: tuple[Context, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Named:
    """An entry that a page names, and the paragraphs that do: number and anchor."""

    gloss: GlossView
    paragraphs: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet or agency as it was on the day of an article."""

    gloss: GlossView
    #: what is told of it: a few words before, then the text
    rows: tuple[tuple[str, str], ...]
    #: whether something of this changed later
    changed: bool


@dataclass(frozen=True, slots=True)
class WordView:
    """A hard word, what it means, and the paragraphs that hold it: number and anchor."""

    word: str
    #: part of speech; "" if it is not told
    part: str
    means: str
    paragraphs: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What an article's page, or a chapter's, shows of other files."""

    glossed: tuple[tuple[Glossed, GlossView], ...]
    #: entry → its document, for quiet links
    links: tuple[tuple[str, str, Kind], ...]
    position: int
    of: int
    previous: Link | None
    following: Link | None
    timeline: tuple[TimeItem, ...]
    outlets: tuple[OutletView, ...]
    words: tuple[WordView, ...]
    #: for each question where its answer stands
    answers: tuple[tuple[Link, ...], ...]
    sources: tuple[SourceView, ...]
    background: tuple[SectionView, ...]
    named: tuple[Named, ...]
    #: the notes that this audience sees
    notes: tuple[PlacedNote, ...]
    shown: bool


@dataclass(frozen=True, slots=True)
class EntryView:
    """What an entry's page shows of other files."""

    mentioned: tuple[MentionedIn, ...]
    background: tuple[SectionView, ...]
    see: tuple[Link, ...]
    sources: tuple[SourceView, ...]
    links: tuple[tuple[str, str, Kind], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list of articles."""

    docname: str
    title: str
    when: str
    outlet: str
    people: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class PackView:
    """What the page of a pack shows of other files."""

    name: str
    cards: tuple[Card, ...]
    #: bytes of the printed pack; 0 if it was not printed
    size: int


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry in a list of entries."""

    docname: str
    sort: str
    name: str
    gloss: str
