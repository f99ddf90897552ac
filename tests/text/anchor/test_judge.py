"""Whether the best of several places is the place of a quote. The places here are made up of figures alone."""

from __future__ import annotations

import pytest

from course_reader.text.anchor.flat import Needle
from course_reader.text.anchor.judge import apart, is_credible, judge
from course_reader.text.anchor.records import Reason, State
from course_reader.text.anchor.score import LOOSE, STRICT, WITHOUT_CONTEXT, Candidate, Limits


def place(words: float, context: float, *, at: int = 100, score: float | None = None, weaker: float = 1.0) -> Candidate:
    return Candidate((at, at + 10), words, context, weaker, (words + context) / 2 if score is None else score)


def needle(size: int, *, context: bool = True) -> Needle:
    return Needle("q" * size, "before ", " after") if context else Needle("q" * size)


@pytest.mark.parametrize(
    ("size", "limits", "words", "context", "verdict"),
    [
        # The same words, of a short quote: the context decides.
        (23, STRICT, 1.0, 0.90, State.EXACT),
        (23, STRICT, 1.0, 0.89, State.MOVED),
        (23, STRICT, 1.0, 0.70, State.MOVED),
        (23, STRICT, 1.0, 0.69, Reason.WEAK_CONTEXT),
        (23, LOOSE, 1.0, 0.50, State.MOVED),
        (23, LOOSE, 1.0, 0.49, Reason.WEAK_CONTEXT),
        # Of a longer one: less of it is needed.
        (24, STRICT, 1.0, 0.70, State.EXACT),
        (24, STRICT, 1.0, 0.69, State.MOVED),
        (24, STRICT, 1.0, 0.50, State.MOVED),
        (24, STRICT, 1.0, 0.49, Reason.WEAK_CONTEXT),
        (24, LOOSE, 1.0, 0.0, State.MOVED),
        # Similar words: both together decide.
        (24, STRICT, 0.74, 0.50, State.EDITED),
        (24, STRICT, 0.73, 0.50, Reason.WEAK_CONTEXT),
        (24, STRICT, 0.40, 0.84, State.EDITED),
        (24, STRICT, 0.39, 1.0, Reason.NOT_FOUND),
        (24, LOOSE, 0.70, 0.40, State.EDITED),
        (24, LOOSE, 0.69, 0.40, Reason.WEAK_CONTEXT),
        (24, LOOSE, 0.90, 0.39, Reason.WEAK_CONTEXT),
        # Long quotes that are very similar need no context, if the old text is known.
        (48, LOOSE, 0.80, 0.0, State.EDITED),
        (48, LOOSE, 0.79, 0.0, Reason.WEAK_CONTEXT),
        (47, LOOSE, 0.80, 0.0, Reason.WEAK_CONTEXT),
        (48, STRICT, 0.99, 0.0, Reason.WEAK_CONTEXT),
    ],
)
def test_one_place_is_accepted_or_not(
    size: int, limits: Limits, words: float, context: float, verdict: State | Reason
) -> None:
    assert judge(needle(size), [place(words, context)], limits, None, has_old_text=False) is verdict


@pytest.mark.parametrize(
    ("size", "words", "verdict"),
    [
        (5, 1.0, State.EXACT),
        (24, 1.0, State.EXACT),
        (24, 0.85, State.EDITED),
        (24, 0.84, Reason.NOT_FOUND),
        (23, 0.99, Reason.WEAK_CONTEXT),
    ],
)
def test_without_context_the_words_decide(size: int, words: float, verdict: State | Reason) -> None:
    found = [place(words, 0.0, score=words)]
    assert judge(needle(size, context=False), found, WITHOUT_CONTEXT, None, has_old_text=False) is verdict


def test_where_the_old_text_is_known_nothing_that_was_searched_for_is_exact() -> None:
    found = [place(1.0, 1.0)]
    assert judge(needle(30), found, LOOSE, None, has_old_text=False) is State.EXACT
    assert judge(needle(30), found, LOOSE, None, has_old_text=True) is State.MOVED


def test_without_a_place_nothing_is_found() -> None:
    assert judge(needle(30), [], STRICT, 0, has_old_text=False) is Reason.NOT_FOUND


@pytest.mark.parametrize(
    ("best", "second", "verdict"),
    [
        (place(1.0, 1.0), place(1.0, 0.9, at=200), State.MOVED),
        (place(1.0, 1.0), place(0.9, 1.0, at=200), State.EXACT),
        (place(1.0, 1.0), place(0.3, 1.0, at=200), State.EXACT),
        (place(0.9, 1.0), place(0.9, 0.9, at=200), State.EDITED),
        (place(1.0, 1.0, score=0.53), place(0.9, 1.0, at=200, score=0.5), State.EXACT),
        (place(1.0, 1.0, score=0.52), place(0.9, 1.0, at=200, score=0.5), Reason.AMBIGUOUS),
        (place(1.0, 0.4), place(1.0, 0.3, at=200), Reason.AMBIGUOUS),
        (place(1.0, 0.4), place(0.9, 0.3, at=200), Reason.WEAK_CONTEXT),
    ],
)
def test_the_best_of_two_has_to_lead(best: Candidate, second: Candidate, verdict: State | Reason) -> None:
    assert judge(needle(30), [best, second], STRICT, None, has_old_text=False) is verdict


def test_a_long_quote_that_is_there_twice_needs_its_context() -> None:
    once, twice = [place(1.0, 0.0)], [place(1.0, 0.2), place(1.0, 0.0, at=200)]
    assert judge(needle(30), once, LOOSE, None, has_old_text=False) is State.MOVED
    assert judge(needle(30), twice, LOOSE, None, has_old_text=False) is Reason.AMBIGUOUS


@pytest.mark.parametrize(
    ("hint", "second", "verdict"),
    [
        (None, place(1.0, 1.0, at=200), Reason.AMBIGUOUS),
        (100, place(1.0, 1.0, at=200), State.TIE),
        (125, place(1.0, 1.0, at=200), State.TIE),
        (126, place(1.0, 1.0, at=200), Reason.AMBIGUOUS),
        (150, place(1.0, 1.0, at=200), Reason.AMBIGUOUS),
        (200, place(1.0, 1.0, at=200), Reason.AMBIGUOUS),
        (50, place(1.0, 1.0, at=200), State.TIE),
        (49, place(1.0, 1.0, at=200), Reason.AMBIGUOUS),
        (100, place(1.0, 1.0, at=200, weaker=0.85), State.TIE),
        (100, place(1.0, 1.0, at=200, weaker=0.84), Reason.AMBIGUOUS),
        (100, place(0.99, 1.0, at=200), Reason.AMBIGUOUS),
    ],
)
def test_of_equal_places_the_nearest_by_far_is_a_tie(
    hint: int | None, second: Candidate, verdict: State | Reason
) -> None:
    assert judge(needle(30), [place(1.0, 1.0), second], STRICT, hint, has_old_text=False) is verdict


def test_only_equal_places_compete_for_the_old_position() -> None:
    best, equal, worse = place(1.0, 1.0), place(1.0, 0.95, at=300), place(1.0, 0.94, at=110, weaker=0.0)
    assert judge(needle(30), [best, equal, worse], STRICT, 100, has_old_text=False) is State.TIE
    nearer = place(1.0, 0.95, at=101)
    assert judge(needle(30), [best, equal, nearer], STRICT, 101, has_old_text=False) is Reason.AMBIGUOUS


@pytest.mark.parametrize(
    ("size", "words", "context", "credible"),
    [
        (24, 0.60, 0.0, True),
        (24, 0.59, 0.0, False),
        (24, 0.50, 0.60, True),
        (24, 0.50, 0.59, False),
        (23, 0.60, 0.50, True),
        (23, 0.60, 0.49, False),
        (23, 0.50, 0.60, True),
    ],
)
def test_a_place_found_by_comparison_has_to_be_similar(size: int, words: float, context: float, credible: bool) -> None:
    assert is_credible(place(words, context), needle(size), LOOSE) is credible


def test_of_places_that_overlap_the_best_is_kept() -> None:
    starts = [20, 29, 11, 30, 10, 25]
    kept = apart([place(1.0, 1.0, at=start) for start in starts])
    assert [candidate.span for candidate in kept] == [(20, 30), (30, 40), (10, 20)]
