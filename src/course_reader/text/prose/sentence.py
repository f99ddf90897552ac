"""Sentences and blocks of a text, and the sentence around a mention. All spans are in code points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course_reader.text.fold import BARRIER
from course_reader.text.wordlists import ABBREVIATIONS, STARTERS

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘„«(\\["
#: a stop, closing quotes and brackets after it, a gap, and the start of the next sentence
_STOP = re.compile(rf"([.!?…։؟۔。]+)([{_CLOSERS}]*)(\s+)(?=[{_OPENERS}]*([^\s{_OPENERS}]+))")
_LAST_WORD = re.compile(r"[^\W\d_][^\s\"'“‘(\[-]*\Z")
_SAID = re.compile(r"(?:[^\W\d_][\w.-]* ){1,3}(?:said|asked|told|added|replied|wrote|says|asks)\b")
#: abbreviations only before a number; elsewhere they are ordinary words
_BEFORE_NUMBERS = frozenset({"No", "Nos", "Art", "Vol", "Fig", "pp", "ca", "Sec"})


def sentence_around(text: str, start: int, end: int, max_chars: int = 240) -> tuple[int, int]:
    """The span of the sentence, or sentences, around a stretch of text.

    It stays inside the stretch's block and has no white space at its ends. A span of more than `max_chars` is
    shortened between words, with the stretch inside; only a stretch that is itself longer is returned whole.

    >>> text = "It rained. They met in Sochi. They left."
    >>> sentence_around(text, 23, 28)
    (11, 29)

    Args:
        text: Blocks separated by blank lines.
        start: Where the stretch starts (code points).
        end: Where it ends.
        max_chars: The greatest length of the span, in code points.
    """
    block = text.rfind(BARRIER, 0, start)
    first = block + len(BARRIER) if block >= 0 else 0
    last = text.find(BARRIER, end)
    last = last if last >= 0 else len(text)
    for stop, next_start in _stops(text, first, last):
        if next_start <= start:
            first = next_start
        elif stop >= end:
            last = stop
            break
    first, last = _stripped(text, first, last, start, end)
    return (first, last) if last - first <= max_chars else _cut(text, (first, last), (start, end), max_chars)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of all sentences of a text, in order; a block without a full stop is one sentence.

    >>> list(sentences("Dr. Lee came. She left."))
    [(0, 13), (14, 23)]

    Args:
        text: Blocks separated by blank lines.
    """
    for first, last in blocks(text):
        yield from sentences_between(text, first, last)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the blocks of a text, without empty ones."""
    start = 0
    while start <= len(text):
        end = text.find(BARRIER, start)
        end = end if end >= 0 else len(text)
        if text[start:end].strip():
            yield start, end
        start = end + len(BARRIER)


def sentences_between(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of a block, without white space at their ends."""
    start = first
    for stop, following in [*_stops(text, first, last), (last, last)]:
        if text[start:stop].strip():
            yield _stripped(text, start, stop, stop, start)
        start = following


def _stops(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The end of each sentence and the start of the next, between two positions."""
    for found in _STOP.finditer(text, first, last):
        if _ends_sentence(text, found):
            yield found.end(2), found.end(3)


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: no small letter follows it and no abbreviation precedes it."""
    following = found[4]
    if following[0].islower():
        return False
    if found[1] != ".":
        return not (found[2] and _SAID.match(text, found.end(3)))
    if found[2]:
        return True
    word = _LAST_WORD.search(text, max(0, found.start() - 30), found.start())
    if not word:
        return True
    before = word.group()
    if before in _BEFORE_NUMBERS:
        return not following[0].isdigit()
    if (len(before) == 1 and before.isupper()) or "." in before:
        return "." in before and following.rstrip(",.'’s") in STARTERS
    return before not in ABBREVIATIONS


def _stripped(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends, never inside the stretch."""
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _cut(text: str, span: tuple[int, int], kept: tuple[int, int], max_chars: int) -> tuple[int, int]:
    """The longest part of a span, cut between words, with the kept stretch roughly in the middle."""
    (first, last), (start, end) = span, kept
    spare = max(0, max_chars - (end - start))
    left = min(start - first, max(spare // 2, spare - (last - end)))
    new_first, new_last = start - left, end + spare - left
    if new_first > first:
        while new_first < start and not text[new_first - 1].isspace():
            new_first += 1
    if new_last < last:
        while new_last > end and not text[new_last].isspace():
            new_last -= 1
    return _stripped(text, new_first, new_last, start, end)
