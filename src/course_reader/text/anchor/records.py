"""Records of a quoted place: what a note keeps of it, and the result of looking for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Anchor:
    """Quoted words with the text around them."""

    quote: str
    #: the text just before and after the quote
    prefix: str = ""
    suffix: str = ""
    #: number of the paragraph; for human readers only
    paragraph: int | None = None
    #: `text_hash` of the text that the quote was taken from
    text_hash: str | None = None
    #: offset of the quote in that text, in code points; only a hint
    start: int | None = None


class State(StrEnum):
    """How certain the place of a quote is."""

    #: the same words, and no other place is possible
    EXACT = "exact"
    #: the words were changed; this is the changed version
    EDITED = "edited"
    #: the same words, or nearly, in a different context
    MOVED = "moved"
    #: several places fit equally well; this one is nearest to the old position
    TIE = "tie"
    #: no place is certain enough
    ORPHAN = "orphan"


class Reason(StrEnum):
    """Why a quote is an orphan."""

    #: the text has nothing like it
    NOT_FOUND = "not-found"
    #: the text has something like it, but in a different context
    WEAK_CONTEXT = "weak-context"
    #: several places are possible
    AMBIGUOUS = "ambiguous"
    #: the only similar passage was already in the old text, in addition to the quote itself
    DECOY = "decoy"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place that may be meant."""

    start: int
    end: int
    text: str
    #: similarity of words and context, from 0 to 1
    score: float


@dataclass(frozen=True, slots=True)
class Anchored:
    """The place of a quote in a text."""

    state: State
    #: start and end in code points; None for an orphan
    span: tuple[int, int] | None
    reason: Reason | None = None
    #: other places, best first; at most three
    suggestions: tuple[Suggestion, ...] = ()
    #: similarity of words and context, from 0 to 1
    score: float = 1.0
