"""The tree that a template is given, as a schema: what a template of your own can rely on.

A block or an inline has its kind under `t` and its children under `c`; words are strings. Nothing else may stand
in `tree.json`; tests hold every printed pack to it.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class Shape(BaseModel):
    """One kind of mapping in the tree."""

    model_config = ConfigDict(extra="forbid", strict=True)


# --- inlines


class Words(Shape):
    """Words in another form; `plain` has none."""

    t: Literal["em", "strong", "sub", "sup", "plain"]
    c: list[Inline]


class Code(Shape):
    """Code among words."""

    t: Literal["code"]
    c: list[str]


class Break(Shape):
    """A new line."""

    t: Literal["break"]


class Lang(Shape):
    """Words in another language: a BCP 47 tag."""

    t: Literal["lang"]
    lang: str
    c: list[InlineOrBlock]


class Anchor(Shape):
    """A place that labels point to; also among blocks."""

    t: Literal["anchor"]
    ids: list[str]


class Url(Shape):
    """A link to the world."""

    t: Literal["url"]
    to: str
    c: list[Inline]


class Ref(Shape):
    """A link inside the reader: a page reference, if its label is in the pack."""

    t: Literal["ref"]
    to: str
    c: list[Inline]


class EndRef(Shape):
    """The mark of a footnote of the author's."""

    t: Literal["endref"]
    to: str
    n: str


class Cite(Shape):
    """The number of a source in the list of sources."""

    t: Literal["cite"]
    key: str
    n: int
    to: str


class Image(Shape):
    """A picture; `file` lies beside the template, and is null if it is missing."""

    file: str | None
    alt: str
    uri: str


class Picture(Image):
    """A picture among words."""

    t: Literal["picture"]


class Gloss(Shape):
    """What a mention has in the margin."""

    id: str
    kind_class: str = Field(alias="kind-class")
    kind: str
    name: str
    language: str
    role: str
    text: str
    to: str


class Note(Shape):
    """What noted words have in the margin, or an article below its text."""

    id: str
    label: str
    c: list[InlineOrBlock]


class Mention(Shape):
    """Words that name an entry; the first part of each carries the label `id`.

    `joins` says that a number stands right before that of its note.
    """

    t: Literal["mention"]
    id: str
    entry: str
    first: bool
    note: Gloss | None = None
    joins: bool = False
    c: list[Inline]


class Noted(Shape):
    """Words that notes are about; `joins` says that a number stands right before theirs."""

    t: Literal["noted"]
    notes: list[Note]
    joins: bool
    c: list[Inline]


# --- blocks


class Par(Shape):
    """A paragraph with its number, if it has one."""

    t: Literal["par"]
    n: int | None
    ids: list[str] = []
    c: list[Inline]


class Heading(Shape):
    """A heading; level 1 is the title of an article."""

    t: Literal["heading"]
    level: int
    ids: list[str]
    c: list[Inline]


class Quote(Shape):
    """A quotation set off."""

    t: Literal["quote"]
    c: list[Block]


class List(Shape):
    """A list; a child is the list of blocks of an item."""

    t: Literal["ul", "ol"]
    n: int | None
    ids: list[str]
    start: int
    c: list[list[Block]]


class Term(Shape):
    """A term and what is said of it."""

    term: list[Inline]
    c: list[Block]


class Terms(Shape):
    """Definitions, fields or options."""

    t: Literal["terms"]
    c: list[Term]


class CodeBlock(Shape):
    """Lines of code."""

    t: Literal["code-block"]
    text: str


class Rule(Shape):
    """A line across."""

    t: Literal["rule"]


class Box(Shape):
    """An admonition, a card, a remark on versions; the title may be empty."""

    t: Literal["box"]
    title: list[Inline]
    c: list[Block]


class Figure(Shape):
    """Pictures with a caption and what stands below it."""

    t: Literal["figure"]
    images: list[Image]
    caption: list[Inline]
    c: list[Block]


class Cell(Shape):
    """A cell with its spans."""

    c: list[Block]
    cols: int
    rows: int


class Table(Shape):
    """A table; columns by relative width."""

    t: Literal["table"]
    columns: list[int]
    head: list[list[Cell]]
    rows: list[list[Cell]]
    caption: list[Inline]


class EndNote(Shape):
    """A footnote of the author's, or an item of a bibliography on the page."""

    t: Literal["endnote"]
    n: str
    ids: list[str]
    c: list[Block]


AnInline = Words | Code | Break | Lang | Anchor | Url | Ref | EndRef | Cite | Picture | Mention | Noted
ABlock = Par | Heading | Quote | List | Terms | CodeBlock | Rule | Box | Figure | Table | EndNote
Inline = str | Annotated[AnInline, Field(discriminator="t")]
Block = Annotated[ABlock | Anchor, Field(discriminator="t")]
InlineOrBlock = str | Annotated[AnInline | ABlock, Field(discriminator="t")]


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
    """A line of a time line; `now` is a reading of the pack."""

    when: str
    text: str
    label: str | None
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


class Questions(Shape):
    """Questions of one group; `start` is the number of the first."""

    group: str | None
    start: int
    items: list[str]


class Reading(Part):
    """An article, or what stands in its place."""

    running: str
    kicker: str
    source: list[Inline]


class Article(Reading):
    """An article with all that belongs to it."""

    t: Literal["article"]
    caption: list[Inline]
    c: list[Block]
    notes: list[Note]
    questions: list[Questions]
    next: list[Dated]
    background: list[list[Inline]]
    about: list[list[Inline]]


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


APart = Title | Contents | People | Map | Article | Stub | Chapter | Timeline | Glossary | Sources | Index | Rights


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
