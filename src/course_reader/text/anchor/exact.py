"""Exact matches of a quote; folding has already removed differences in spaces, quotation marks and dashes."""

from __future__ import annotations

from course_reader.text.anchor.flat import Needle

Span = tuple[int, int]

_MOST = 20_000


def occurrences(words: str, text: str) -> list[Span]:
    """Every place where some words occur in a text, overlapping ones included; none if `words` is empty.

    The first twenty thousand are enough: words that occur more often say nothing about their place.

    >>> occurrences("ana", "banana")
    [(1, 4), (3, 6)]
    """
    found: list[Span] = []
    at = text.find(words) if words else -1
    while at >= 0 and len(found) < _MOST:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def surrounded(needle: Needle, text: str, places: list[Span]) -> list[Span]:
    """The places that have all of the needle's context around them, ignoring white space at its ends."""
    prefix, suffix = needle.prefix.strip(), needle.suffix.strip()
    found = []
    for start, end in places:
        # At most one space separates the folded quote from its context.
        before = text[max(0, start - len(prefix) - 1) : start].rstrip()
        after = text[end : end + len(suffix) + 1].lstrip()
        if before.endswith(prefix) and after.startswith(suffix):
            found.append((start, end))
    return found
