"""Aligning two versions of a text, and carrying a span over from one to the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from course_reader.text.anchor.exact import Span

#: start in the first text, start in the second, length: a run of characters that both share
Run = tuple[int, int, int]

#: a word and what follows it, up to the next word; spaces and commas alone are the same everywhere
_PIECE = re.compile(r"[^\w\s]*\w+[^\w\s]*\s*|\s+|\W+")
_WORD = re.compile(r"\w")
#: replaced stretches are compared letter by letter up to this size (the product of their lengths)
_BY_LETTER = 4_000_000
#: and word by word up to this product of their numbers of words
_BY_WORD = 400_000_000
#: the share that two stretches have in common if they differ only by slips of the pen
_MOSTLY = 0.6
#: this many equal letters in a row are not a coincidence
_SYLLABLE = 4
#: how much longer than the lost words their replacement may be, in characters
_SLACK = 12
#: the end of a sentence and the space after it
_SENTENCE = re.compile(r"[.!?][^\w\s]*\s$")


@lru_cache(maxsize=8)
def diff(old: str, new: str) -> tuple[Run, ...]:
    """The runs that two texts share, in order: word by word first, then by letters where words were replaced.

    >>> diff("The old pier.", "The new pier.")
    ((0, 0, 4), (8, 8, 5))
    """
    # Imported only when a quote has moved: most builds do not need it, and it takes 4 MB.
    from rapidfuzz.distance import Indel

    first, second = _PIECE.findall(old), _PIECE.findall(new)
    at, there = (list(accumulate(map(len, pieces), initial=0)) for pieces in (first, second))
    if len(first) * len(second) > _BY_WORD:
        return _ends(old, new)
    blocks = Indel.opcodes([p.rstrip() for p in first], [p.rstrip() for p in second]).as_matching_blocks()
    runs: list[Run] = []
    a = b = 0
    for block in blocks:
        i, j = at[block.a], there[block.b]
        runs += ((a + x, b + y, n) for x, y, n in _by_letter(old[a:i], new[b:j]))
        for x, y in zip(range(block.a, block.a + block.size), range(block.b, block.b + block.size), strict=True):
            # The space after a word may be missing in one of the texts.
            runs.append((at[x], there[y], min(len(first[x]), len(second[y]))))
        a, b = at[block.a + block.size], there[block.b + block.size]
    return tuple(slid(list(_merged(runs)), old, new))


def _ends(old: str, new: str) -> tuple[Run, ...]:
    """The runs at the beginning and the end of two very long texts: comparing all their words takes too much memory."""
    from rapidfuzz.distance import Postfix, Prefix

    start = Prefix.similarity(old, new)
    end = min(Postfix.similarity(old, new), len(old) - start, len(new) - start)
    return tuple(run for run in ((0, 0, start), (len(old) - end, len(new) - end, end)) if run[2])


def slid(runs: list[Run], old: str, new: str) -> Iterator[Run]:
    """The same runs, shifted so that insertions and deletions begin with a sentence or a word where possible.

    "A came. A went." without "A came. " equals the same text without "came. A ", but people delete sentences.
    """
    for at in range(len(runs) - 1):
        (a, b, n), (c, d, m) = runs[at], runs[at + 1]
        text, start, end = (old, a + n, c) if b + n == d else (new, b + n, d)
        if a + n != c and b + n != d:
            continue
        left = right = 0
        while left < n and text[start - left - 1] == text[end - left - 1]:
            left += 1
        while right < m and text[start + right] == text[end + right]:
            right += 1
        best = max(range(-left, right + 1), key=lambda shift: (_breaks(text, start + shift), -abs(shift)))
        runs[at], runs[at + 1] = (a, b, n + best), (c + best, d + best, m - best)
    return (run for run in runs if run[2])


def _breaks(text: str, at: int) -> int:
    """How good a place is for a cut: 2 where a sentence begins, 1 where a word does, otherwise 0."""
    if at == 0 or _SENTENCE.search(text[max(0, at - 4) : at]):
        return 2
    return int(text[at - 1].isspace())


def _by_letter(old: str, new: str) -> Sequence[Run]:
    """The runs of letters in two stretches without a common word; short runs count only if most letters are shared."""
    if not old or not new or len(old) * len(new) > _BY_LETTER:
        return ()
    runs = letters(old, new)
    same = sum(n for _, _, n in runs)
    return runs if same * 2 >= _MOSTLY * (len(old) + len(new)) else [run for run in runs if run[2] >= _SYLLABLE]


def letters(old: str, new: str) -> list[Run]:
    """The runs of letters that two short texts share."""
    from rapidfuzz.distance import Indel

    return [(m.a, m.b, m.size) for m in Indel.opcodes(old, new).as_matching_blocks() if m.size]


def _merged(runs: list[Run]) -> Iterator[Run]:
    """The runs, with adjacent ones merged."""
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
    """How many characters of a span of the first text are also in the second."""
    return sum(max(0, min(a + n, end) - max(a, start)) for a, _, n in runs)


def came_from_elsewhere(runs: Sequence[Run], span: Span, start: int, end: int) -> int:
    """How many characters from `start` to `end` of the second text come from outside a span of the first."""
    found = 0
    for a, b, n in runs:
        lo, hi = max(b, start), min(b + n, end)
        if lo < hi:
            shift = a - b
            inside = max(0, min(hi + shift, span[1]) - max(lo + shift, span[0]))
            found += hi - lo - inside
    return found


def moved(runs: Sequence[Run], offset: int) -> int:
    """The offset in the second text that corresponds best to one in the first.

    >>> moved(diff("The old pier.", "So the old pier."), 8)
    11
    """
    before = [run for run in runs if run[0] <= offset]
    return before[-1][1] + min(offset - before[-1][0], before[-1][2]) if before else 0


def transfer(runs: Sequence[Run], old: str, new: str, start: int, end: int) -> Span | None:
    """Carry a span of `old` over to `new`; None if none of its characters is left.

    If the first or last words of the span were replaced, the span includes their replacement.

    >>> old, new = "The old pier was closed.", "The stone pier was closed."
    >>> transfer(diff(old, new), old, new, 4, 12)
    (4, 14)
    """
    inside = [
        (max(a, start), b + max(a, start) - a, min(a + n, end) - max(a, start))
        for a, b, n in runs
        if a < end and a + n > start
    ]
    inside = without_strays(inside)
    if not inside:
        return None
    left = max(((a + m, b + m) for a, b, n in runs if a < start for m in (min(n, start - a),)), default=(0, 0))
    right = min(
        ((a + m, b + m) for a, b, n in runs if a + n > end for m in (max(0, end - a),)), default=(len(old), len(new))
    )
    first, last = inside[0], inside[-1]
    lo = with_replaced(old[left[0] : start], old[start : first[0]], new[left[1] : first[1]], first[1], -1)
    hi = with_replaced(
        old[end : right[0]], old[last[0] + last[2] : end], new[last[1] + last[2] : right[1]], last[1] + last[2], 1
    )
    return whole_words(old, new, (start, end), (lo, hi))


def with_replaced(outside: str, lost: str, put: str, limit: int, step: int) -> int:
    """Move one end of a span so that it includes the replacement of lost words.

    Args:
        outside: The text that was lost just outside the span.
        lost: The text that was lost at this end of the span.
        put: The text that replaced both.
        limit: The end of the span without the replacement.
        step: -1 for the start of the span, 1 for its end.
    """
    if not lost.strip() or not put.strip():
        return limit
    if not _WORD.search(outside):
        trimmed = put.lstrip() if step < 0 else put.rstrip()
        return limit + step * len(trimmed) if len(trimmed) <= 2 * len(lost) + _SLACK else limit
    # Words on both sides of the limit were replaced: assume one word for one word.
    words = [m.span() for m in re.finditer(r"\S+", put)]
    count = min(len(lost.split()), len(words))
    return limit - (len(put) - words[-count][0]) if step < 0 else limit + words[count - 1][1]


def without_strays(runs: list[Run]) -> list[Run]:
    """The runs without short ones at the ends that are far from the others, and so equal by chance."""
    while len(runs) > 1 and _is_stray(runs[0], runs[1]):
        runs = runs[1:]
    while len(runs) > 1 and _is_stray(runs[-2], runs[-1], last=True):
        runs = runs[:-1]
    return runs


def _is_stray(left: Run, right: Run, *, last: bool = False) -> bool:
    size = right[2] if last else left[2]
    lost, put = right[0] - left[0] - left[2], right[1] - left[1] - left[2]
    return size < 4 and put > lost + 3 * size + 4


def whole_words(old: str, new: str, was: Span, now: Span) -> Span:
    """Extend a span to whole words if it had whole words before, and leave out punctuation that was outside it."""
    lo, hi = now
    if not is_inside_word(old, was[0]):
        while is_inside_word(new, lo):
            lo -= 1
    if not is_inside_word(old, was[1]):
        while is_inside_word(new, hi):
            hi += 1
    while lo < hi and (new[lo].isspace() or (old[was[0]].isalnum() and _is_mark(new[lo]))):
        lo += 1
    while hi > lo and (new[hi - 1].isspace() or (old[was[1] - 1].isalnum() and _is_mark(new[hi - 1]))):
        hi -= 1
    return lo, hi


def _is_mark(character: str) -> bool:
    """Whether a character is punctuation."""
    return unicodedata.category(character).startswith("P")


def is_inside_word(text: str, at: int) -> bool:
    """Whether an offset is inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
