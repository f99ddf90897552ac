"""The same words, word for word: line breaks, spaces, quotation marks and dashes may differ."""

from __future__ import annotations

from course_reader.text.anchor.flat import Needle

Span = tuple[int, int]


def occurrences(words: str, text: str) -> list[Span]:
    """Every place where some words stand in a text, also where they overlap; empty words stand nowhere."""
    found = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def surrounded(needle: Needle, text: str, places: list[Span]) -> list[Span]:
    """Those places that have all of the needle's context around them. White space at its limits does not count."""
    prefix, suffix = needle.prefix.strip(), needle.suffix.strip()
    found = []
    for start, end in places:
        # One space at most parts the folded quote from its context.
        before = text[max(0, start - len(prefix) - 1) : start].rstrip()
        after = text[end : end + len(suffix) + 1].lstrip()
        if before.endswith(prefix) and after.startswith(suffix):
            found.append((start, end))
    return found
