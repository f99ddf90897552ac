"""The words and blocks passed to a print template; the parts of a pack consist of them.

A record is a plain dictionary. `t` is its kind, `c` its content, `ids` are its labels, and `to` is the label that it
refers to. All records are in one module because notes contain blocks and blocks contain notes.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypeAlias

from pydantic import Discriminator
from typing_extensions import TypedDict

# --- words


class Styled(TypedDict):
    """Words in a style; `plain` has none."""

    t: Literal["em", "strong", "sub", "sup", "plain"]
    c: list[Inline]


class CodeWords(TypedDict):
    """Code within a line."""

    t: Literal["code"]
    c: list[str]


class LineBreak(TypedDict):
    """The end of a line within a paragraph."""

    t: Literal["break"]


class ForeignWords(TypedDict):
    """Words in another language or script."""

    t: Literal["lang"]
    lang: str
    """its BCP 47 tag"""
    c: list[InlineOrBlock]


class Labels(TypedDict):
    """A place in the text that labels point to. It appears among words and among blocks."""

    t: Literal["anchor"]
    ids: list[str]


class WebLink(TypedDict):
    """A link out of the reader."""

    t: Literal["url"]
    to: str
    """the address"""
    c: list[Inline]


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


class SourceRef(TypedDict):
    """A reference to the list of sources."""

    t: Literal["cite"]
    key: str
    """the source's key in the bibliography"""
    n: int
    """its number in the list"""
    to: str
    """its label"""


class Image(TypedDict):
    """A picture."""

    file: str | None
    """its file next to the template; none if it is missing"""
    alt: str
    """a description for people who cannot see it"""
    uri: str
    """the address that the author gave"""


class InlineImage(Image):
    """A picture within a line."""

    t: Literal["picture"]


class MarginGloss(TypedDict):
    """The gloss of a mention."""

    id: str
    kind: Literal["people", "places", "agreements", "organisations", "events", "terms"]
    word: str
    """the same as a word for readers: person, place, …"""
    name: str
    language: str
    """the language of the name, as a BCP 47 tag"""
    role: str
    """a person's role on the day of the article; may be empty"""
    text: str
    to: str
    """the label of its entry"""


class MarginNote(TypedDict):
    """A note, with the replies to it."""

    id: str
    label: str
    """its kind as a word for readers: Comment, Question, …"""
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


class CodeBlock(TypedDict):
    """Lines of code."""

    t: Literal["code-block"]
    text: str


class Rule(TypedDict):
    """A line between two blocks."""

    t: Literal["rule"]


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
    """One of the author's footnotes, or an item of a bibliography on the page."""

    t: Literal["endnote"]
    n: str
    ids: list[str]
    c: list[Block]


_Inline: TypeAlias = (
    Styled | CodeWords | LineBreak | ForeignWords | Labels | WebLink | PageRef | FootnoteRef | SourceRef | InlineImage
    | MentionWords | NotedWords
)  # fmt: skip
_Block: TypeAlias = (
    Par | Heading | Quote | ItemList | TermList | CodeBlock | Rule | Callout | Figure | Table | Versus | EndNote
)
Inline: TypeAlias = str | Annotated[_Inline, Discriminator("t")]
Block: TypeAlias = Annotated[_Block | Labels, Discriminator("t")]
InlineOrBlock: TypeAlias = str | Annotated[_Inline | _Block, Discriminator("t")]
