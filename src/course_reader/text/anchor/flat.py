"""Texts as they are compared: folded to one line, with the way back and forth."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from course_reader.text.anchor.records import Anchor
from course_reader.text.fold import Folded, fold


@lru_cache(maxsize=32)
def flat(text: str) -> Folded:
    """A text folded to one line. Kept for the next call, since all notes of an article ask for the same texts."""
    return fold(text, flat=True)


def inwards(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """A span of a text as a span of its folded form."""
    places = range(len(folded.text) + 1)
    first = bisect_left(places, start, key=folded.start)
    last = bisect_right(places, end, key=folded.end) - 1
    return first, max(first, last)


@dataclass(frozen=True, slots=True)
class Needle:
    """An anchor's words, folded. The quote has no white space at its ends, `prefix + quote + suffix` is as it stood."""

    quote: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, anchor: Anchor) -> Needle:
        """The words of an anchor."""
        quote = flat(anchor.quote).text
        prefix, suffix = fold(anchor.prefix, flat=True).text, fold(anchor.suffix, flat=True).text
        lead, tail = quote[: len(quote) - len(quote.lstrip())], quote[len(quote.rstrip()) :]
        before, words, after = _joined(prefix, lead), quote.strip(), _joined(tail, suffix)
        before += " " * _parted(before, words)
        return cls(words, before, " " * _parted(words, after) + after)

    @property
    def whole(self) -> str:
        """Everything that is known."""
        return self.prefix + self.quote + self.suffix

    @property
    def has_context(self) -> bool:
        """Whether anything is known of what stands around the quote."""
        return bool(self.prefix.strip() or self.suffix.strip())


def _joined(left: str, right: str) -> str:
    """Two stretches of folded text as one: where both have a space, one is enough."""
    return left + right.lstrip() if left.endswith(" ") and right.startswith(" ") else left + right


def _parted(left: str, right: str) -> bool:
    """Whether a space was lost between two stretches: files keep each without white space at its ends."""
    return left[-1:].isalnum() and right[:1].isalnum()
