"""A span of an old text is carried over to a new one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.anchor.align import (
    Run,
    diff,
    is_inside_word,
    transfer,
    whole_words,
    with_replaced,
    without_strays,
)

words = st.lists(st.sampled_from(["The", "old", "pier", "piers", "was.", "It", "“so”", "closed,", "\n\n"]), max_size=14)


def test_runs_that_are_equal_by_chance_do_not_make_a_span() -> None:
    signs = "~" * 60
    assert transfer([(5, 5, 2), (7, 40, 8)], signs, signs, 5, 15) == (40, 48)


@pytest.mark.parametrize(
    ("old", "new", "carried_over"),
    [
        ("The *old pier* was closed.", "The old pier was not closed.", "old pier"),
        ("The *old pier* was closed.", "The stone pier was closed.", "stone pier"),
        ("The *old pier* was closed.", "The old mole was closed.", "old mole"),
        ("The *old pier* was closed.", "A young mole was closed.", None),
        ("The *old pier* was closed.", "The was closed.", None),
        ("The old *pier was* closed.", "The old long stone pier was newly closed.", "pier was"),
        ("*The old* pier", "An old pier", "An old"),
        ("the old *pier*", "the old mole", None),
        ("The *old* pier was closed.", "The older pier was closed.", "older"),
        ("He said: *yes*, always.", "He said: “yes”, always.", "yes"),
        ("He said *“yes”* often.", "He said “yes!” often.", "“yes!”"),
        ("They went *home by bus*.", "They went home by night train.", "home by night train"),
        ("*the mayors went home*, by bus", "both mayors went home, by bus", "both mayors went home"),
        ("and *so much* more", "and so  much more", "so  much"),
        ("x *U.S.* y", "x U.S. y z", "U.S."),
        ("Ka*rab*akh x", "Karabagh x", "rab"),
        ("One *two three* four", "One, two three, four", "two three"),
        # Words on both sides of the end were replaced: one for one.
        ("They *saw the old* grey pier.", "They saw the new white pier.", "saw the new"),
        ("They saw big *old grey piers* here.", "They saw huge new grey piers here.", "new grey piers"),
        ("They saw big *old grey piers* here.", "They saw huge grey piers here.", "huge grey piers"),
        ("*saw the old* grey pier", "saw the new x pier", "saw the new"),
        ("One two three four *old grey piers* x", "One too three four new big blue piers x", "new big blue piers"),
        ("x *piers old grey* four three two one", "x piers new big blue four three too one", "piers new big blue"),
        ("The *old pier* was", "Well, then: The new pier was", "new pier"),
        (
            "The *old pier or boat* was",
            "The new pier and so much more that nobody had ever thought of boat was",
            "new pier and so much more that nobody had ever thought of boat",
        ),
        ("The grey *old pier* was", "Well, then: The white new pier was", "new pier"),
        ("*piers old* grey x", "Well, then: piers new white x", "piers new"),
        ("A *old piers* x y", "B new piers x y", "new piers"),
        ("A *old grey piers* x y", "B new piers x y", "B new piers"),
        # The same where nothing before or after the span is left.
        ("One two *old piers* x y", "Uno dos new piers x y", "new piers"),
        ("x y *piers old* two one", "x y piers new dos uno", "piers new"),
        # A long text in place of a short one is not a replacement.
        ("They *saw piers* here.", "They saw many more than a dozen old boats here.", "saw"),
        ("They *saw piers* here.", "They saw two dozen boats here.", "saw two dozen boats"),
        ("*piers lay* here.", "Many more than a dozen old boats lay here.", "lay"),
        # A single letter far away is equal by chance.
        ("a *bcd efgh ijkl* m", "a b and very many other words efgh ijkl m", "efgh ijkl"),
        ("a *efgh ijkl bcd* m", "a efgh ijkl and very many other words d m", "efgh ijkl"),
    ],
)
def test_a_span_is_carried_over(old: str, new: str, carried_over: str | None) -> None:
    before, quote, after = old.split("*")
    plain = before + quote + after
    found = transfer(diff(plain, new), plain, new, len(before), len(before + quote))
    assert (new[slice(*found)] if found else None) == carried_over


@given(words.map(" ".join), words.map(" ".join), st.data())
def test_a_span_that_is_carried_over_is_in_the_new_text(old: str, new: str, data: st.DataObject) -> None:
    old += "."
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    found = transfer(diff(old, new), old, new, start, end)
    assert found is None or 0 <= found[0] <= found[1] <= len(new)
    if old == new:
        assert found == (start, end) or old[start].isspace() or old[end - 1].isspace()


@pytest.mark.parametrize(
    ("runs", "kept"),
    [
        ([(0, 0, 9)], [0]),
        ([(0, 0, 3), (3, 16, 9)], [0, 3]),
        ([(0, 0, 3), (3, 17, 9)], [3]),
        ([(0, 0, 3), (5, 18, 9)], [0, 5]),
        ([(0, 0, 3), (5, 19, 9)], [5]),
        ([(0, 0, 1), (1, 8, 9)], [0, 1]),
        ([(0, 0, 1), (1, 9, 9)], [1]),
        ([(0, 0, 4), (4, 99, 9)], [0, 4]),
        ([(5, 5, 3), (8, 21, 9)], [5, 8]),
        ([(5, 7, 3), (8, 24, 9)], [8]),
        ([(0, 0, 9), (9, 22, 3)], [0, 9]),
        ([(0, 0, 9), (9, 23, 3)], [0]),
        ([(0, 0, 9), (11, 25, 3)], [0]),
        ([(2, 0, 9), (11, 22, 3)], [2, 11]),
        ([(0, 0, 9), (9, 99, 4)], [0, 9]),
        ([(0, 0, 2), (2, 30, 2), (4, 60, 9), (13, 90, 2), (15, 120, 2)], [4]),
        ([(0, 0, 2), (2, 30, 2)], [2]),
        ([(0, 0, 9), (9, 11, 5), (14, 99, 2)], [0, 9]),
        ([(5, 50, 3), (8, 66, 9)], [5, 8]),
        ([(5, 50, 3), (8, 67, 9)], [8]),
        ([(50, 5, 3), (53, 21, 9)], [50, 53]),
        ([(50, 5, 3), (53, 22, 9)], [53]),
    ],
)
def test_short_runs_far_from_the_others_do_not_count(runs: list[Run], kept: list[int]) -> None:
    assert [start for start, _, _ in without_strays(runs)] == kept


@pytest.mark.parametrize(
    ("outside", "lost", "put", "start", "end"),
    [
        ("", "old", "new", 47, 53),
        (", ", "old", "new ", 46, 53),
        ("", "old", " new  ", 45, 54),
        ("", " ", "new", 50, 50),
        ("", "old", " ", 50, 50),
        ("", "old", "n" * 18, 32, 68),
        ("", "old", "n" * 19, 50, 50),
        ("grey", "old", "new white", 45, 53),
        ("grey", "old big", "new white", 41, 59),
        ("grey", "old big", " new ", 46, 54),
        ("grey", "old big", "a new  white one ", 40, 55),
    ],
)
def test_what_replaced_lost_words_belongs_to_the_span(outside: str, lost: str, put: str, start: int, end: int) -> None:
    assert with_replaced(outside, lost, put, 50, -1) == start
    assert with_replaced(outside, lost, put, 50, 1) == end


@pytest.mark.parametrize(
    ("old", "new", "whole"),
    [
        ("the *old* pier", "the ol*de*r pier", "older"),
        ("the o*ld* pier", "the o*ld*er pier", "lder"),
        ("the *ol*d pier", "the b*ol*d pier", "bol"),
        ("the *old* pier", "the *“old”,* pier", "old"),
        ("the *“old”* pier", "the *“old”* pier", "“old”"),
        ("the *old* pier", "the *  old * pier", "old"),
        ("*old*", "*old*er", "older"),
        ("the *old*", "the* old*", "old"),
        ("the *old* pier", "the *, * pier", ""),
        ("the *old*", "the b*old*", "bold"),
        ("the *old* pier", "the ~b*ol*d~ pier", "bold"),
    ],
)
def test_a_span_has_whole_words_if_it_had_them_before(old: str, new: str, whole: str) -> None:
    def marked(text: str) -> tuple[str, tuple[int, int]]:
        before, quote, after = text.split("*")
        return before + quote + after, (len(before), len(before + quote))

    (old, was), (new, now) = marked(old), marked(new)
    assert new[slice(*whole_words(old, new, was, now))] == whole


@pytest.mark.parametrize(
    ("at", "inside"),
    [(0, False), (1, True), (2, True), (3, False), (4, False), (5, False), (6, True), (7, False), (8, False)],
)
def test_an_offset_is_inside_a_word_or_at_its_end(at: int, inside: bool) -> None:
    assert is_inside_word("pie, ab", at) is inside
