"""What scraping a raw text gives: records without behaviour.

Every word of the input is to be found again in one of them: in a block, in the
printed text of a finding, or in the list of what was removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from course_reader.errors import ReaderError

BlockKind = Literal["paragraph", "heading", "list", "quote"]


class ScrapeError(ReaderError):
    """The input cannot be read as a text at all; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the article's body, as Markdown that MyST reads back as the same words."""

    #: What it is; paragraph numbers count all kinds but headings.
    kind: BlockKind
    #: Markdown; a list keeps its items on lines of their own.
    text: str
    #: First and last line of the input that it was made from (1-based).
    line: int
    last_line: int
    #: Heading level (2, 3, …); 0 for everything else.
    level: int = 0


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the input that is not part of the article."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Lines of the input that were one paragraph before something cut them."""

    line: int
    line2: int
    reason: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """A question that only a person can settle."""

    #: A field of the front matter, or ``text`` for the body.
    field: str
    question: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where a field comes from: the words as they are printed."""

    field: str
    value: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Scraped:
    """A raw text, taken apart. ``None`` means that the text does not say it."""

    title: str | None = None
    #: The day it was printed, ``YYYY-MM-DD``.
    date: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: str | None = None
    #: The first caption; all of them are in ``captions``.
    caption: str | None = None
    captions: tuple[str, ...] = ()
    #: The first credit; all of them are in ``credits``.
    credit: str | None = None
    credits: tuple[str, ...] = ()
    url: str | None = None
    #: BCP-47 tag.
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    found: tuple[Found, ...] = ()
    removed: tuple[Removed, ...] = ()
    joined: tuple[Joined, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    #: The encoding that the bytes were read with.
    encoding: str = "utf-8"
    #: What was cleaned on the level of characters, a sentence each.
    notes: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The blocks that carry a paragraph number."""
        return tuple(block for block in self.blocks if block.kind != "heading")
