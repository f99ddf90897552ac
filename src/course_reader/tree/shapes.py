"""Words and blocks of the tree that a template is given, as a schema.

A block or an inline has its kind under `t` and its children under `c`; words are strings.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


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


class Versus(Shape):
    """What two articles say on a theme, side by side; `c` is about both, each side begins with its article."""

    t: Literal["versus"]
    title: list[Inline]
    c: list[Block]
    sides: list[list[Block]]


class EndNote(Shape):
    """A footnote of the author's, or an item of a bibliography on the page."""

    t: Literal["endnote"]
    n: str
    ids: list[str]
    c: list[Block]


AnInline = Words | Code | Break | Lang | Anchor | Url | Ref | EndRef | Cite | Picture | Mention | Noted
ABlock = Par | Heading | Quote | List | Terms | CodeBlock | Rule | Box | Figure | Table | Versus | EndNote
Inline = str | Annotated[AnInline, Field(discriminator="t")]
Block = Annotated[ABlock | Anchor, Field(discriminator="t")]
InlineOrBlock = str | Annotated[AnInline | ABlock, Field(discriminator="t")]
