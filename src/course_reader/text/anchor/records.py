"""What is kept of a quoted place, and what is found out about it later."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a text and what stands around them."""

    quote: str
    #: what stands right before the quote, and right behind it
    prefix: str = ""
    suffix: str = ""
    #: number of the paragraph; only a help for people
    paragraph: int | None = None
    #: `text_hash` of the text that the quote was taken from
    text_hash: str | None = None
    #: where the quote stood in that text, in code points; only a hint
    start: int | None = None


class State(StrEnum):
    """How sure the place of a quote is."""

    #: the same words, and no other place is possible
    EXACT = "exact"
    #: the words were changed; this is what became of them
    EDITED = "edited"
    #: the same words, or nearly so, in other surroundings
    MOVED = "moved"
    #: several places fit equally; this one is nearest to where the words stood
    TIE = "tie"
    #: no place is sure enough
    ORPHAN = "orphan"


class Reason(StrEnum):
    """Why a quote is an orphan."""

    #: nothing like it stands in the text
    NOT_FOUND = "not-found"
    #: something like it does, but its surroundings are others
    WEAK_CONTEXT = "weak-context"
    #: it may be one of several places
    AMBIGUOUS = "ambiguous"
    #: what is like it stood in the old text already, beside the quote itself
    DECOY = "decoy"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place that may be meant."""

    start: int
    end: int
    text: str
    #: likeness of words and surroundings, from 0 to 1
    score: float


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a quote stands."""

    state: State
    #: start and end in code points; None for an orphan
    span: tuple[int, int] | None
    reason: Reason | None = None
    #: other places, best first; at most three
    suggestions: tuple[Suggestion, ...] = ()
    #: likeness of words and surroundings, from 0 to 1
    score: float = 1.0
