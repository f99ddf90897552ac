"""Two versions of a text are aligned, and a span is carried over from the old one to the new one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.anchor.align import (
    Run,
    came_from_elsewhere,
    carried,
    diff,
    letters,
    moved,
    slid,
)


@pytest.mark.parametrize(
    ("old", "new", "shared"),
    [
        ("The old pier.", "The new pier.", ["The ", "pier."]),
        ("The pier was closed.", "The pier was not closed.", ["The pier was ", "closed."]),
        ("The same.", "The same.", ["The same."]),
        ("The talks began.", "The talcs began.", ["The tal", "s began."]),
        ("Karabakh is far.", "Karabagh is far.", ["Karaba", "h is far."]),
        ("word other", "wird other", ["w", "rd other"]),
        ("abcdefgh x", "efgh x", ["efgh x"]),
        ("defgh x", "fgh-- x", ["fgh", " x"]),
        ("abcdefgh x", "qfghzzzz x", ["x"]),
        ("alpha beta", "gamma delta", []),
        ("", "abc", []),
        ("abc", "", []),
        ("a b", "a  b", ["a ", "b"]),
        ("pier", "piers", ["pier"]),
        ("Sun, moon and stars", "Sun and moon and stars", ["Sun", " moon and stars"]),
        ("the customs house", "the custom-house", ["the custom", "house"]),
        ("one two three", "one, two three", ["one", " two three"]),
        ("In May (1994) it", "In May it", ["In May ", "it"]),
        ("wird", "w ird", ["w", "ird"]),
        ("a bc d", "a bxc d", ["a b", "c d"]),
        ("x" + "a" * 1999, "a" * 1999 + "y", ["a" * 1999]),
        ("x" + "a" * 2000, "a" * 2000 + "y", []),
        ("abcdefghij", "abcqrstuvw", []),
        ("abcdefghij", "abcdqrstuv", ["abcd"]),
        ("abcdef", "abcxyf", ["abc", "f"]),
    ],
)
def test_what_two_texts_share(old: str, new: str, shared: list[str]) -> None:
    runs = diff(old, new)
    assert [old[a : a + n] for a, _, n in runs] == shared
    assert [new[b : b + n] for _, b, n in runs] == shared


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        # The first of two sentences that begin alike was taken out or put in, not the middle of both.
        ("One came. Two went. Three sat.", "One came. Three sat.", ((0, 0, 10), (20, 10, 10))),
        ("They met. They left.", "They met. They sat. They left.", ((0, 0, 10), (10, 20, 10))),
        ("A came. A went.", "A went.", ((8, 0, 7),)),
        ("He sat. “A came.” “A went.” Yes.", "He sat. “A went.” Yes.", ((0, 0, 8), (18, 8, 14))),
        ("He sat. (“A came.”) (“A went.”) Yes.", "He sat. (“A went.”) Yes.", ((0, 0, 8), (20, 8, 16))),
        ("He ran home and he ran back.", "He ran back.", ((0, 0, 7), (23, 7, 5))),
        ("A. b c. b d", "A. b d", ((0, 0, 3), (8, 3, 3))),
        ("The big old big pier", "The big pier", ((0, 0, 8), (16, 8, 4))),
        ("x abcab y", "x abcabcab y", ((0, 0, 2), (2, 5, 7))),
    ],
)
def test_what_was_taken_out_or_put_in_begins_where_a_sentence_or_a_word_does(
    old: str, new: str, runs: tuple[Run, ...]
) -> None:
    assert diff(old, new) == runs


@pytest.mark.parametrize(
    ("old", "new", "runs", "moved_runs"),
    [
        # Taken out: "a b. " or " b. a", "b. x "; put in: the same the other way round.
        ("q x. y x. z", "q x. z", [(0, 0, 2), (7, 2, 4)], [(0, 0, 5), (10, 5, 1)]),
        ("q x. z", "q x. y x. z", [(0, 0, 2), (2, 7, 4)], [(0, 0, 5), (5, 10, 1)]),
        ("A. b c. b d", "A. b d", [(0, 0, 5), (10, 5, 1)], [(0, 0, 3), (8, 3, 3)]),
        ("A. b d", "A. b c. b d", [(0, 0, 5), (5, 10, 1)], [(0, 0, 3), (3, 8, 3)]),
        ("A.”) b c. b d", "A.”) b d", [(0, 0, 7), (12, 7, 1)], [(0, 0, 5), (10, 5, 3)]),
        ("x ab ab y", "x ab y", [(0, 0, 3), (6, 3, 3)], [(0, 0, 2), (5, 2, 4)]),
        ("x ab ab y", "x ab y", [(0, 0, 4), (7, 4, 2)], [(0, 0, 5), (8, 5, 1)]),
        # Not farther than the runs are long.
        ("x ab ab y", "ab y", [(2, 0, 1), (6, 1, 3)], [(5, 0, 4)]),
        ("x ab ab", "x ab", [(0, 0, 3), (6, 3, 1)], [(0, 0, 2), (5, 2, 2)]),
        ("ab ab", "ab", [(0, 0, 1), (4, 1, 1)], [(3, 0, 2)]),
        # Something was replaced, or nothing is between: as it was.
        ("ab cd ef", "ab xy ef", [(0, 0, 3), (5, 5, 3)], [(0, 0, 3), (5, 5, 3)]),
        ("ab", "ab", [(0, 0, 2)], [(0, 0, 2)]),
    ],
)
def test_a_gap_moves_to_the_start_of_a_sentence_or_a_word(
    old: str, new: str, runs: list[Run], moved_runs: list[Run]
) -> None:
    assert list(slid(runs, old, new)) == moved_runs


words = st.lists(st.sampled_from(["The", "old", "pier", "piers", "was.", "It", "“so”", "closed,", "\n\n"]), max_size=14)


@given(words.map(" ".join), words.map(" ".join))
def test_runs_are_in_order_and_truly_shared(old: str, new: str) -> None:
    runs = diff(old, new)
    assert all(n > 0 and old[a : a + n] == new[b : b + n] for a, b, n in runs)
    assert all(one[0] + one[2] <= two[0] and one[1] + one[2] <= two[1] for one, two in pairwise(runs))
    assert carried(runs, 0, len(old)) == sum(n for _, _, n in runs)
    if old == new:
        assert runs == (((0, 0, len(old)),) if old else ())


def test_letters_of_words_are_compared_one_by_one() -> None:
    assert letters("Karabakh", "Karabagh") == [(0, 0, 6), (7, 7, 1)]
    assert letters("abc", "") == []


RUNS: tuple[Run, ...] = ((0, 10, 5), (8, 15, 4), (20, 30, 10))


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [(0, 5, 5), (0, 40, 19), (2, 4, 2), (4, 9, 2), (5, 8, 0), (9, 11, 2), (12, 20, 0), (11, 21, 2), (29, 99, 1)],
)
def test_characters_of_a_span_that_are_left(start: int, end: int, count: int) -> None:
    assert carried(RUNS, start, end) == count


@pytest.mark.parametrize(
    ("offset", "there"), [(0, 10), (4, 14), (5, 15), (7, 15), (8, 15), (11, 18), (12, 19), (19, 19), (20, 30), (99, 40)]
)
def test_an_offset_moves_with_the_run_that_it_is_in_or_after(offset: int, there: int) -> None:
    assert moved(RUNS, offset) == there
    assert moved(((5, 0, 3),), 4) == moved((), 4) == 0


@pytest.mark.parametrize(
    ("span", "start", "end", "count"),
    [
        ((0, 5), 10, 15, 0),
        ((0, 5), 10, 19, 4),
        ((0, 12), 10, 19, 0),
        ((2, 4), 10, 15, 3),
        ((2, 4), 12, 14, 0),
        ((2, 4), 11, 13, 1),
        ((20, 25), 28, 40, 5),
        ((20, 25), 0, 10, 0),
        ((0, 1), 19, 30, 0),
        ((0, 1), 29, 31, 1),
        ((40, 50), 10, 40, 19),
    ],
)
def test_characters_that_come_from_outside_a_span(span: tuple[int, int], start: int, end: int, count: int) -> None:
    assert came_from_elsewhere(RUNS, span, start, end) == count
