"""How well a place fits, and when that is enough."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from course_reader.text.anchor.exact import Span
from course_reader.text.anchor.flat import Needle
from course_reader.text.anchor.search import likeness

#: by how much the end of the context that is away from the quote may be shifted
_SHIFTS = (0, -12, -6, 6, 12)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a place needs to be accepted."""

    #: likeness of the words
    words: float
    #: likeness of the surroundings, if the words are the same
    context_of_same: float
    #: likeness of the surroundings, if the words differ
    context_of_like: float
    #: likeness of words that need no surroundings, if there are enough of them
    alone: float


#: With a snapshot a place that looks like it but is another is caught by the veto.
LOOSE = Limits(words=0.55, context_of_same=0.70, context_of_like=0.55, alone=0.85)
STRICT = Limits(words=0.65, context_of_same=0.75, context_of_like=0.65, alone=0.92)

#: a quote of fewer characters is short: its words alone prove little
SHORT_QUOTE = 24
#: words that are only alike prove something from this length on
LONG_QUOTE = 48
#: by how much the best place has to be better than the second
LEAD = 0.08
#: the same without context
LEAD_WITHOUT_CONTEXT = 0.12


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
    near = 1 - abs(span[0] - hint) / max(len(text), 1) if hint is not None else 0.0
    if not sides:
        return Candidate(span, words, 0.0, 0.0, 0.98 * words + 0.02 * near)
    context = 0.4 * max(sides) + 0.6 * sum(sides) / len(sides)
    return Candidate(span, words, context, min(sides), 0.49 * words + 0.49 * context + 0.02 * near)


def _sides(needle: Needle, text: str, span: Span) -> list[float]:
    """The likeness of what stands before and behind, as far as it is known."""
    sides = []
    if prefix := needle.prefix.strip():
        before = text[max(0, span[0] - len(prefix) - 14) : span[0]].rstrip()
        sides.append(_side(prefix[::-1], before[::-1]))
    if suffix := needle.suffix.strip():
        sides.append(_side(suffix, text[span[1] : span[1] + len(suffix) + 14].lstrip()))
    return sides


def _side(context: str, there: str) -> float:
    """The likeness of a context to what begins at the quote's limit."""
    least = min(Levenshtein.distance(context, there[: max(len(context) + shift, 0)]) for shift in _SHIFTS)
    return max(0.0, 1 - least / len(context))
