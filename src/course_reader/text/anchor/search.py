"""Approximate search: places in a text that are similar to a quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from heapq import nlargest

from course_reader.text.anchor.align import is_inside_word, letters, transfer
from course_reader.text.anchor.exact import Span
from course_reader.text.anchor.flat import Needle

#: per cent of the characters that may differ
MOST_ERRORS = 40
#: shorter quotes are similar to too much
SHORTEST = 5
#: quotes shorter than this are also searched for together with their context
SHORT = 64
#: the greatest number of searches for one needle: each hit splits the rest of the text in two
MOST_SEARCHES = 9
#: the greatest number of places with the same words that are compared in full
MOST_PLACES = 100
#: if there are more, they are chosen by this many letters on each side
_BESIDE = 16
#: up to this length, the exact ends of a hit are computed letter by letter
_EXACT_ENDS = 256
#: the length of the pieces of a long needle, and from which product of lengths on only pieces are searched
_PIECE, _COSTLY = 64, 10_000_000
#: how much of a long needle is compared letter by letter
_COMPARED = 10_000
#: the length of a text that is searched as often as any
_LONG_TEXT = 2_000_000


def likeliest(needle: Needle, text: str, same: list[Span], most: int = MOST_PLACES) -> list[Span]:
    """From very many places with the same words, those with the same letters next to them, in text order.

    Args:
        needle: The quote and its context.
        text: The folded text.
        same: Places with the same words, in text order.
        most: How many are kept.
    """
    if len(same) <= most:
        return same
    before, after = needle.prefix[-_BESIDE:][::-1], needle.suffix[:_BESIDE]

    def agreement(span: Span) -> int:
        left, right = text[max(0, span[0] - _BESIDE) : span[0]][::-1], text[span[1] : span[1] + _BESIDE]
        pairs = [*zip(before, left, strict=False), *zip(after, right, strict=False)]
        return sum(there == known for known, there in pairs)

    return sorted(nlargest(most, same, key=agreement))


def has_whole_words(needle: Needle, text: str, span: Span) -> bool:
    """Whether a place does not begin or end inside a word; only checked on sides where the quote has context."""
    cut = bool(needle.prefix) and is_inside_word(text, span[0])
    return not (cut or (bool(needle.suffix) and is_inside_word(text, span[1])))


def windows(needle: str, text: str) -> list[Span]:
    """Stretches of a text similar to the needle and as long as it, best first; they overlap little."""
    is_costly = len(needle) > _PIECE and len(needle) * len(text) > _COSTLY
    found = list(_by_pieces(needle, text) if is_costly else _by_all(needle, text))
    found.sort(key=lambda item: -item[0])
    return [span for _, span in found]


def _by_all(needle: str, text: str) -> Iterator[tuple[float, Span]]:
    """Compare the needle with every stretch of its length."""
    from rapidfuzz import fuzz

    todo = [(0, len(text))]
    # Each search goes through the text once: a very long one is searched less often.
    for _ in range(max(1, min(MOST_SEARCHES, _LONG_TEXT // max(len(text), 1)))):
        if not todo:
            break
        lo, hi = todo.pop(0)
        if hi - lo < max(len(needle) // 2, 1):
            continue
        hit = fuzz.partial_ratio_alignment(needle, text[lo:hi], score_cutoff=100 - MOST_ERRORS)
        if hit is None:
            continue
        # If the needle is longer than the text, the whole text is the hit.
        start, end = (lo + hit.dest_start, lo + hit.dest_end) if len(needle) <= hi - lo else (lo, hi)
        yield hit.score, (start, end)
        todo += [(lo, start), (end, hi)]


def _by_pieces(needle: str, text: str) -> Iterator[tuple[float, Span]]:
    """Search three short pieces of a long needle, and compare all of it only where one of them is.

    Comparing a needle with every stretch takes as long as the square of its length.
    """
    from rapidfuzz import fuzz

    seen: set[int] = set()
    for at in (0, (len(needle) - _PIECE) // 2, len(needle) - _PIECE):
        for _, (start, _) in _by_all(needle[at : at + _PIECE], text):
            lo = max(0, min(start - at, len(text) - len(needle)))
            near = range(lo - _PIECE, lo + _PIECE)
            if seen.isdisjoint(near):
                seen.add(lo)
                hi = min(len(text), lo + len(needle))
                score = fuzz.ratio(needle[:_COMPARED], text[lo:hi][:_COMPARED], score_cutoff=100 - MOST_ERRORS)
                if score:
                    yield score, (lo, hi)


def alike(needle: Needle, text: str) -> list[Span]:
    """Every place that may be similar to the quote, with exact ends."""
    places: dict[Span, None] = {}
    if len(needle.quote) >= SHORTEST:
        for lo, hi in windows(needle.quote, text):
            places[_ends(needle, text, lo, hi)] = None
    if len(needle.quote) < SHORT and needle.has_context:
        for lo, hi in windows(needle.whole, text):
            inside = _projected(needle, text, lo, hi)
            if inside:
                places[inside] = None
    return [span for span in places if span[0] < span[1]]


def _ends(needle: Needle, text: str, lo: int, hi: int) -> Span:
    """The exact ends of a place, given a window found by the quote alone."""
    # If there is context, it shows the ends of the quote better than the quote's own letters do.
    inside = _projected(needle, text, lo - len(needle.prefix), hi + len(needle.suffix)) if needle.has_context else None
    if inside and min(inside[1], hi) - max(inside[0], lo) > (hi - lo) // 2:
        return inside
    return tight(needle.quote, text, lo, hi)


def _projected(needle: Needle, text: str, lo: int, hi: int) -> Span | None:
    """The place of the quote in a window that includes its context."""
    slack = len(needle.quote) * MOST_ERRORS // 100 + 16
    lo, hi = max(0, lo - slack), min(len(text), hi + slack)
    start = len(needle.prefix)
    window = text[lo:hi]
    span = transfer(letters(needle.whole, window), needle.whole, window, start, start + len(needle.quote))
    return (span[0] + lo, span[1] + lo) if span else None


def tight(quote: str, text: str, lo: int, hi: int) -> Span:
    """The stretch in and around a window that differs least from the quote."""
    if len(quote) > _EXACT_ENDS:
        return lo, hi
    slack = len(quote) * MOST_ERRORS // 100 + 4
    lo, hi = max(0, lo - slack), min(len(text), hi + slack)
    end = lo + best_end(quote, text[lo:hi])
    start = end - best_end(quote[::-1], text[lo:end][::-1])
    return start, end


def best_end(needle: str, text: str) -> int:
    """The end of the stretch of a text with the smallest edit distance to the needle; the first such end.

    Myers' bit-parallel algorithm: each column of the table of edit distances is kept as the bits of an integer.

    >>> best_end("talks", "the tahlks on")
    10
    """
    masks: dict[str, int] = defaultdict(int)
    for place, letter in enumerate(needle):
        masks[letter] |= 1 << place
    last, every = 1 << (len(needle) - 1), (1 << len(needle)) - 1
    up, down, errors = every, 0, len(needle)
    best, end = errors, 0
    for offset, letter in enumerate(text, start=1):
        same = masks.get(letter, 0)
        across = (((same & up) + up) ^ up) | same
        rise, fall = down | ~(across | up), up & across
        errors += bool(rise & last) - bool(fall & last)
        rise, fall = rise << 1, fall << 1
        vertical = same | down
        up, down = (fall | ~(vertical | rise)) & every, rise & vertical & every
        if errors < best:
            best, end = errors, offset
    return end
