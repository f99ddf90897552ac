"""Finding a quote again: by its position, by comparison with the old text, or by similarity."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.text.anchor.align import Run, came_from_elsewhere, carried, diff, moved, transfer
from course_reader.text.anchor.describe import text_hash
from course_reader.text.anchor.exact import Span, occurrences, surrounded
from course_reader.text.anchor.flat import Needle, flat, inwards
from course_reader.text.anchor.judge import apart, is_credible, judge
from course_reader.text.anchor.records import Anchor, Anchored, Reason, State, Suggestion
from course_reader.text.anchor.score import LOOSE, SHORT_QUOTE, STRICT, WITHOUT_CONTEXT, Candidate, weigh
from course_reader.text.anchor.search import alike, has_whole_words, likeliest
from course_reader.text.fold import Folded

#: how many places are suggested for an orphan
SUGGESTIONS = 3
#: places with a lower score are not suggested
_WORST_SUGGESTION = 0.35
#: the share of the quote's characters that must be left for the diff to be trusted
_LEFT = 0.5
#: if this share of a place was elsewhere in the old text, it is a different passage
_VETO = 0.6


def resolve(
    anchor: Anchor, text: str, *, snapshot: str | None = None, within: tuple[int, int] | None = None
) -> Anchored:
    """Find the place of a quote.

    >>> from course_reader.text.anchor import describe
    >>> old, new = "The talks began in Graz.", "On Monday the peace talks began in Graz."
    >>> found = resolve(describe(old, 4, 9), new, snapshot=old)
    >>> str(found.state), found.span
    ('exact', (20, 25))

    Args:
        anchor: The quote with its context.
        text: The current text.
        snapshot: The text that the quote was taken from, if it has been kept.
        within: A span to which the search is limited (code points).

    Returns:
        The place with its state, or an orphan with its reason; never a place that is merely likely. Spans are code
        points of `text`.
    """
    unchanged = anchor.text_hash == text_hash(text)
    at = _at_its_place(anchor, text, within) if unchanged else None
    if at is not None:
        return Anchored(State.EXACT, at)
    return _Search(anchor, text, None if unchanged else snapshot, within).run()


def _at_its_place(anchor: Anchor, text: str, within: Span | None) -> Span | None:
    """The place of the quote in the unchanged text."""
    start, size = anchor.start, len(anchor.quote)
    if not size:
        return None
    if start is None or text[start : start + size] != anchor.quote:
        whole = occurrences(anchor.prefix + anchor.quote + anchor.suffix, text)
        if len(whole) != 1:
            return None
        start = whole[0][0] + len(anchor.prefix)
    span = (start, start + size)
    return span if _is_within(span, within) else None


def _is_within(span: Span, within: Span | None) -> bool:
    return within is None or (within[0] <= span[0] and span[1] <= within[1])


@dataclass(frozen=True, slots=True)
class _History:
    """The old text, the span of the quote in it, and the runs that are left of it."""

    runs: tuple[Run, ...]
    text: str
    span: Span


class _Search:
    """One search, in folded texts."""

    def __init__(self, anchor: Anchor, text: str, snapshot: str | None, within: Span | None) -> None:
        self.anchor = anchor
        self.needle = Needle.of(anchor)
        self.near = self.needle.near()
        self.folded: Folded = flat(text)
        self.source = text
        self.within = within
        self.history = self._history(snapshot) if snapshot is not None and self.needle.quote else None
        self.limits = (LOOSE if self.history else STRICT) if self.needle.has_context else WITHOUT_CONTEXT

    def run(self) -> Anchored:
        """Try the most certain methods first."""
        if not self.needle.quote:
            return Anchored(State.ORPHAN, None, Reason.NOT_FOUND, score=0.0)
        same = [s for s in occurrences(self.needle.quote, self.text) if self._is_within(s)]
        if self.history is None:
            certain = surrounded(self.needle, self.text, same)
            if len(certain) == 1:
                return Anchored(State.EXACT, self._outwards(certain[0]))
        else:
            kept = self._kept(self.history)
            if kept:
                return kept
        found = self._weighed(same)
        return self._judge(found)

    @property
    def text(self) -> str:
        return self.folded.text

    def _outwards(self, span: Span) -> Span:
        start, end = self.folded.span(*span)
        return start, min(end, len(self.source))

    def _is_within(self, span: Span) -> bool:
        return self.within is None or _is_within(self._outwards(span), self.within)

    def _history(self, snapshot: str) -> _History | None:
        """Compare the old text with the new one, if the quote has exactly one place in the old one."""
        span = _in_snapshot(self.anchor, self.needle, snapshot)
        if span is None:
            return None
        old = flat(snapshot)
        return _History(diff(old.text, self.text), old.text, inwards(old, *span))

    def _hint(self) -> int | None:
        """The offset at which the quote is expected."""
        return moved(self.history.runs, self.history.span[0]) if self.history else self.anchor.start

    # --- comparison with the old text

    def _kept(self, history: _History) -> Anchored | None:
        """The place of the words after the edits, if enough of them is left."""
        start, end = history.span
        if carried(history.runs, start, end) < _LEFT * (end - start):
            return None
        span = transfer(history.runs, history.text, self.text, start, end)
        if span is None or span[0] == span[1] or not self._is_within(span):
            return None
        found = weigh(self.near, self.text, span, None)
        if not is_credible(found, self.needle, self.limits):
            return None
        state = State.EXACT if found.is_same else State.EDITED
        return Anchored(state, self._outwards(span), score=round(found.score, 3))

    # --- similarity

    def _weighed(self, same: list[Span]) -> list[Candidate]:
        """Every possible place, best first."""
        hint = self._hint()
        whole = [span for span in same if has_whole_words(self.near, self.text, span)]
        same = likeliest(self.near, self.text, whole)
        found = {span: weigh(self.near, self.text, span, hint) for span in same}
        short = len(self.needle.quote) < SHORT_QUOTE
        if not same or (short and self.needle.has_context and all(c.context < 0.75 for c in found.values())):
            for span in alike(self.near, self.text):
                if span not in found and self._is_within(span):
                    found[span] = weigh(self.near, self.text, span, hint)
        return apart(sorted(found.values(), key=lambda c: -c.score))

    def _judge(self, found: list[Candidate]) -> Anchored:
        """The best place, if it is good enough and clearly better than the others."""
        verdict = judge(self.needle, found, self.limits, self._hint(), has_old_text=self.history is not None)
        if isinstance(verdict, State) and self._is_decoy(found[0]):
            verdict = Reason.DECOY
        if isinstance(verdict, Reason):
            return self._orphan(verdict, found)
        others = self._suggestions(found[1:]) if verdict is State.TIE else ()
        best = found[0]
        return Anchored(verdict, self._outwards(best.span), suggestions=others, score=round(best.score, 3))

    def _is_decoy(self, best: Candidate) -> bool:
        if self.history is None:
            return False
        start, end = best.span
        before = came_from_elsewhere(self.history.runs, self.history.span, start, end)
        return before >= _VETO * (end - start)

    def _orphan(self, reason: Reason, found: list[Candidate]) -> Anchored:
        return Anchored(State.ORPHAN, None, reason, self._suggestions(found), found[0].score if found else 0.0)

    def _suggestions(self, found: list[Candidate]) -> tuple[Suggestion, ...]:
        result = []
        for candidate in found[:SUGGESTIONS]:
            if candidate.score >= _WORST_SUGGESTION:
                start, end = self._outwards(candidate.span)
                result.append(Suggestion(start, end, self.source[start:end], round(candidate.score, 3)))
        return tuple(result)


def _in_snapshot(anchor: Anchor, needle: Needle, snapshot: str) -> Span | None:
    """The place of the quote in the text that it was taken from."""
    at = _at_its_place(anchor, snapshot, None)
    if at is not None:
        return at
    folded = flat(snapshot)
    certain = surrounded(needle, folded.text, occurrences(needle.quote, folded.text))
    return folded.span(*certain[0]) if len(certain) == 1 else None
