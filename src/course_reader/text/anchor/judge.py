"""Deciding whether the best of several places is the place of a quote."""

from __future__ import annotations

from course_reader.text.anchor.flat import Needle
from course_reader.text.anchor.records import Reason, State
from course_reader.text.anchor.score import LONG_QUOTE, SHORT_QUOTE, SURE, SURE_OF_SHORT, Candidate, Limits

#: how similar the passage found by comparison with the old text must be to the quote
_LIKE = 0.6
#: similarity that both sides of the context need for the old position to decide between equals
_EQUAL = 0.85


def judge(
    needle: Needle, found: list[Candidate], limits: Limits, hint: int | None, *, has_old_text: bool
) -> State | Reason:
    """Decide whether the best place is good enough and clearly better than the others.

    Args:
        needle: The quote and its context.
        found: The places, best first; none of them overlap.
        limits: The conditions that the best must meet.
        hint: The offset at which the quote is expected, if known (code points of the folded text).
        has_old_text: Whether the text that the quote was taken from is known; then nothing found here is exact.

    Returns:
        The state of the best place, or the reason why the quote is an orphan.
    """
    if not found or found[0].words < limits.words:
        return Reason.NOT_FOUND
    best, same = found[0], sum(c.is_same for c in found)
    if not _is_enough(needle, best, same, limits):
        return Reason.AMBIGUOUS if same > 1 else Reason.WEAK_CONTEXT
    if len(found) > 1 and best.score - found[1].score < limits.lead:
        return State.TIE if _is_nearest(found, limits, hint) else Reason.AMBIGUOUS
    if not best.is_same:
        return State.EDITED
    enough = SURE_OF_SHORT if len(needle.quote) < SHORT_QUOTE else SURE
    sure = not needle.has_context or best.context >= enough
    return State.EXACT if same == 1 and sure and not has_old_text else State.MOVED


def is_credible(found: Candidate, needle: Needle, limits: Limits) -> bool:
    """Whether a place found by comparison with the old text is similar enough to the quote to be trusted."""
    if found.words < _LIKE and found.mean < limits.mean:
        return False
    return len(needle.quote) >= SHORT_QUOTE or found.context >= limits.context_of_short


def apart(found: list[Candidate]) -> list[Candidate]:
    """The places without those that overlap a better one.

    Args:
        found: The places, best first.
    """
    kept: list[Candidate] = []
    for candidate in found:
        start, end = candidate.span
        if all(end <= c.span[0] or c.span[1] <= start for c in kept):
            kept.append(candidate)
    return kept


def _is_enough(needle: Needle, best: Candidate, same: int, limits: Limits) -> bool:
    """Whether the best place may be accepted; `same` is the number of places with the same words."""
    size = len(needle.quote)
    if best.is_same and same == 1 and size >= SHORT_QUOTE and limits.alone <= 1:
        return True
    if not needle.has_context:
        return best.is_same or size >= SHORT_QUOTE
    if best.words >= limits.alone and size >= LONG_QUOTE:
        return True
    context = limits.context_of_short if size < SHORT_QUOTE else limits.context
    return best.context >= context and (best.is_same or best.mean >= limits.mean)


def _is_nearest(found: list[Candidate], limits: Limits, hint: int | None) -> bool:
    """Whether the best of several equal places is by far the nearest to the old position."""
    if hint is None:
        return False
    best, equal = found[0], [c for c in found if found[0].score - c.score < limits.lead]
    if any(c.weaker < _EQUAL or not c.is_same for c in equal):
        return False
    away = min(abs(c.span[0] - hint) for c in equal[1:])
    return abs(best.span[0] - hint) * 3 <= away
