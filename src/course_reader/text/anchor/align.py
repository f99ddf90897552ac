"""Which stretches of one text are which of another, and what became of a span on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from rapidfuzz.distance import Indel

from course_reader.text.anchor.exact import Span

#: start in the first text, start in the second, length: the same characters in both
Run = tuple[int, int, int]

#: a word with what follows it up to the next: as one piece, since spaces and commas alone are alike everywhere
_PIECE = re.compile(r"\w+\W*|\W+")
#: what was replaced is compared letter by letter up to this size (the product of both lengths)
_BY_LETTER = 4_000_000
#: how much longer than the lost words their replacement may be
_SLACK = 12


@lru_cache(maxsize=8)
def diff(old: str, new: str) -> tuple[Run, ...]:
    """The runs that two texts share, in order: by words first, and by letters where words were replaced."""
    first, second = _PIECE.findall(old), _PIECE.findall(new)
    at, there = (list(accumulate(map(len, pieces), initial=0)) for pieces in (first, second))
    runs: list[Run] = []
    a = b = 0
    for block in Indel.opcodes(first, second).as_matching_blocks():
        i, j = at[block.a], there[block.b]
        runs += ((a + x, b + y, n) for x, y, n in _by_letter(old[a:i], new[b:j]))
        a, b = at[block.a + block.size], there[block.b + block.size]
        if block.size:
            runs.append((i, j, a - i))
    return tuple(_merged(runs))


def _by_letter(old: str, new: str) -> Sequence[Run]:
    if not old or not new or len(old) * len(new) > _BY_LETTER:
        return ()
    return letters(old, new)


def letters(old: str, new: str) -> list[Run]:
    """The runs of letters that two short texts share."""
    return [(m.a, m.b, m.size) for m in Indel.opcodes(old, new).as_matching_blocks() if m.size]


def _merged(runs: list[Run]) -> Iterator[Run]:
    """Runs that touch each other as one."""
    current: Run | None = None
    for run in runs:
        if current and current[0] + current[2] == run[0] and current[1] + current[2] == run[1]:
            current = (current[0], current[1], current[2] + run[2])
            continue
        if current:
            yield current
        current = run
    if current:
        yield current


def carried(runs: Sequence[Run], start: int, end: int) -> int:
    """How many characters of a span of the first text stand in the second."""
    return sum(max(0, min(a + n, end) - max(a, start)) for a, _, n in runs)


def came_from_elsewhere(runs: Sequence[Run], span: Span, start: int, end: int) -> int:
    """How many characters from `start` to `end` of the second text stood in the first outside a span of it."""
    found = 0
    for a, b, n in runs:
        lo, hi = max(b, start), min(b + n, end)
        if lo < hi:
            shift = a - b
            inside = max(0, min(hi + shift, span[1]) - max(lo + shift, span[0]))
            found += hi - lo - inside
    return found


def transfer(runs: Sequence[Run], old: str, new: str, start: int, end: int) -> Span | None:
    """What became of a span of `old` in `new`; None if none of its characters is left.

    Where the first or last words of the span were replaced, their replacement belongs to it.
    """
    inside = [
        (max(a, start), b + max(a, start) - a, min(a + n, end) - max(a, start))
        for a, b, n in runs
        if a < end and a + n > start
    ]
    inside = _without_strays(inside)
    if not inside:
        return None
    left = max((b + n for a, b, n in runs if a < start for n in (min(n, start - a),)), default=0)
    right = min((b + max(0, end - a) for a, b, n in runs if a + n > end), default=len(new))
    first, last = inside[0], inside[-1]
    lo, hi = first[1], last[1] + last[2]
    lost, put = first[0] - start, lo - left
    if lost and 0 < put <= 2 * lost + _SLACK:
        lo = left + len(new[left:lo]) - len(new[left:lo].lstrip())
    lost, put = end - last[0] - last[2], right - hi
    if lost and 0 < put <= 2 * lost + _SLACK:
        hi = hi + len(new[hi:right].rstrip())
    return whole_words(old, new, (start, end), (lo, hi))


def _without_strays(runs: list[Run]) -> list[Run]:
    """Runs without single letters far from the others, which are alike by chance."""
    while len(runs) > 1 and _is_stray(runs[0], runs[1]):
        runs = runs[1:]
    while len(runs) > 1 and _is_stray(runs[-2], runs[-1], behind=True):
        runs = runs[:-1]
    return runs


def _is_stray(left: Run, right: Run, *, behind: bool = False) -> bool:
    size = right[2] if behind else left[2]
    lost, put = right[0] - left[0] - left[2], right[1] - left[1] - left[2]
    return size < 4 and put > lost + 3 * size + 4


def whole_words(old: str, new: str, was: Span, now: Span) -> Span:
    """A span with its first and last word whole, if they were whole before."""
    lo, hi = now
    if was[0] < len(old) and not _is_inside_word(old, was[0]):
        while _is_inside_word(new, lo):
            lo -= 1
    if not _is_inside_word(old, was[1]):
        while _is_inside_word(new, hi):
            hi += 1
    while lo < hi and new[lo].isspace():
        lo += 1
    while hi > lo and new[hi - 1].isspace():
        hi -= 1
    return lo, hi


def _is_inside_word(text: str, at: int) -> bool:
    """Whether a word goes on across an offset."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
