"""Settled mentions: lines in an article's front matter that say what its words alone cannot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course_reader.text.fold import Folded, fold_name
from course_reader.text.mention.words import stands_alone

#: start and end, end not inside
Span = tuple[int, int]
#: start, end, number
Paragraph = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Settled:
    """One settled line: the meaning of some words of the article."""

    #: the words as the article has them
    text: str
    #: id of the entry; None: these words are not a mention
    entry: str | None
    #: only in the paragraph of this number
    paragraph: int | None = None
    #: only the occurrence of this number (from 1) in the paragraph, or in the text
    occurrence: int | None = None
    #: what explains the words here: a sense of the entry, or a text; handed on to what shows them
    sense: str = ""
    gloss: str = ""

    @property
    def weight(self) -> int:
        """How precise the line is about the place: of two lines for the same words, the heavier one applies."""
        return 2 * (self.occurrence is not None) + (self.paragraph is not None)


@dataclass(frozen=True, slots=True)
class Applied:
    """A place where a settled line applies, in folded offsets."""

    start: int
    end: int
    line: Settled


def overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a character with any of several others, which are sorted and do not overlap."""
    at = bisect_right(others, (span[1], -1)) - 1
    return at >= 0 and others[at][1] > span[0]


def settle(
    folded: Folded,
    lines: Sequence[Settled],
    paragraphs: Sequence[Paragraph],
    skip: Sequence[Span],
    names: Sequence[Span],
) -> tuple[list[Applied], list[Settled]]:
    """Decide where settled lines apply.

    The longest words win; among equals the more precise line, then the first. A longer name that covers the words
    keeps them: "Moscow" is not settled inside "The Moscow Times".

    Args:
        folded: The article's text.
        lines: The settled lines.
        paragraphs: The numbered paragraphs, in unfolded offsets.
        skip: Ranges not to be searched, in unfolded offsets, sorted and merged.
        names: Spans of the names found, in folded offsets, sorted, not overlapping.

    Returns:
        The places in text order, and the lines that match nothing.
    """
    found = [place for line in lines for place in _occurrences(folded, line, paragraphs)]
    found.sort(key=lambda place: (place.start - place.end, -place.line.weight))
    taken: list[Span] = []
    places: list[Applied] = []
    for place in found:
        span = place.start, place.end
        if _is_covered(span, names) or overlaps(folded.span(*span), skip) or overlaps(span, taken):
            continue
        places.append(place)
        taken.append(span)
        taken.sort()
    places.sort(key=lambda place: place.start)
    applied = {id(place.line) for place in places}
    return places, [line for line in lines if id(line) not in applied]


def _occurrences(folded: Folded, line: Settled, paragraphs: Sequence[Paragraph]) -> Iterator[Applied]:
    """Every occurrence of a line's words in its paragraph, or only the one that it selects."""
    needle = fold_name(line.text)
    if not needle:
        return
    ranges = [(start, end) for start, end, number in paragraphs if number == line.paragraph]
    count = 0
    at = folded.text.find(needle)
    while at >= 0:
        end = at + len(needle)
        start_in_text = folded.start(at)
        here = line.paragraph is None or any(first <= start_in_text < last for first, last in ranges)
        if here and stands_alone(folded.text, at, end):
            count += 1
            if line.occurrence in (None, count):
                yield Applied(at, end, line)
            at = end - 1
        at = folded.text.find(needle, at + 1)


def _is_covered(span: Span, names: Sequence[Span]) -> bool:
    """Whether a longer name covers a span."""
    at = bisect_right(names, (span[0], span[1])) - 1
    for start, end in names[max(0, at) : at + 2]:
        if start <= span[0] and span[1] <= end and end - start > span[1] - span[0]:
            return True
    return False
