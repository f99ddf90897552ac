"""The pack as a whole, as passed to a print template, and records that several parts use."""

from __future__ import annotations

from typing import Generic, Literal, NotRequired, TypeVar

from typing_extensions import ReadOnly, TypedDict


class AnyPart(TypedDict):
    """Any part of a pack: a record whose kind is its `t`."""

    t: ReadOnly[str]


class TitledPart(TypedDict):
    """A part with a title and a label."""

    label: str
    title: str


class RunningPart(TitledPart):
    """A part with a short title for the top of its pages."""

    running: str
    """the short title"""


# --- rows that several parts have


class DateRow(TypedDict):
    """A line of a timeline."""

    when: str
    """the date in words"""
    text: str
    to: str | None
    """the label of an article of the pack"""
    now: bool
    """whether the line is an article of the pack"""
    at: NotRequired[float]
    """given in the timeline: the date as a year with a fraction"""


class NameRow(TypedDict):
    """A name and its explanation."""

    name: str
    text: str


class EntryRow(NameRow):
    """The name of an entry and its explanation."""

    to: str
    """the label of the entry"""


class WordRow(TypedDict):
    """A hard word."""

    word: str
    part: str
    """its part of speech; may be empty"""
    text: str
    """its meaning"""


class MapImage(TypedDict):
    """A map."""

    svg: str
    """the drawing itself"""
    alt: str
    """a description for people who cannot see it"""


# --- the whole


class Fonts(TypedDict):
    """Families of fonts, in the order in which they are tried."""

    serif: list[str]
    languages: dict[str, list[str]]
    """families that are tried first for words in a language, by its tag"""


class Sizes(TypedDict):
    """Font sizes in points."""

    text: float
    note: float
    small: float


class PackMeta(TypedDict):
    """Facts about the whole pack."""

    title: str
    running: str
    """the title, shortened for the top of the pages"""
    subtitle: str
    author: str
    keywords: list[str]
    edition: Literal["", "student", "teacher", "large"]
    """empty for a pack with one edition"""
    paper: Literal["a4", "a5", "letter", "legal"]
    sides: Literal["one", "two"]
    colour: bool
    """whether it may have other colours than grey"""
    numbers: Literal["paragraphs", "lines"]
    """what is numbered beside the texts"""
    notes: Literal["margin", "foot"]
    """where notes are: none is in the margin if there is no room, or if students write there"""
    language: str
    region: str
    """the country whose variety of the language is used"""
    right_to_left: list[str]
    """those languages in the pack, as their tags, that are written from right to left"""
    fonts: Fonts
    sizes: Sizes
    digits: int
    """how many digits a page number may have; notes leave space for them"""


P = TypeVar("P", bound=AnyPart)


class PackTree(TypedDict, Generic[P]):
    """The whole of `tree.json`."""

    meta: PackMeta
    parts: list[P]
    """the parts, in the order in which they are printed"""
    labels: list[str]
    """every label in the pack; a reference to any other has no page"""
