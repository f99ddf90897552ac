"""Finding the words of an annotation in an article; only certain matches are used."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.exchange.json_file import without_hidden
from course_reader.exchange.records import Place
from course_reader.text.anchor import Anchor, Anchored, State, describe, resolve, text_hash


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph of an article: its number, its anchor on the page, and its span in code points."""

    number: int
    anchor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """The plain text of an article, in which notes are placed."""

    text: str
    paragraphs: tuple[Numbered, ...] = ()

    @property
    def hash(self) -> str:
        """The hash of the text."""
        return text_hash(self.text)

    def paragraph(self, start: int, end: int) -> Numbered | None:
        """The paragraph in which a span begins."""
        return next((p for p in self.paragraphs if p.start <= start < p.end), None)


def place(at: Place, text: Text, *, paragraph: int | None = None, made_on: str | None = None) -> Anchored:
    """Find the words of an annotation.

    Args:
        at: The words, with their context and possibly a hint at their position.
        text: The text to search.
        paragraph: The number of the paragraph, if the annotation gives it.
        made_on: The hash of the text that was annotated, if the annotation gives it.

    Returns:
        The state and the span in code points; only `State.EXACT` is certain.

    >>> found = place(Place("https://news.example/", "forty years"), Text("A dispute of forty years."))
    >>> str(found.state), found.span
    ('exact', (13, 24))
    """
    shown = without_hidden(text.text)
    if not at.quote:
        return Anchored(State.ORPHAN, None)
    anchor = Anchor(at.quote.strip(), at.prefix, at.suffix, paragraph, made_on, at.start)
    if shown == text.text:
        return resolve(anchor, text.text)
    # Hidden characters are removed from everything that is read, so the words are searched in a text without them.
    kept = [i for i, char in enumerate(text.text) if without_hidden(char)]
    found = resolve(anchor, shown)
    if found.span is None:
        return found
    start, end = kept[found.span[0]], kept[found.span[1] - 1] + 1
    return Anchored(found.state, (start, end), found.reason)


def anchor_of(text: Text, span: tuple[int, int]) -> Anchor:
    """The words of a span as a note stores them: with context, paragraph and the hash of the text."""
    at = text.paragraph(*span)
    return describe(text.text, *span, at.number if at else None)


def within_one(text: Text, span: tuple[int, int]) -> Numbered | None:
    """The paragraph that contains a whole span; None if the span extends beyond it."""
    at = text.paragraph(*span)
    return at if at and span[1] <= at.end else None
