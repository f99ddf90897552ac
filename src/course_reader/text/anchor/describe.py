"""Quoting a stretch of text so that it can be found again."""

from __future__ import annotations

import hashlib

from course_reader.text.anchor.exact import occurrences, surrounded
from course_reader.text.anchor.flat import Needle, flat
from course_reader.text.anchor.records import Anchor

#: characters of context on each side of a quote, unless the text is shorter
CONTEXT = 64
#: the most characters, after which nothing more is tried to tell one place from others
_MOST = 8_192


def text_hash(text: str) -> str:
    """A short hash of a text, `t-` and 16 hexadecimal digits, which is also the name of its snapshot.

    >>> text_hash("The talks began.")
    't-1477ee8a90399985'
    """
    return "t-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def describe(text: str, start: int, end: int, paragraph: int | None = None) -> Anchor:
    """Quote a span with 64 characters of context on each side, or with more until no other place fits.

    >>> anchor = describe("The talks began in Graz.", 4, 9)
    >>> anchor.prefix, anchor.quote, anchor.suffix, anchor.start
    ('The ', 'talks', ' began in Graz.', 4)

    Args:
        text: The text.
        start: Where the span begins (code points).
        end: Where it ends; a span has at least one character.
        paragraph: Number of its paragraph, if it has one.

    Raises:
        ValueError: if the span is empty or not within the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"the span from {start} to {end} is empty or outside the text ({len(text)} characters)")
    size = CONTEXT
    while True:
        lo, hi = _word_start(text, max(0, start - size)), _word_end(text, min(len(text), end + size))
        anchor = Anchor(text[start:end], text[lo:start], text[end:hi], paragraph, text_hash(text), start)
        if (lo == 0 and hi == len(text)) or size >= _MOST or _is_unique(anchor, text):
            return anchor
        size *= 2


def _is_unique(anchor: Anchor, text: str) -> bool:
    """Whether an anchor fits only one place, both as it is and in the form in which files keep it."""
    whole = anchor.prefix + anchor.quote + anchor.suffix
    if text.find(whole, text.find(whole) + 1) >= 0:
        return False
    needle, folded = Needle.of(anchor), flat(text).text
    return not needle.quote or len(surrounded(needle, folded, occurrences(needle.quote, folded))) == 1


def _word_start(text: str, at: int) -> int:
    """The nearest start of a word at or before an offset; the offset itself within a very long word."""
    for back in range(at, max(0, at - 24) - 1, -1):
        if back == 0 or text[back - 1].isspace():
            return back
    return at


def _word_end(text: str, at: int) -> int:
    """The nearest end of a word at or after an offset; the offset itself within a very long word."""
    for ahead in range(at, min(len(text), at + 24) + 1):
        if ahead == len(text) or text[ahead].isspace():
            return ahead
    return at
