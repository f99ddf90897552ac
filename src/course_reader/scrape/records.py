"""The result of scraping a raw text, as plain records.

Every word of the input is in one of them: in a block, in the printed text of a field, or in the list of
removed lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from course_reader.errors import ReaderError
from course_reader.scrape.evidence import Cut, Fact

BlockKind = Literal["paragraph", "heading", "list", "quote", "table"]


class ScrapeError(ReaderError):
    """The input cannot be read as text; the message says what to do."""


@dataclass(frozen=True, slots=True)
class ArticleBlock:
    """One block of the article's body, as Markdown that renders as the original words."""

    #: Its kind; all kinds except headings have a paragraph number.
    kind: BlockKind
    #: Markdown; list items are on separate lines.
    text: str
    #: Its first and last line in the input (1-based).
    line: int
    last_line: int
    #: Heading level (2, 3, …); 0 for all other kinds.
    level: int = 0


@dataclass(frozen=True, slots=True)
class Removed:
    """A part of the input that does not belong to the article."""

    line: int
    text: str
    reason: Cut


@dataclass(frozen=True, slots=True)
class Joined:
    """Lines of the input that were joined into one paragraph."""

    line: int
    line2: int
    reason: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """A question that only a person can answer."""

    #: A field of the front matter, or ``text`` for the body.
    field: Fact
    question: str


@dataclass(frozen=True, slots=True)
class FoundField:
    """The source of a field: its text as printed."""

    field: Fact
    value: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Scraped:
    """The parts of a raw text. ``None`` means that the text does not give it."""

    title: str | None = None
    #: The day of publication, ``YYYY-MM-DD``.
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
    blocks: tuple[ArticleBlock, ...] = ()
    found: tuple[FoundField, ...] = ()
    removed: tuple[Removed, ...] = ()
    joined: tuple[Joined, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    #: The encoding used to read the bytes.
    encoding: str = "utf-8"
    #: The form of the input, worded for a person: “a saved web page”.
    form: str = "a plain text"
    #: Of an input with several articles, this one's own part; None if the input is one article.
    part: str | None = None
    #: Changes to individual characters, one sentence each.
    notes: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[ArticleBlock, ...]:
        """The blocks with a paragraph number."""
        return tuple(block for block in self.blocks if block.kind != "heading")
