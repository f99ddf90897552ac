"""The data that one document provides to others: its text and the marks in it, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from course_reader.model.article import Article, Section
from course_reader.model.gloss_policy import GlossPolicy
from course_reader.model.keys import Own, keys_of
from course_reader.model.pack import Pack
from course_reader.model.problems import Problem
from course_reader.model.public.access import OPEN, Access
from course_reader.model.records import Record
from course_reader.text.mention.found import OpenName, TurnedDown
from course_reader.text.paragraphs import Paragraph, paragraph_at

K = TypeVar("K", bound=Record)


@dataclass(frozen=True, slots=True)
class Marked:
    """One mention in a document; `start` and `end` count code points of the page's text."""

    entry: str
    start: int
    end: int
    #: number of the mention in its document, from 0
    group: int
    #: number of the block that contains the mention, from 0
    block: int
    #: number of the section, from 0
    section: int
    #: what the article's `mentions` explain it by: a sense of the entry, or a text of their own
    sense: str = ""
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of running text, numbered or not; `start` and `end` count code points of the page's text."""

    start: int
    end: int
    line: int
    #: whether it cites a source, or the paragraph that introduces its list does
    cited: bool
    #: the anchor of its section; "" above the first
    section: str


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note as it is shown: its place and its text."""

    id: str
    layer: str
    layer_title: str
    by: str | None
    audience: str
    kind: str
    body: str
    language: str
    #: block that it is beside; None for a note on the whole article and for a reply
    block: int | None
    #: the words that it is about, in code points of the page's text; None as for `block`
    span: tuple[int, int] | None
    #: the note that it answers
    in_reply_to: str | None
    #: the words that it is about, if only another text of the article has them; its span is then empty
    elsewhere: str = ""
    #: a few words that name it; "" if it has none
    title: str = ""


class Asked:
    """A directive's request to a part; each part has its own class, a frozen record with a readable `repr`."""

    __slots__ = ()


@dataclass(slots=True)
class Page:
    """The data that one document provides to others."""

    kind: str
    title: str
    #: the day that glosses are chosen for
    day: date | None = None
    gloss: GlossPolicy | None = None
    article: Article | None = None
    #: whether the public may see its text
    access: Access = OPEN
    #: whether its text was taken away when it was read, because the public may not see it
    withheld: bool = False
    #: whether everything was read, for the class or for checks; otherwise only what the public may see
    whole: bool = False
    #: whether what only teachers may see was read too
    with_answers: bool = False
    #: whether its front matter has something that only teachers may see
    has_answers: bool = False
    pack: Pack | None = None
    #: the level of a text of its own beside its article's; "" for all other pages
    level: str = ""
    #: the keys in the front matter that belong to parts of the page
    own: Own = ()
    #: of a chapter: the data about its sections in its front matter
    sections: tuple[Section, ...] = ()
    text: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    prose: tuple[Prose, ...] = ()
    mentions: tuple[Marked, ...] = ()
    notes: tuple[PlacedNote, ...] = ()
    #: files of notes, as fingerprints of path and content
    note_files: tuple[str, ...] = ()
    #: the requests of its listings
    lists: tuple[Asked, ...] = ()
    #: names that were found but not linked
    unlinked: tuple[OpenName, ...] = ()
    #: names of entries that mean something else in the text
    turned_down: tuple[TurnedDown, ...] = ()
    #: stretches that are not searched for names
    skip: tuple[tuple[int, int], ...] = ()
    words: int = 0
    problems: list[Problem] = field(default_factory=list)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The numbered paragraph that holds a character."""
        return paragraph_at(self.paragraphs, offset)

    def keys(self, owner: type[K]) -> K:
        """The keys in the front matter that belong to a part of the page."""
        return keys_of(self.own, owner)
