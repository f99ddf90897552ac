"""Where the running text of an article is, in a copy that may hold a whole page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from course_reader.scrape.lines import captions
from course_reader.scrape.lines.segments import Segment, ends_sentence
from course_reader.scrape.lines.shapes import is_header, is_prose

#: A paragraph counts as many points as it has characters, up to this.
_MOST = 400
#: What a short line between paragraphs costs.
_GAP = 45
#: Stretches with less than this share of the points of the best are boxes and teasers.
_EQUAL = 0.25
#: Nor is a stretch with fewer points part of the text.
_LEAST = 400
#: A line with a full stop is a sentence if it has so many characters.
_SENTENCE = 40


def text_region(segments: Sequence[Segment]) -> tuple[int, int]:
    """The first and the last position (exclusive) of the running text.

    Paragraphs add their length and other lines take a little away, so that subheadings and captions do not end a
    stretch, but a menu does. The text reaches from the first stretch that is nearly as rich as the best to the last of
    them. Without any
    paragraph, it starts at the first sentence; without any sentence, it is the empty stretch at the end.
    """
    found = list(_stretches(segments))
    if not found:
        first = next((n for n, segment in enumerate(segments) if _is_short_sentence(segment)), len(segments))
        return first, len(segments)
    best = max(points for _, _, points in found)
    rich = [part for part in found if part[2] == best or part[2] >= max(_LEAST, _EQUAL * best)]
    return _with_short_sentences(segments, rich[0][0]), rich[-1][1]


def _with_short_sentences(segments: Sequence[Segment], start: int) -> int:
    """The start, moved up over short sentences, and over single short lines between them."""
    position = start
    while position and (_is_short_sentence(segments[position - 1]) or _bridges(segments, position - 1)):
        position -= 1
    return position


def _bridges(segments: Sequence[Segment], position: int) -> bool:
    return position > 1 and all(_is_short_sentence(segments[n]) for n in (position - 1, position - 2))


def _stretches(segments: Sequence[Segment]) -> Iterator[tuple[int, int, int]]:
    """Stretches of prose: first position, end, and points."""
    total = best = start = end = 0
    for position, segment in enumerate(segments):
        points = min(_MOST, len(segment.plain)) if is_sentence(segment) else -_GAP
        if points > 0 and total <= 0:
            if best > 0:
                yield start, end, best
            total, best, start = 0, 0, position
        total += points
        if points > 0 and total > best:
            best, end = total, position + 1
    if best > 0:
        yield start, end, best


def is_sentence(segment: Segment) -> bool:
    """Whether it is a paragraph of running text; a short line or item of a list is not enough."""
    if segment.kind in ("item", "row", "rule", "image"):
        return len(segment.plain) > 120
    return is_prose(segment) and not is_header(segment.plain)


def _is_short_sentence(segment: Segment) -> bool:
    text = segment.plain
    return (
        segment.kind == "text"
        and len(text) >= _SENTENCE
        and text.count(" ") > 5
        and ends_sentence(text)
        and not is_header(text)
        and not captions.looks_like_caption(text)
    )
