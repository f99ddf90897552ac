"""The words and blocks passed to a print template; the parts of a pack consist of them.

A record is a plain dictionary. `t` is its kind, `c` its content, `ids` are its labels, and `to` is the label that it
refers to. All records are in one module because notes contain blocks and blocks contain notes.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import Discriminator
from typing_extensions import TypedDict

from course_reader.tree.leaves import (
    CodeBlock,
    CodeWords,
    Formula,
    Image,
    InlineImage,
    Labels,
    LineBreak,
    MarginGloss,
    Rule,
    SourceRef,
)

# --- words


class Styled(TypedDict):
    """Words in a style; `plain` has none."""

    t: Literal["em", "strong", "sub", "sup", "plain"]
    c: list[Inline]


class ForeignWords(TypedDict):
    """Words in another language or script."""

    t: Literal["lang"]
    lang: str
    """its BCP 47 tag"""
    c: list[InlineOrBlock]


class WebLink(TypedDict):
    """A link out of the reader."""

    t: Literal["url"]
    to: str
    """the address"""
    c: list[Inline]


class Footnote(TypedDict):
    """One of the author's footnotes, at the foot of the page that first refers to it."""

    id: str
    language: str
    """the language of its text, as a BCP 47 tag; empty for that of the book"""
    c: list[Block]


class PageRef(TypedDict):
    """A link inside the reader: a page reference if the pack has the label."""

    t: Literal["ref"]
    to: str
    c: list[Inline]


class FootnoteRef(TypedDict):
    """The mark that refers to one of the author's footnotes."""

    t: Literal["endref"]
    to: str
    n: str
    """its number or sign"""
    note: NotRequired[Footnote]
    """given to the first reference, if the footnote is printed at the foot of its page"""


class MarginNote(TypedDict):
    """A note, with the replies to it."""

    id: str
    n: str
    """its letter in the text and in the margin; empty if it is about no words"""
    about: list[Inline]
    """the words that it is about, shortened in the middle; may be empty"""
    label: str
    """its kind as a word for readers: Comment, Question, …"""
    language: str
    """the language of its text, as a BCP 47 tag"""
    c: list[InlineOrBlock]


class MentionWords(TypedDict):
    """Words that name an entry. A mention that other markup divides becomes several of these with the same `id`."""

    t: Literal["mention"]
    id: str
    """a label, which belongs to the first of them"""
    entry: str
    """the id of the entry"""
    first: bool
    """whether this is the first of them"""
    note: NotRequired[MarginGloss]
    """given to the last of them, if the mention is glossed"""
    joins: NotRequired[bool]
    """given with `note`: whether the number of another note comes directly before its number"""
    c: list[Inline]


class NotedWords(TypedDict):
    """Words that notes are about."""

    t: Literal["noted"]
    notes: list[MarginNote]
    """the notes that end here"""
    joins: bool
    """whether the number of another note comes directly before the first number"""
    c: list[Inline]


# --- blocks


class Par(TypedDict):
    """A paragraph."""

    t: Literal["par"]
    n: int | None
    """its paragraph number"""
    ids: list[str]
    c: list[Inline]


class Verse(TypedDict):
    """Lines that end where their author ended them: verse, addresses."""

    t: Literal["verse"]
    n: int | None
    """its paragraph number"""
    ids: list[str]
    lines: list[list[Inline]]


class Heading(TypedDict):
    """A heading; level 1 is the title of a part."""

    t: Literal["heading"]
    level: int
    ids: list[str]
    c: list[Inline]


class Quote(TypedDict):
    """A block quotation."""

    t: Literal["quote"]
    c: list[Block]


class ItemList(TypedDict):
    """A list; `ol` is a numbered one."""

    t: Literal["ul", "ol"]
    n: int | None
    ids: list[str]
    start: int
    """the number of the first item"""
    c: list[list[Block]]


class TermRow(TypedDict):
    """A term and its definition."""

    term: list[Inline]
    c: list[Block]


class TermList(TypedDict):
    """Definitions, fields or options."""

    t: Literal["terms"]
    c: list[TermRow]


class Callout(TypedDict):
    """An admonition, a card or a remark on versions."""

    t: Literal["box"]
    title: list[Inline]
    """may be empty"""
    c: list[Block]


class Figure(TypedDict):
    """Pictures with a caption."""

    t: Literal["figure"]
    images: list[Image]
    caption: list[Inline]
    c: list[Block]
    """the legend below the caption"""


class Cell(TypedDict):
    """A cell of a table."""

    c: list[Block]
    cols: int
    """how many columns it spans"""
    rows: int
    """how many rows it spans"""


class Table(TypedDict):
    """A table."""

    t: Literal["table"]
    columns: list[int]
    """relative widths"""
    given: bool
    """whether the author gave these widths; otherwise a column is as wide as its words need"""
    scale: float
    """the size of its letters, relative to that of the text"""
    turned: bool
    """whether it is so wide that it has a turned page of its own"""
    head: list[list[Cell]]
    rows: list[list[Cell]]
    caption: list[Inline]
    ruled: bool
    """whether it is a form to fill in: lines separate its rows and columns, and an empty cell has room to write"""


class Versus(TypedDict):
    """Two articles on one theme, side by side."""

    t: Literal["versus"]
    title: list[Inline]
    c: list[Block]
    """remarks on both"""
    sides: list[list[Block]]
    """each begins with the name of its article"""


class EndNote(TypedDict):
    """A footnote that no text refers to, or an item of a bibliography on the page."""

    t: Literal["endnote"]
    n: str
    ids: list[str]
    c: list[Block]


_Inline: TypeAlias = (
    Styled | CodeWords | LineBreak | ForeignWords | Labels | WebLink | PageRef | FootnoteRef | SourceRef | InlineImage
    | MentionWords | NotedWords | Formula
)  # fmt: skip
_Block: TypeAlias = (
    Par | Verse | Heading | Quote | ItemList | TermList | CodeBlock | Rule | Callout | Figure | Table | Versus | EndNote
)
Inline: TypeAlias = str | Annotated[_Inline, Discriminator("t")]
Block: TypeAlias = Annotated[_Block | Labels | Formula, Discriminator("t")]
InlineOrBlock: TypeAlias = str | Annotated[_Inline | _Block, Discriminator("t")]
