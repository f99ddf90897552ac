"""How well a place fits, and when that is enough."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course_reader.text.anchor.exact import Span
from course_reader.text.anchor.flat import Needle

_WORD = re.compile(r"\w+")
#: how much it counts to be near the old position: enough to part equals
_NEARNESS = 0.02
#: what the shared words of a context are worth if the one at the quote is another
_NEAREST = 0.8
#: by how much the end of the context that is away from the quote may be shifted
_SHIFTS = (0, -12, -6, 6, 12)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a place needs to be accepted."""

    #: likeness of the surroundings
    context: float
    #: the same for a short quote
    context_of_short: float
    #: likeness of the words
    words: float
    #: the mean of both, where the words differ
    mean: float
    #: by how much it has to be better than the second
    lead: float
    #: likeness of words that need no surroundings, if there are enough of them; above 1 for never
    alone: float


#: With a snapshot, a place that only looks like the quote is known to be another, by the veto.
LOOSE = Limits(context=0.4, context_of_short=0.5, words=0.4, mean=0.55, lead=0.03, alone=0.8)
STRICT = Limits(context=0.5, context_of_short=0.7, words=0.4, mean=0.62, lead=0.03, alone=1.1)
#: without any context, words have to be the same, or long and very like
WITHOUT_CONTEXT = Limits(context=0.0, context_of_short=0.0, words=0.85, mean=0.0, lead=0.12, alone=0.85)

#: a quote of fewer characters is short: its words alone prove little
SHORT_QUOTE = 24
#: likeness of surroundings from which the same words are shown without asking, if no old text is kept
SURE = 0.7
#: the same for a short quote
SURE_OF_SHORT = 0.9
#: words that are only alike prove something from this length on
LONG_QUOTE = 48


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place, weighed. The span counts characters of the folded text."""

    span: Span
    #: likeness of the words
    words: float
    #: likeness of the surroundings
    context: float
    #: the weaker of both sides
    weaker: float
    score: float

    @property
    def mean(self) -> float:
        """Likeness of words and surroundings together."""
        return (self.words + self.context) / 2

    @property
    def is_same(self) -> bool:
        """Whether the words are the same."""
        return self.words == 1.0


def weigh(needle: Needle, text: str, span: Span, hint: int | None) -> Candidate:
    """Weigh a place.

    Args:
        needle: What is looked for.
        text: The folded text.
        span: The place.
        hint: Where the quote is expected, if that is known.
    """
    words = likeness(needle.quote, text[span[0] : span[1]])
    sides = _sides(needle, text, span)
    context = 0.4 * max(sides) + 0.6 * sum(sides) / len(sides) if sides else 0.0
    score = (words + context) / 2 if sides else words
    if hint is not None:
        score += _NEARNESS * (1 - abs(span[0] - hint) / max(len(text), 1) - score)
    return Candidate(span, words, context, min(sides, default=0.0), score)


def likeness(quote: str, there: str) -> float:
    """How alike two stretches of words are, from 0 to 1; words that were put between others count half."""
    from rapidfuzz.distance import Levenshtein

    letters = Levenshtein.normalized_similarity(quote, there)
    return letters if letters == 1 else max(letters, (letters + shared(quote, there)) / 2)


def _sides(needle: Needle, text: str, span: Span) -> list[float]:
    """The likeness of what stands before and behind, as far as it is known."""
    sides = []
    if prefix := needle.prefix.strip():
        before = text[max(0, span[0] - _reach(prefix)) : span[0]].rstrip()
        # Backwards, so that both begin at the quote.
        sides.append(_side(prefix[::-1], before[::-1]))
    if suffix := needle.suffix.strip():
        sides.append(_side(suffix, text[span[1] : span[1] + _reach(suffix)].lstrip()))
    return sides


def _reach(context: str) -> int:
    """How far a context may reach if words were put into it."""
    return len(context) * 3 // 2 + 16


def _side(context: str, there: str) -> float:
    """The likeness of a context to what begins at the quote's limit: by letters, or by the words that it shares.

    Letters forgive a slip of the pen in every word, words forgive others that were put between them.
    """
    from rapidfuzz.distance import Levenshtein

    least = min(Levenshtein.distance(context, there[: max(len(context) + shift, 0)]) for shift in _SHIFTS)
    by_words = shared(context, there)
    by_words *= 1.0 if _nearest(context) == _nearest(there) else _NEAREST
    return max(0.0, 1 - least / len(context), by_words)


def shared(old: str, new: str) -> float:
    """How much of some words stands in others in the same order, from 0 to 1; long words count for more."""
    from rapidfuzz.distance import Indel

    words = _WORD.findall(old)
    every = sum(map(len, words))
    blocks = Indel.opcodes(words, _WORD.findall(new)).as_matching_blocks()
    return sum(len(word) for b in blocks for word in words[b.a : b.a + b.size]) / every if every else 0.0


def _nearest(text: str) -> str:
    """The word with which a text begins."""
    word = _WORD.search(text)
    return word.group() if word else ""
