"""Offsets of other tools, which decide between places with the same words; the words themselves are always checked.

Tools count in texts of their own: with the menus of the page, with other line breaks, in other units. Where some
annotations of a page have certain places, the difference is known and taken off.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from course_reader.exchange.records import Passage
from course_reader.text.anchor.exact import occurrences
from course_reader.text.anchor.flat import flat
from course_reader.text.fold import Folded

#: an offset in the tool's text, and the one of the same words here (code points)
Pair = tuple[int, int]

#: the nearest place has to be this many times nearer than the next
_NEARER = 4


def pairs(known: Iterable[tuple[Passage, tuple[int, int]]]) -> tuple[Pair, ...]:
    """What certain places say of the tool's way of counting.

    Args:
        known: Passages with the spans at which they were found without their offsets.
    """
    return tuple(sorted({(at.start, span[0]) for at, span in known if at.start is not None}))


def by_position(at: Passage, text: str, known: Sequence[Pair] = ()) -> tuple[int, int] | None:
    """The place of a passage's words that its offset decides on, among those whose context fits best.

    Args:
        at: The passage; nothing is found without words or without an offset.
        text: The text to search.
        known: The pairs of other annotations of the page.

    Returns:
        The span in code points, or None if the offset does not decide.

    >>> by_position(Passage("", "the quay", start=40), "At the quay and, two years later, again at the quay.")
    (43, 51)
    """
    if at.start is None or not at.quote:
        return None
    folded = flat(text)
    words = flat(at.quote).text.strip()
    places = _best(occurrences(words, folded.text), folded, at)
    spans = [folded.span(*place) for place in places]
    expected = at.start + _difference(at.start, known)
    spans.sort(key=lambda span: abs(span[0] - expected))
    if not spans:
        return None
    away = abs(spans[0][0] - expected)
    if away == 0:
        return spans[0]
    if len(spans) == 1:
        return None
    return spans[0] if away * _NEARER <= abs(spans[1][0] - expected) else None


def _difference(start: int, known: Sequence[Pair]) -> int:
    """How far the offsets are apart near an offset of the tool."""
    if not known:
        return 0
    at = bisect_left(known, (start, 0))
    nearest = min(known[max(0, at - 1) : at + 1], key=lambda pair: abs(pair[0] - start))
    return nearest[1] - nearest[0]


def _best(places: list[tuple[int, int]], folded: Folded, at: Passage) -> list[tuple[int, int]]:
    """The places that have most of the context around them."""
    before, after = flat(at.prefix).text.rstrip(), flat(at.suffix).text.lstrip()

    def fitting(place: tuple[int, int]) -> int:
        left = folded.text[max(0, place[0] - len(before) - 1) : place[0]].rstrip()
        right = folded.text[place[1] : place[1] + len(after) + 1].lstrip()
        return _same(left[::-1], before[::-1]) + _same(right, after)

    most = max(map(fitting, places), default=0)
    return [place for place in places if fitting(place) == most]


def _same(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return count
    return min(len(one), len(other))
