"""How well a place fits a quote. The expected figures were worked out by hand from the rules of the manual."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.anchor import score
from course_reader.text.anchor.flat import Needle
from course_reader.text.anchor.score import Candidate, likeness, shared, weigh


@pytest.mark.parametrize(
    ("quote", "there", "expected"),
    [
        ("the talks", "the talks", 1.0),
        ("the talks", "the peace talks", 0.8),
        ("the old pier", "the new pier", 0.75),
        ("old pier", "old pier by the sea", 0.7105),
        ("Karabakh", "Karabagh", 0.875),
        ("one two three four", "four three two one", 0.2778),
        ("abc", "xyz", 0.0),
        ("a", "", 0.0),
        ("", "", 1.0),
    ],
)
def test_likeness_counts_letters_and_forgives_words_that_were_put_in(quote: str, there: str, expected: float) -> None:
    assert likeness(quote, there) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("the old pier", "the new pier", 0.7),
        ("old pier", "an old grey pier", 1.0),
        ("one two three four", "four three two one", 0.2),
        ("a pier", "a", 0.2),
        ("...", "...", 0.0),
        ("", "pier", 0.0),
    ],
)
def test_shared_words_count_by_their_length_and_in_order(old: str, new: str, expected: float) -> None:
    assert shared(old, new) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("marked", "prefix", "suffix", "context", "weaker"),
    [
        ("in the *old* pier", "in the ", " pier", 1.0, 1.0),
        ("in the *old* pier", "in the ", "", 1.0, 1.0),
        ("in the *old* pier", "", " pier", 1.0, 1.0),
        ("in the *old* pier", "in a ", " boat", 0.3733, 0.0),
        ("*old* pier", "in the ", " pier", 0.7, 0.0),
        ("in the*old*", "in the ", " pier", 0.7, 0.0),
        # Words that were put into the context.
        ("and there in the very middle of the *old* pier by the sea", "in the middle of the ", " pier", 1.0, 1.0),
        ("the *old* pier by the sea lay a boat", "the ", " pier by the wide blue sea lay a boat", 0.9167, 0.7222),
        ("the *old* and the wide sea", "the ", ", and the wide sea", 1.0, 1.0),
        # The word at the quote is another.
        ("xx yy in zz *old* pier", "qq yy in ww ", " pier", 0.8909, 0.6364),
        ("the *old* grey pier by the sea", "the ", " pier by the sea", 0.94, 0.8),
        ("the *old* big grey pier by the sea lay", "the ", " pier by the sea lay", 0.94, 0.8),
        # A slip of the pen in every word.
        ("the *old* pierx by the sex lxy", "the ", " pier by the sea lay", 0.9526, 0.8421),
    ],
)
def test_the_context_is_weighed_on_both_sides(
    marked: str, prefix: str, suffix: str, context: float, weaker: float
) -> None:
    before, quote, after = marked.split("*")
    found = weigh(Needle(quote, prefix, suffix), before + quote + after, (len(before), len(before + quote)), None)
    assert (found.words, found.is_same) == (1.0, True)
    assert (found.context, found.weaker) == (pytest.approx(context, abs=1e-4), pytest.approx(weaker, abs=1e-4))
    assert found.score == found.mean == pytest.approx((1 + context) / 2, abs=1e-4)


def test_without_context_the_words_decide() -> None:
    found = weigh(Needle("new"), "in the old pier", (7, 10), None)
    assert found == Candidate((7, 10), 0.0, 0.0, 0.0, 0.0)
    assert not found.is_same


@pytest.mark.parametrize(("hint", "expected"), [(None, 1.0), (7, 1.0), (0, 1 - 0.02 * 7 / 15), (13, 1 - 0.02 * 6 / 15)])
def test_being_near_the_old_position_decides_between_equals(hint: int | None, expected: float) -> None:
    assert weigh(Needle("old", "in the "), "in the old pier", (7, 10), hint).score == pytest.approx(expected)


def test_words_that_were_put_in_count_half_and_lost_ones_in_full() -> None:
    assert weigh(Needle("the talks"), "the peace talks", (0, 15), None).words == pytest.approx(0.8)
    assert weigh(Needle("the peace talks"), "the talks", (0, 9), None).words == pytest.approx(0.6077, abs=1e-4)


def test_a_short_text_has_few_positions() -> None:
    assert weigh(Needle("x"), "a", (0, 1), 1).score == 0.0
    assert weigh(Needle("old"), "", (0, 0), 0).score == pytest.approx(0.02)


@pytest.mark.parametrize(("inserted", "expected"), [(19, 1.0), (20, 0.5)])
def test_a_context_may_grow_by_half_and_16_characters(inserted: int, expected: float) -> None:
    left, right = f"alpha {'x' * inserted} beta ", f" beta {'x' * inserted} alpha"
    before = weigh(Needle("old", "alpha beta "), left + "old", (len(left), len(left) + 3), None)
    after = weigh(Needle("old", "", " beta alpha"), "old" + right, (0, 3), None)
    assert (before.context, after.context) == (pytest.approx(expected), pytest.approx(expected))


@pytest.mark.parametrize(
    ("context", "there", "expected"),
    [
        ("abcdefghij", "abcdefghijxyz", 1.0),
        ("abcdefghijklmnopqrst", "z" * 6 + "abcdefghijklmnopqrst!", 0.7),
        ("abcdefghijklmnopqrst", "z" * 12 + "abcdefghijklmnopqrst!", 0.4),
        ("abcdefghijklmnopqrst", "ghijklmnopqrst" + "z" * 9, 0.7),
        ("abcdefghijklmnopqrst", "mnopqrst" + "z" * 15, 0.4),
        ("abc", "c??", 0.0),
        ("abc", "xabc?", 1 / 3),
    ],
)
def test_the_far_end_of_a_context_may_have_moved_by_6_or_12_characters(
    context: str, there: str, expected: float
) -> None:
    after = weigh(Needle("old", "", context), "old" + there, (0, 3), None)
    before = weigh(Needle("old", context[::-1]), there[::-1] + "old", (len(there), len(there) + 3), None)
    assert after.context == before.context == pytest.approx(expected)


@given(st.text("ab c", max_size=20), st.text("ab c", max_size=20), st.integers(0, 30))
def test_all_figures_are_between_0_and_1(quote: str, text: str, hint: int) -> None:
    found = weigh(Needle(quote, "ab", "c"), text, (0, min(len(text), len(quote))), min(hint, len(text)))
    assert all(0 <= figure <= 1 for figure in (found.words, found.context, found.weaker, found.score, found.mean))


def test_the_limits_are_those_of_the_manual() -> None:
    assert score.Limits(0.4, 0.5, 0.4, 0.55, 0.03, 0.8) == score.LOOSE
    assert score.Limits(0.5, 0.7, 0.4, 0.62, 0.03, 1.1) == score.STRICT
    assert score.Limits(0.0, 0.0, 0.85, 0.0, 0.12, 0.85) == score.WITHOUT_CONTEXT
    assert (score.SHORT_QUOTE, score.LONG_QUOTE, score.SURE, score.SURE_OF_SHORT) == (24, 48, 0.7, 0.9)
