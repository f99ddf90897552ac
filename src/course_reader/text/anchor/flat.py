"""Texts folded to one line for comparison, with conversion of spans in both directions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from course_reader.text.anchor.records import Anchor
from course_reader.text.fold import Folded, fold

#: more characters of context say no more about a place that is only similar
_NEAR = 512


@lru_cache(maxsize=32)
def flat(text: str) -> Folded:
    """A text folded to one line; cached, since all notes of an article need the same texts."""
    return fold(text, flat=True)


def inwards(folded: Folded, start: int, end: int) -> tuple[int, int]:
    """Convert a span of a text to a span of its folded form, the opposite of `Folded.span`.

    Only folded characters that lie wholly in the span belong to the result.

    >>> inwards(flat("an  old  pier"), 4, 7)
    (3, 6)
    """
    places = range(len(folded.text) + 1)
    first = bisect_left(places, start, key=folded.start)
    last = bisect_right(places, end, key=folded.end) - 1
    return first, max(first, last)


@dataclass(frozen=True, slots=True)
class Needle:
    """An anchor's words, folded. The quote has no white space at its ends; the context keeps it instead."""

    quote: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, anchor: Anchor) -> Needle:
        """Fold the words of an anchor."""
        quote = flat(anchor.quote).text
        prefix, suffix = fold(anchor.prefix, flat=True).text, fold(anchor.suffix, flat=True).text
        lead, tail = quote[: len(quote) - len(quote.lstrip())], quote[len(quote.rstrip()) :]
        before, words, after = _joined(prefix, lead), quote.strip(), _joined(tail, suffix)
        before += " " * _parted(before, words)
        return cls(words, before, " " * _parted(words, after) + after)

    def near(self) -> Needle:
        """The quote with the context that is compared letter by letter; the rest only proves an exact place."""
        return Needle(self.quote, self.prefix[-_NEAR:], self.suffix[:_NEAR])

    @property
    def whole(self) -> str:
        """The quote with its context."""
        return self.prefix + self.quote + self.suffix

    @property
    def has_context(self) -> bool:
        """Whether the quote has any context."""
        return bool(self.prefix.strip() or self.suffix.strip())


def _joined(left: str, right: str) -> str:
    """Join two stretches of folded text; two spaces where they meet become one."""
    return left + right.lstrip() if left.endswith(" ") and right.startswith(" ") else left + right


def _parted(left: str, right: str) -> bool:
    """Whether a space between two stretches was lost, as happens in files, which strip each of them."""
    return left[-1:].isalnum() and right[:1].isalnum()
