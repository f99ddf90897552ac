"""Finding the words of an annotation in an article; only certain matches are used."""

from __future__ import annotations

from collections.abc import Sequence

from course_reader.exchange.positions import Pair, by_position
from course_reader.exchange.records import Passage
from course_reader.files.characters import without_hidden
from course_reader.text.anchor import Anchor, Anchored, State, describe, resolve
from course_reader.text.clusters import whole
from course_reader.text.paragraphs import NumberedText, Paragraph


def place(
    at: Passage,
    text: NumberedText,
    *,
    paragraph: int | None = None,
    made_on: str | None = None,
    known: Sequence[Pair] = (),
) -> Anchored:
    """Find the words of an annotation.

    Args:
        at: The words, with their context and possibly a hint at their position.
        text: The text to search.
        paragraph: The number of the paragraph, if the annotation gives it.
        made_on: The hash of the text that was annotated, if the annotation gives it.
        known: What other annotations of the page say of its tool's offsets.

    Returns:
        The state and the span in code points; only `State.EXACT` is certain.

    >>> found = place(Passage("https://news.example/", "forty years"), NumberedText("A dispute of forty years."))
    >>> str(found.state), found.span
    ('exact', (13, 24))
    """
    shown = without_hidden(text.text)
    if not at.quote:
        return Anchored(State.ORPHAN, None)
    anchor = Anchor(at.quote.strip(), at.prefix, at.suffix, paragraph, made_on, at.start)
    if shown == text.text:
        return _resolved(anchor, at, shown, known)
    # Hidden characters are removed from everything that is read, so the words are searched in a text without them.
    kept = [i for i, char in enumerate(text.text) if without_hidden(char)]
    found = _resolved(anchor, at, shown, known)
    if found.span is None:
        return found
    start, end = kept[found.span[0]], kept[found.span[1] - 1] + 1
    return Anchored(found.state, (start, end), found.reason)


def _resolved(anchor: Anchor, at: Passage, text: str, known: Sequence[Pair]) -> Anchored:
    """The place of the words; between equal ones the tool's offset decides."""
    found = resolve(anchor, text)
    if found.state is State.EXACT or (span := by_position(at, text, known)) is None:
        return found
    return Anchored(State.EXACT, span)


def anchor_of(text: NumberedText, span: tuple[int, int]) -> Anchor:
    """The words of a span as a note stores them: whole characters, with context, paragraph and hash of the text."""
    at = text.paragraph_at(span[0])
    return describe(text.text, *whole(text.text, *span), at.number if at else None)


def within_one(text: NumberedText, span: tuple[int, int]) -> Paragraph | None:
    """The paragraph that contains a whole span; None if the span extends beyond it."""
    at = text.paragraph_at(span[0])
    return at if at and span[1] <= at.end else None
