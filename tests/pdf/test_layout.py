"""Where margin notes stand: order, gap, column, nothing lost, and no layout is better."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.pdf.layout import (
    FAR,
    GAP,
    NEAR,
    Column,
    Layout,
    LayoutError,
    MarginItem,
    isotonic_medians,
    place,
    prove,
    solve,
)

COLUMN = Column(70.0, 770.0)

heights = st.floats(8, 220)
tall = st.floats(8, 900)


@st.composite
def page_of_notes(
    draw: st.DrawFn, page: int = 1, most: int = 14, height: st.SearchStrategy[float] = heights
) -> list[MarginItem]:
    """Notes of one page in the order of its lines, some on the same line."""
    lines = sorted(draw(st.lists(st.floats(COLUMN.top - 10, COLUMN.bottom), max_size=most)))
    return [MarginItem(f"{page}-{at}", page, y, draw(height)) for at, y in enumerate(lines)]


@st.composite
def books(draw: st.DrawFn) -> list[MarginItem]:
    return [note for page in range(1, draw(st.integers(1, 4)) + 1) for note in draw(page_of_notes(page, height=tall))]


def boxes(notes: list[MarginItem], layout: Layout, page: int) -> list[tuple[float, float]]:
    on_page = [n for n in notes if n.page == page and n.id in layout.places]
    return [(layout.places[n.id][1], layout.places[n.id][1] + n.height) for n in on_page]


def pushed_down(notes: list[MarginItem], column: Column) -> list[float]:
    """What other programs do: each note as high as it may, then the last ones up again until they fit."""
    tops, lowest = [], column.top
    for note in notes:
        tops.append(max(note.y, lowest))
        lowest = tops[-1] + note.height + GAP
    highest = column.bottom
    for at in reversed(range(len(notes))):
        tops[at] = min(tops[at], highest - notes[at].height)
        highest = tops[at] - GAP
    return tops


def shift(notes: list[MarginItem], tops: list[float]) -> float:
    return sum(abs(n.y - top) for n, top in zip(notes, tops, strict=True))


# --- solve


@given(books())
def test_every_note_stands_somewhere_and_only_once(notes: list[MarginItem]) -> None:
    layout = solve(notes, COLUMN)

    assert layout.places.keys() | layout.foot == {n.id for n in notes}
    assert not layout.places.keys() & layout.foot


@given(books())
def test_notes_keep_their_page_order_gap_and_column(notes: list[MarginItem]) -> None:
    layout = solve(notes, COLUMN)

    for note_id, (page, _) in layout.places.items():
        assert note_id.startswith(f"{page}-")
    for page in {n.page for n in notes}:
        found = boxes(notes, layout, page)
        assert all(COLUMN.top - 1e-6 <= top and bottom <= COLUMN.bottom + 1e-6 for top, bottom in found)
        assert all(lower[0] - upper[1] >= GAP - 1e-6 for upper, lower in itertools.pairwise(found))


@given(books())
def test_what_is_solved_can_be_proved(notes: list[MarginItem]) -> None:
    layout = solve(notes, COLUMN)

    assert prove(notes, layout, COLUMN) is None
    assert layout.shifts(notes).keys() == layout.places.keys()


@given(books())
def test_no_note_at_the_foot_would_have_had_room_in_the_margin(notes: list[MarginItem]) -> None:
    layout = solve(notes, COLUMN)

    for note in notes:
        if note.id in layout.foot:
            before = [other for other in notes if other.page == note.page and other.id in layout.places]
            needed = sum(other.height + GAP for other in before) + note.height
            assert needed > COLUMN.bottom - COLUMN.top - 0.1


@given(books(), st.data())
def test_a_note_at_the_foot_stays_there(notes: list[MarginItem], data: st.DataObject) -> None:
    below = frozenset(data.draw(st.sets(st.sampled_from([n.id for n in notes])) if notes else st.just(set())))

    assert below <= solve(notes, COLUMN, below).foot


@given(books())
def test_solving_again_what_is_solved_changes_nothing(notes: list[MarginItem]) -> None:
    once = solve(notes, COLUMN)

    assert solve(notes, COLUMN, once.foot) == once


@given(st.floats(COLUMN.top, COLUMN.bottom - 100), st.floats(8, 100))
def test_a_single_note_stands_exactly_on_its_line(y: float, height: float) -> None:
    assert solve([MarginItem("n", 1, y, height)], COLUMN).places == {"n": (1, y)}


@given(page_of_notes())
def test_notes_with_room_stand_exactly_on_their_lines(notes: list[MarginItem]) -> None:
    roomy = [replace(n, y=COLUMN.top + 45 * at, height=40 - GAP) for at, n in enumerate(notes)]

    assert [top for _, top in solve(roomy, COLUMN).places.values()] == pytest.approx([n.y for n in roomy])


def test_a_note_taller_than_the_margin_goes_to_the_foot_and_no_other() -> None:
    notes = [MarginItem("a", 1, 100, 50), MarginItem("giant", 1, 120, 701), MarginItem("b", 1, 300, 50)]

    assert solve(notes, COLUMN).foot == {"giant"}


def test_a_note_that_is_measured_as_high_as_the_margin_may_be_higher() -> None:
    assert solve([MarginItem("a", 1, 100, 700.0)], COLUMN).foot == {"a"}


def test_of_a_full_margin_the_last_notes_go_to_the_foot() -> None:
    notes = [MarginItem(f"{at}", 1, 100, 230) for at in range(5)]

    assert solve(notes, Column(70, 770.0 + 2 * GAP)).foot == {"3", "4"}


def test_a_full_page_sends_none_of_another_page_to_the_foot() -> None:
    full = [MarginItem(f"{at}", 1, 100, 230) for at in range(5)]
    calm = [MarginItem("calm", 2, 100, 230)]

    assert "calm" in solve([*full, *calm], COLUMN).places


def test_the_free_part_of_a_margin_is_used_before_the_foot() -> None:
    notes = [MarginItem(f"{at}", 1, 90.0, 60) for at in range(10)]

    layout = solve(notes, COLUMN)

    assert layout.foot == frozenset()
    assert max(layout.shifts(notes).values()) > FAR


def test_of_a_full_margin_the_glosses_that_are_needed_least_are_left_out() -> None:
    notes = [MarginItem(f"{at}", 1, 100 + 100 * at, 200) for at in range(5)]
    layout = solve(notes, COLUMN, points={"0": 3, "1": 1, "2": 5, "3": 2})

    # "4" is no gloss that may be left out.
    assert layout.dropped == {"1", "3"}
    assert (layout.places.keys(), layout.foot) == ({"0", "2", "4"}, frozenset())


def test_glosses_are_left_out_until_none_is_far_from_its_line() -> None:
    notes = [MarginItem(f"{at}", 1, 90.0, 60) for at in range(10)]
    layout = solve(notes, COLUMN, points={note.id: 1 for note in notes})

    assert layout.dropped == {note.id for note in notes[-len(layout.dropped) :]}
    assert max(layout.shifts(notes).values()) <= NEAR
    assert len(layout.places) > 3


def test_a_note_that_no_margin_holds_leaves_no_gloss_out() -> None:
    notes = [MarginItem("a", 1, 100, 50), MarginItem("giant", 1, 120, 701)]

    assert solve(notes, COLUMN, points={"a": 1}) == solve(notes, COLUMN)


# --- place


@given(page_of_notes(most=8))
def test_no_sum_of_shifts_is_larger_than_that_of_pushing_down(notes: list[MarginItem]) -> None:
    needed = sum(n.height for n in notes) + GAP * (len(notes) - 1)
    column = Column(COLUMN.top, COLUMN.top + max(needed, 700) + 1)

    assert shift(notes, place(notes, column)) <= shift(notes, pushed_down(notes, column)) + 1e-6


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4)), min_size=1, max_size=4))
def test_no_other_place_is_better(rows: list[tuple[int, int]]) -> None:
    # All numbers are whole, so that some best layout stands on whole numbers and trying them all finds it.
    notes = [
        MarginItem(str(at), 1, float(y), float(height))
        for at, (y, height) in enumerate(sorted(rows, key=lambda r: r[0]))
    ]
    needed = sum(h for _, h in rows) + int(GAP) * (len(rows) - 1)
    column = Column(0.0, max(needed, 28))

    best = {0.0: 0.0}  # where the next note may start at the earliest → the least sum of shifts so far
    for note in notes:
        grown: dict[float, float] = {}
        for start, cost in best.items():
            for top in range(int(start), int(column.bottom - note.height) + 1):
                after = top + note.height + GAP
                grown[after] = min(grown.get(after, math.inf), cost + abs(note.y - top))
        best = grown

    assert shift(notes, place(notes, column)) == pytest.approx(min(best.values()))


def test_no_notes_need_no_place() -> None:
    assert place([], COLUMN) == []
    assert solve([], COLUMN) == Layout({}, frozenset())


# --- isotonic_medians


@given(st.lists(st.integers(-50, 50), max_size=30))
def test_medians_rise(wanted: list[int]) -> None:
    found = isotonic_medians([float(v) for v in wanted])

    assert len(found) == len(wanted)
    assert found == sorted(found)


@given(st.lists(st.integers(-50, 50), max_size=30))
def test_what_rises_already_stays(wanted: list[int]) -> None:
    rising = sorted(float(v) for v in wanted)

    assert isotonic_medians(rising) == rising


@given(st.lists(st.integers(0, 6), min_size=1, max_size=5))
def test_no_rising_sequence_is_closer(wanted: list[int]) -> None:
    def distance(found: tuple[float, ...]) -> float:
        return sum(abs(a - b) for a, b in zip(found, wanted, strict=True))

    rising = itertools.combinations_with_replacement([float(v) for v in range(7)], len(wanted))

    assert distance(tuple(isotonic_medians([float(v) for v in wanted]))) == min(map(distance, rising))


# --- prove

NOTES = [MarginItem("a", 1, 100, 50), MarginItem("b", 1, 200, 50), MarginItem("c", 2, 100, 50)]
GOOD = Layout({"a": (1, 100.0), "b": (1, 200.0), "c": (2, 100.0)}, frozenset())


def test_a_good_layout_is_proved() -> None:
    prove(NOTES, GOOD, COLUMN, {"a": 1, "b": 1, "c": 2})


@pytest.mark.parametrize(
    ("places", "sentence"),
    [
        ({"a": (1, 100.0), "b": (1, 200.0)}, "the note c has no place"),
        (GOOD.places | {"c": (3, 100.0)}, "the note c is on page 3, its mention on 2"),
        (GOOD.places | {"b": (1, 154.0)}, "the notes a and b on page 1 are too close"),
        (GOOD.places | {"a": (1, 300.0)}, "the notes a and b on page 1 are too close"),
        (GOOD.places | {"a": (1, 69.0)}, "the note a leaves the margin of page 1"),
        (GOOD.places | {"c": (2, 721.0)}, "the note c leaves the margin of page 2"),
    ],
    ids=["lost", "other page", "overlap", "order", "above", "below"],
)
def test_a_fault_is_found(places: dict[str, tuple[int, float]], sentence: str) -> None:
    with pytest.raises(LayoutError, match=sentence):
        prove(NOTES, Layout(places, frozenset()), COLUMN)


def test_a_note_drawn_on_another_page_is_found() -> None:
    with pytest.raises(LayoutError, match="the note b was drawn on page 2, its mention is on 1"):
        prove(NOTES, GOOD, COLUMN, {"a": 1, "b": 2, "c": 2})


def test_a_note_at_the_foot_may_end_on_the_next_page() -> None:
    prove(NOTES, Layout({"a": (1, 100.0), "c": (2, 100.0)}, frozenset({"b"})), COLUMN, {"a": 1, "b": 2, "c": 2})
