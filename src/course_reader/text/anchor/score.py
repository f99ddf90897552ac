"""How well a place fits a quote, and when that is enough."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course_reader.text.anchor.exact import Span
from course_reader.text.anchor.flat import Needle

_WORD = re.compile(r"\w+")
#: the weight of being near the old position: enough to decide between equals
_NEARNESS = 0.02
#: the value of a context's shared words if the word next to the quote differs
_NEAREST = 0.8
#: by how many characters the far end of the context may have moved
_SHIFTS = (0, -12, -6, 6, 12)


@dataclass(frozen=True, slots=True)
class Limits:
    """The conditions that a place must meet; similarities are from 0 to 1."""

    #: similarity of the context
    context: float
    #: the same for a short quote
    context_of_short: float
    #: similarity of the words
    words: float
    #: the mean of both, if the words differ
    mean: float
    #: how much better than the second-best place it must be
    lead: float
    #: similarity at which a long quote needs no matching context; above 1: never
    alone: float


#: With a snapshot, passages that merely look like the quote are recognised and rejected, so less is needed.
LOOSE = Limits(context=0.4, context_of_short=0.5, words=0.4, mean=0.55, lead=0.03, alone=0.8)
STRICT = Limits(context=0.5, context_of_short=0.7, words=0.4, mean=0.62, lead=0.03, alone=1.1)
#: without context, the words must be the same, or long and very similar
WITHOUT_CONTEXT = Limits(context=0.0, context_of_short=0.0, words=0.85, mean=0.0, lead=0.12, alone=0.85)

#: quotes of fewer characters are short: their words alone are weak evidence
SHORT_QUOTE = 24
#: similarity of the context from which a place with the same words is certain without a snapshot
SURE = 0.7
#: the same for a short quote
SURE_OF_SHORT = 0.9
#: from this length, similar words are evidence by themselves
LONG_QUOTE = 48


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible place with its scores. The span is in code points of the folded text."""

    span: Span
    #: similarity of the words
    words: float
    #: similarity of the context
    context: float
    #: similarity of the weaker side of the context
    weaker: float
    score: float

    @property
    def mean(self) -> float:
        """The mean similarity of words and context."""
        return (self.words + self.context) / 2

    @property
    def is_same(self) -> bool:
        """Whether the words are the same."""
        return self.words == 1.0


def weigh(needle: Needle, text: str, span: Span, hint: int | None) -> Candidate:
    """Score a place.

    Args:
        needle: The quote and its context.
        text: The folded text.
        span: The place.
        hint: The offset at which the quote is expected, if known.
    """
    words = likeness(needle.quote, text[span[0] : span[1]])
    sides = _sides(needle, text, span)
    context = 0.4 * max(sides) + 0.6 * sum(sides) / len(sides) if sides else 0.0
    score = (words + context) / 2 if sides else words
    if hint is not None:
        score += _NEARNESS * (1 - abs(span[0] - hint) / max(len(text), 1) - score)
    return Candidate(span, words, context, min(sides, default=0.0), score)


def likeness(quote: str, there: str) -> float:
    """The similarity of two stretches of words, from 0 to 1; inserted words count half.

    >>> likeness("the talks", "the talks"), likeness("the talks", "the peace talks")
    (1.0, 0.8)
    """
    from rapidfuzz.distance import Levenshtein

    letters = Levenshtein.normalized_similarity(quote, there)
    return letters if letters == 1 else max(letters, (letters + shared(quote, there)) / 2)


def _sides(needle: Needle, text: str, span: Span) -> list[float]:
    """The similarity of the context before and after a place, where the needle has any."""
    sides = []
    if prefix := needle.prefix.strip():
        before = text[max(0, span[0] - _reach(prefix)) : span[0]].rstrip()
        # Reversed, so that both begin at the quote.
        sides.append(_side(prefix[::-1], before[::-1]))
    if suffix := needle.suffix.strip():
        sides.append(_side(suffix, text[span[1] : span[1] + _reach(suffix)].lstrip()))
    return sides


def _reach(context: str) -> int:
    """The greatest length of a context into which words have been inserted."""
    return len(context) * 3 // 2 + 16


def _side(context: str, there: str) -> float:
    """The similarity of a context to the text that begins at the quote: by letters or by words, whichever is higher.

    Letters tolerate a slip of the pen in every word; words tolerate insertions between them.
    """
    from rapidfuzz.distance import Levenshtein

    least = min(Levenshtein.distance(context, there[: max(len(context) + shift, 0)]) for shift in _SHIFTS)
    by_words = shared(context, there)
    by_words *= 1.0 if _nearest(context) == _nearest(there) else _NEAREST
    return max(0.0, 1 - least / len(context), by_words)


def shared(old: str, new: str) -> float:
    """The share of the words of `old` that `new` has in the same order, from 0 to 1; long words count for more."""
    from rapidfuzz.distance import Indel

    words = _WORD.findall(old)
    every = sum(map(len, words))
    blocks = Indel.opcodes(words, _WORD.findall(new)).as_matching_blocks()
    return sum(len(word) for b in blocks for word in words[b.a : b.a + b.size]) / every if every else 0.0


def _nearest(text: str) -> str:
    """The first word of a text."""
    word = _WORD.search(text)
    return word.group() if word else ""
