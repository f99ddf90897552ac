"""What signs are worth together."""

from __future__ import annotations

import pytest

from course_reader.scrape.steps.signs import NEVER_SURE, UNSURE_IN_ANY_TEXT, Possible, Sign


def test_every_sign_has_a_reason_and_a_weight_of_its_own() -> None:
    assert len({sign.why for sign in Sign}) == len(list(Sign))
    assert all(sign.weight for sign in Sign)


def test_a_score_is_the_sum_of_its_weights() -> None:
    made = Possible(3, (Sign.STAMP_FOLLOWS, Sign.MOST_WORDS, Sign.MENU))
    assert (made.score, made.by_place, made.by_words, made.worst) == (2, 4, 4, -6)
    assert made.is_no_headline


@pytest.mark.parametrize(
    ("signs", "evident"),
    [
        ((Sign.ALL_WORDS, Sign.STAMP_FOLLOWS), True),
        ((Sign.ALL_WORDS, Sign.FIRST), True),
        ((Sign.IN_ADDRESS, Sign.TEXT_FOLLOWS), True),
        ((Sign.MOST_WORDS, Sign.STAMP_FOLLOWS), True),
        ((Sign.SOME_WORDS, Sign.STAMP_FOLLOWS, Sign.FIRST), True),
        ((Sign.MOST_WORDS, Sign.TEXT_FOLLOWS), False),
        ((Sign.SOME_WORDS, Sign.STAMP_FOLLOWS), False),
        ((Sign.STAMP_FOLLOWS, Sign.FIRST), False),
        ((Sign.ALL_WORDS, Sign.TEXT_FOLLOWS, Sign.BELOW_STAMP), False),
        ((Sign.ALL_WORDS, Sign.STAMP_FOLLOWS, Sign.FULL_STOP), False),
    ],
)
def test_words_and_place_together_make_a_headline_evident(signs: tuple[Sign, ...], *, evident: bool) -> None:
    assert Possible(0, signs).is_evident is evident


@pytest.mark.parametrize("sign", sorted(NEVER_SURE, key=lambda sign: sign.name))
def test_some_signs_leave_a_doubt_whatever_the_others_are(sign: Sign) -> None:
    assert not Possible(0, (Sign.ALL_WORDS, Sign.STAMP_FOLLOWS, Sign.FIRST, sign)).is_evident


def test_what_is_doubtful_in_a_short_text_is_doubtful_in_a_long_one() -> None:
    assert UNSURE_IN_ANY_TEXT <= NEVER_SURE
