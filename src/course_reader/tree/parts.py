"""The records of the parts with a form in the template; any other part has a title, a label and blocks."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from course_reader.tree.below import BelowText
from course_reader.tree.pack import DateRow, EntryRow, MapImage, NameRow, RunningPart, TitledPart, WordRow
from course_reader.tree.records import Block, Inline


class TitlePart(TypedDict):
    """The title page. The title itself is in `meta`."""

    t: Literal["title"]
    c: list[Block]
    """the pack's introduction"""
    rows: list[str]
    """course, instructor and term, as far as they are known"""


class ContentsPart(TypedDict):
    """The table of contents, which the template makes."""

    t: Literal["contents"]


class PeoplePart(TitledPart):
    """The people in the articles, with their roles."""

    t: Literal["people"]
    rows: list[EntryRow]


class MapPart(TitledPart, MapImage):
    """The places in the articles, on a map."""

    t: Literal["map"]
    landscape: bool
    """whether its page is wider than high"""
    caption: str
    rows: list[EntryRow]


class PrereadingPart(RunningPart):
    """The pre-reading page of an article or of the whole pack."""

    t: Literal["prereading"]
    of: str
    """the label of the article or pack"""
    when: str
    """the date of the article; empty for a pack"""
    people: list[EntryRow]
    places: list[EntryRow]
    map: MapImage | None
    dates: list[DateRow]
    questions: list[str]
    words: list[WordRow]


class RightsRow(TypedDict):
    """What an article says of its rights."""

    to: str
    """the label of the article"""
    end: str
    """the label of its end, from which its pages are counted"""
    title: str
    source: list[Inline]
    """who published it; may be empty"""
    date: str
    """may be empty"""
    holder: list[Inline]
    """may be empty"""
    permission: list[Inline]


class ReadingPart(RunningPart):
    """An article, or the stub that replaces it."""

    kicker: str
    """the line above the title: Reading 1 of 2"""
    source: list[Inline]
    """date, place and outlet"""
    rights: RightsRow
    """printed at its end"""


class ArticlePart(ReadingPart):
    """An article."""

    t: Literal["article"]
    language: str
    """the language of its text, as a BCP 47 tag"""
    heading: list[Inline]
    """its title, with the glosses and notes of its words"""
    caption: list[Inline]
    c: list[Block]
    below: list[BelowText]
    """what comes after the text, in order"""


class StubPart(ReadingPart):
    """An article that may not be printed: where to read it, and the names in it."""

    t: Literal["stub"]
    c: list[Inline]
    rows: list[NameRow]


class ChapterPart(RunningPart):
    """The background chapter."""

    t: Literal["chapter"]
    c: list[Block]


class LessonPart(RunningPart):
    """A page with lesson plans."""

    t: Literal["lesson"]
    c: list[Block]


class ComparePart(RunningPart):
    """Two articles side by side."""

    t: Literal["compare"]
    c: list[Block]


class TimelinePart(TitledPart):
    """The articles of the pack among other events."""

    t: Literal["timeline"]
    rows: list[DateRow]


class OtherName(TypedDict):
    """A name in another language."""

    lang: str
    """the language, as a BCP 47 tag"""
    text: str


class MentionPlace(TypedDict):
    """A place where an entry is mentioned."""

    to: str
    """the label of the mention"""
    n: int | None
    """the number of its paragraph"""


class GlossaryEntry(TypedDict):
    """An entry of the glossary."""

    label: str
    name: str
    names: list[OtherName]
    c: list[Block]
    mentions: list[MentionPlace]


class GlossaryKind(TypedDict):
    """The entries of one kind."""

    title: str
    entries: list[GlossaryEntry]


class GlossaryPart(TitledPart):
    """The entries that the pack mentions."""

    t: Literal["glossary"]
    kinds: list[GlossaryKind]


class SourceRow(TypedDict):
    """A source in the list."""

    label: str
    n: int
    """its number"""
    c: list[Inline]


class SourcesPart(TitledPart):
    """The list of sources."""

    t: Literal["sources"]
    rows: list[SourceRow]


class IndexRow(TypedDict):
    """A line of the index."""

    name: str
    lang: str
    """the language of the name, as a BCP 47 tag"""
    see: str | None
    """the name to look under instead"""
    mentions: list[str]
    """the labels of the mentions"""


class IndexPart(TitledPart):
    """The index."""

    t: Literal["index"]
    rows: list[IndexRow]


class RightsPart(TitledPart):
    """Credits and permissions."""

    t: Literal["rights"]
    rows: list[RightsRow]
    """one for each article"""
    credits: list[list[Inline]]
    """lines below them"""


#: one for each kind of part
PARTS = (
    TitlePart, ContentsPart, PeoplePart, MapPart, PrereadingPart, ArticlePart, StubPart, LessonPart, ComparePart,
    ChapterPart, TimelinePart, GlossaryPart, SourcesPart, IndexPart, RightsPart,
)  # fmt: skip
