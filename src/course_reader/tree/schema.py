"""The tree that a template is given, as a schema: what a template of your own can rely on.

Its words and blocks are in `shapes.py`, its parts here. Nothing else may stand in `tree.json`; tests hold every
printed pack to it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from course_reader.tree.shapes import Block, Inline, Note, Shape

# --- parts


class Title(Shape):
    """The title page: a few words, and who teaches what and when."""

    t: Literal["title"]
    c: list[Block]
    rows: list[str]


class Contents(Shape):
    """The table of contents; the template makes it."""

    t: Literal["contents"]


class Dated(Shape):
    """A line of a time line; `now` is a reading of the pack, `to` the label of its page."""

    when: str
    text: str
    to: str | None
    now: bool


class Named(Shape):
    """A name with what is said of it."""

    name: str
    text: str
    to: str = ""


class Part(Shape):
    """What every part with a title has."""

    label: str
    title: str


class People(Part):
    """People you will meet."""

    t: Literal["people"]
    rows: list[Named]


class Map(Part):
    """The places of the articles: an SVG picture, its description, and their names."""

    t: Literal["map"]
    svg: str
    alt: str
    caption: str
    rows: list[Named]


class QuestionGroup(Shape):
    """Questions of one group; `start` is the number of the first."""

    group: str | None
    start: int
    items: list[list[Inline]]


class Word(Shape):
    """A hard word: its part of speech, which may be empty, and what it means."""

    word: str
    part: str
    text: str


class Picture(Shape):
    """An SVG picture and its description."""

    svg: str
    alt: str


class Sheet(Part):
    """What is read before an article or a pack, on one page; `of` is the label of that."""

    t: Literal["sheet"]
    running: str
    of: str
    when: str
    people: list[Named]
    places: list[Named]
    map: Picture | None
    dates: list[Dated]
    questions: list[str]
    words: list[Word]


class Reading(Part):
    """An article, or what stands in its place."""

    running: str
    kicker: str
    source: list[Inline]


class BelowText(Shape):
    """What is printed below the text of an article; `title` is its heading."""

    title: str


class NotesBelow(BelowText):
    """Notes on the whole article."""

    t: Literal["notes"]
    rows: list[Note]


class WordsBelow(BelowText):
    """Hard words."""

    t: Literal["words"]
    rows: list[Word]


class QuestionsBelow(BelowText):
    """Questions by group."""

    t: Literal["questions"]
    groups: list[QuestionGroup]


class DatesBelow(BelowText):
    """Rows of a time line, below a hint, which may be empty."""

    t: Literal["dates"]
    hint: str
    rows: list[Dated]


class LinesBelow(BelowText):
    """Short paragraphs."""

    t: Literal["lines"]
    rows: list[list[Inline]]


class BlocksBelow(BelowText):
    """Any blocks: what parts of your own print."""

    t: Literal["blocks"]
    c: list[Block]


Below = Annotated[
    NotesBelow | WordsBelow | QuestionsBelow | DatesBelow | LinesBelow | BlocksBelow, Field(discriminator="t")
]


class Article(Reading):
    """An article with all that belongs to it."""

    t: Literal["article"]
    caption: list[Inline]
    c: list[Block]
    below: list[Below]


class Stub(Reading):
    """An article that may not be printed."""

    t: Literal["stub"]
    c: list[Inline]
    rows: list[Named]


class Chapter(Part):
    """The background chapter."""

    t: Literal["chapter"]
    running: str
    c: list[Block]


class Compare(Part):
    """Two articles side by side."""

    t: Literal["compare"]
    running: str
    c: list[Block]


class Timeline(Part):
    """What happened when."""

    t: Literal["timeline"]
    rows: list[Dated]


class Foreign(Shape):
    """A name in another language."""

    lang: str
    text: str


class Place(Shape):
    """Words that name an entry, by their label, and the number of their paragraph, if it has one."""

    to: str
    n: int | None


class Entry(Shape):
    """An entry of the glossary; `mentions` are the places where it is named."""

    label: str
    name: str
    names: list[Foreign]
    c: list[Block]
    mentions: list[Place]


class Entries(Shape):
    """Entries of one kind."""

    title: str
    entries: list[Entry]


class Glossary(Part):
    """What the pack names, by kind."""

    t: Literal["glossary"]
    kinds: list[Entries]


class Source(Shape):
    """A source with its number."""

    label: str
    n: int
    c: list[Inline]


class Sources(Part):
    """The list of sources."""

    t: Literal["sources"]
    rows: list[Source]


class IndexRow(Shape):
    """A line of the index: a name and where it stands, or another name to look under."""

    name: str
    lang: str
    see: str | None
    mentions: list[str]


class Index(Part):
    """The index."""

    t: Literal["index"]
    rows: list[IndexRow]


class Rights(Part):
    """Whose the texts are."""

    t: Literal["rights"]
    rows: list[list[Inline]]


Texts = Article | Stub | Compare | Chapter
APart = Title | Contents | People | Map | Sheet | Texts | Timeline | Glossary | Sources | Index | Rights


class Fonts(Shape):
    """Families in the order in which they are tried."""

    serif: list[str]
    armenian: list[str]


class Sizes(Shape):
    """Sizes of letters in points."""

    text: float
    note: float
    small: float


class Meta(Shape):
    """The pack as a whole."""

    title: str
    running: str
    subtitle: str
    author: str
    keywords: list[str]
    paper: Literal["a4", "letter"]
    sides: Literal["one", "two"]
    language: str
    region: str
    fonts: Fonts
    sizes: Sizes
    #: how many digits the number of a page may have, by the length of the texts
    digits: int


class Book(Shape):
    """The whole of `tree.json`; `labels` are all that can be pointed to."""

    meta: Meta
    parts: list[Annotated[APart, Field(discriminator="t")]]
    labels: list[str]


def json_schema() -> dict[str, Any]:
    """The schema of `tree.json`."""
    return Book.model_json_schema()


#: of blocks alone, for tests on small trees
BLOCKS: TypeAdapter[list[Any]] = TypeAdapter(list[Block])
