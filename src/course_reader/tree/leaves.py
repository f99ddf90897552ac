"""Records that contain no other records: ends of lines, places, pictures, glosses, code."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class CodeWords(TypedDict):
    """Code within a line."""

    t: Literal["code"]
    c: list[str]


class LineBreak(TypedDict):
    """The end of a line within a paragraph."""

    t: Literal["break"]


class Labels(TypedDict):
    """A place in the text that labels point to. It appears among words and among blocks."""

    t: Literal["anchor"]
    ids: list[str]


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
    n: str
    """its number in the text and in the margin"""
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
    points: NotRequired[int]
    """how much a reader needs it at its line; one without points is never left out of a full margin"""


class MathElement(TypedDict):
    """An element of a formula, as in MathML."""

    tag: str
    """its name in MathML: mi, mo, mfrac, …"""
    text: str
    fence: bool
    """whether it is a row in brackets, which are as high as the row"""
    bar: bool
    """whether a fraction has a line"""
    c: list[MathElement]


class Formula(TypedDict):
    """A formula, within a line or on its own."""

    t: Literal["formula"]
    tex: str
    """its source, which is read aloud"""
    block: bool
    """whether it is on a line of its own"""
    c: list[MathElement]


class CodeBlock(TypedDict):
    """Lines of code."""

    t: Literal["code-block"]
    text: str


class Rule(TypedDict):
    """A line between two blocks."""

    t: Literal["rule"]
