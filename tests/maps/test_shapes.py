"""Clipping, thinning and point tests for lines and areas; paths of SVG."""

from __future__ import annotations

from itertools import pairwise

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from course_reader.maps.projection import Rectangle
from course_reader.maps.shapes import Areas, clipped_area, clipped_line, path, size, stretch, thinned

WINDOW = Rectangle(0, 0, 10, 10)
SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
HOLE = [(1.0, 1.0), (3.0, 1.0), (3.0, 3.0), (1.0, 3.0)]


@pytest.mark.parametrize(
    ("ring", "corners"),
    [
        ([(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)], [(0, 0), (0, 5), (5, 0), (5, 5)]),
        ([(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0)], [(0, 0), (0, 10), (10, 0), (10, 10)]),
        (SQUARE, [(0, 0), (0, 4), (4, 0), (4, 4)]),
        ([(20.0, 20.0), (30.0, 20.0), (30.0, 30.0)], []),
    ],
)
def test_areas_are_clipped_to_the_window(ring: list[tuple[float, float]], corners: list[tuple[float, float]]) -> None:
    assert sorted(clipped_area(ring, WINDOW)) == corners


def test_a_line_that_leaves_the_window_comes_back_as_another_part() -> None:
    line = [(-5.0, 5.0), (5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0)]
    assert list(clipped_line(line, WINDOW)) == [[(0, 5), (5, 5), (10, 5)], [(10, 8), (5, 8)]]
    assert list(clipped_line([(1.0, 1.0), (2.0, 2.0)], WINDOW)) == [[(1, 1), (2, 2)]]


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        ((-5.0, 5.0), (15.0, 5.0), ((0, 5), (10, 5))),
        ((5.0, -5.0), (5.0, 5.0), ((5, 0), (5, 5))),
        ((-5.0, -5.0), (-5.0, 15.0), None),
        ((-1.0, 9.0), (1.0, 12.0), None),
    ],
)
def test_the_part_of_a_stretch_in_the_window(start, end, part) -> None:
    assert stretch(start, end, WINDOW) == part


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ([(0.0, 0.0), (5.0, 0.1), (10.0, 0.0)], [(0, 0), (10, 0)]),
        ([(0.0, 0.0), (5.0, 3.0), (10.0, 0.0)], [(0, 0), (5, 3), (10, 0)]),
        ([(0.0, 0.0), (0.1, 0.2)], [(0, 0), (0.1, 0.2)]),
        ([(0.0, 0.0), (9.0, 9.0), (0.0, 0.0)], [(0, 0), (9, 9), (0, 0)]),
    ],
)
def test_points_without_visible_effect_are_left_out(line, kept) -> None:
    assert thinned(line, 0.5) == kept


def test_the_size_of_a_ring() -> None:
    assert size(SQUARE) == size(SQUARE[::-1]) == 16.0


def test_a_ring_in_a_ring_is_a_hole() -> None:
    areas = Areas([SQUARE, HOLE])
    assert areas.hold((0.5, 2.0))
    assert not areas.hold((2.0, 2.0))
    assert not areas.hold((5.0, 2.0))


def test_areas_can_be_joined_and_chosen_by_size() -> None:
    far = [(x + 20.0, y) for x, y in HOLE]
    both = Areas.joined([Areas([SQUARE]), Areas([far])])
    assert (both.hold((2.0, 2.0)), both.hold((22.0, 2.0))) == (True, True)
    assert both.around == Rectangle(0, 0, 23, 4)
    large = both.larger(3.0, 3.0)
    assert (large.hold((2.0, 2.0)), large.hold((22.0, 2.0))) == (True, False)
    assert both.larger(1.0, 1.0) is both


corners = st.tuples(st.floats(-30, 30), st.floats(-30, 30)) | st.tuples(st.integers(-3, 3), st.integers(-3, 3))


@settings(max_examples=examples(80))
@given(st.lists(st.lists(corners, min_size=3, max_size=12), max_size=4), st.lists(corners, min_size=1, max_size=8))
def test_a_point_is_inside_if_a_line_from_it_crosses_an_odd_number_of_edges(rings, points) -> None:
    areas = Areas(rings)
    edges = [edge for _, ring in areas.boxes for edge in pairwise([ring[-1], *ring])]
    for x, y in points:
        crossed = [
            x < x0 + (x1 - x0) * (y - y0) / (y1 - y0) for (x0, y0), (x1, y1) in edges if min(y0, y1) <= y < max(y0, y1)
        ]
        assert areas.hold((x, y)) is (sum(crossed) % 2 == 1)


@pytest.mark.parametrize(
    ("lines", "closed", "d"),
    [
        ([[(1.04, 2.0), (3.0, 2.26), (3.0, 2.26)]], False, "M1 2l2 0.3"),
        ([[(0.0, 0.0), (1.0, 0.0), (0.0, -1.0)]], True, "M0 0l1 0 -1 -1z"),
        ([[(0.0, 0.0), (0.01, 0.01)]], False, ""),
        ([[(0.0, 0.0), (1.0, 0.0)], [(5.0, 5.0), (5.0, 6.5)]], False, "M0 0l1 0M5 5l0 1.5"),
        ([], True, ""),
    ],
)
def test_a_path_in_tenths(lines, closed: bool, d: str) -> None:
    assert path(lines, closed=closed) == d
