"""The numbered paragraphs of a text. All offsets count code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from course_reader.text.anchor import text_hash


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph of a document."""

    number: int
    #: the id of its element on the page
    anchor: str
    start: int
    end: int


def paragraph_at(paragraphs: Sequence[Paragraph], offset: int) -> Paragraph | None:
    """The paragraph that contains a character; paragraphs are in order and do not overlap."""
    at = bisect_right(paragraphs, offset, key=lambda p: p.start) - 1
    return paragraphs[at] if at >= 0 and offset < paragraphs[at].end else None


@dataclass(frozen=True, slots=True)
class NumberedText:
    """A text with its numbered paragraphs."""

    text: str
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def hash(self) -> str:
        """The mark of the text."""
        return text_hash(self.text)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that contains a character."""
        return paragraph_at(self.paragraphs, offset)
