"""From the globe to the sheet and back; distances and directions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from course_reader.maps.projection import (
    Box,
    EqualArea,
    EqualEarth,
    bearing,
    degrees_around,
    distance,
    middle,
    projection,
)
from course_reader.maps.shapes import Areas, clipped_area, clipped_line, path, thinned
from course_reader.maps.words import rounded

latitudes, longitudes = st.floats(-85, 85), st.floats(-179, 179)


@settings(max_examples=examples(60))
@given(latitudes, longitudes, latitudes, longitudes)
def test_there_and_back(latitude: float, longitude: float, north: float, east: float) -> None:
    for shape in (EqualArea(latitude, longitude), EqualEarth()):
        if shape.is_even and distance((latitude, longitude), (north, east)) > 15_000:
            continue
        back = shape.back(*shape.to(north, east))
        assert back is not None
        assert distance(back, (north, east)) < 1.0


@settings(max_examples=examples(60))
@given(latitudes, longitudes, st.floats(-300, 300), st.floats(-300, 300))
def test_lengths_near_the_centre_are_true(latitude: float, longitude: float, x: float, y: float) -> None:
    at = EqualArea(latitude, longitude).back(x, y)
    assert at is not None
    assert distance((latitude, longitude), at) == pytest.approx((x * x + y * y) ** 0.5, rel=0.005, abs=0.01)


def test_known_distances_and_directions() -> None:
    yerevan, baku = (40.18, 44.51), (40.38, 49.89)
    assert distance(yerevan, baku) == pytest.approx(457, abs=2)
    assert bearing(yerevan, baku) == pytest.approx(85, abs=3)
    assert distance((0, 179), (0, -179)) == pytest.approx(222.4, abs=0.5)


def test_the_middle_of_places_at_the_date_line_lies_there() -> None:
    latitude, longitude = middle([(-18.0, 178.0), (-17.0, -179.0)])
    assert -18 < latitude < -17
    assert abs(longitude) > 178


def test_a_map_that_reaches_around_the_world_has_a_projection_for_it() -> None:
    assert isinstance(projection([(40.0, 45.0), (55.0, 37.0)]), EqualArea)
    assert isinstance(projection([(40.0, 45.0), (-30.0, -120.0)]), EqualEarth)


def test_a_window_over_a_pole_sees_all_longitudes() -> None:
    around = degrees_around(EqualArea(88.0, 0.0), Box(-1000, -1000, 1000, 1000))
    assert around.left <= -180
    assert around.right >= 180
    assert around.bottom == 90


def test_areas_and_lines_are_cut_to_the_window() -> None:
    window = Box(0, 0, 10, 10)
    square = [(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)]
    assert sorted(clipped_area(square, window)) == [(0, 0), (0, 5), (5, 0), (5, 5)]
    assert clipped_area([(20.0, 20.0), (30.0, 20.0), (30.0, 30.0)], window) == []
    line = [(-5.0, 5.0), (5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0)]
    assert list(clipped_line(line, window)) == [[(0, 5), (5, 5), (10, 5)], [(10, 8), (5, 8)]]


corners = st.tuples(st.floats(-30, 30), st.floats(-30, 30)) | st.tuples(st.integers(-3, 3), st.integers(-3, 3))


@settings(max_examples=examples(80))
@given(st.lists(st.lists(corners, min_size=3, max_size=12), max_size=4), st.lists(corners, min_size=1, max_size=8))
def test_a_point_lies_in_areas_if_a_way_from_it_crosses_an_odd_number_of_edges(rings, points) -> None:
    areas = Areas(rings)
    edges = [edge for _, ring in areas.boxes for edge in pairwise([ring[-1], *ring])]
    for x, y in points:
        crossed = [
            x < x0 + (x1 - x0) * (y - y0) / (y1 - y0) for (x0, y0), (x1, y1) in edges if min(y0, y1) <= y < max(y0, y1)
        ]
        assert areas.hold((x, y)) is (sum(crossed) % 2 == 1)


def test_points_that_nobody_sees_are_left_out() -> None:
    assert thinned([(0.0, 0.0), (5.0, 0.1), (10.0, 0.0)], 0.5) == [(0, 0), (10, 0)]
    assert thinned([(0.0, 0.0), (5.0, 3.0), (10.0, 0.0)], 0.5) == [(0, 0), (5, 3), (10, 0)]


def test_a_path_is_spelled_in_tenths() -> None:
    assert path([[(1.04, 2.0), (3.0, 2.26), (3.0, 2.26)]], closed=False) == "M1 2l2 0.3"
    assert path([[(0.0, 0.0), (1.0, 0.0), (0.0, -1.0)]], closed=True) == "M0 0l1 0 -1 -1z"


@pytest.mark.parametrize(("kilometres", "words"), [(6.7, "7"), (43.2, "43"), (457.0, "460"), (3412.0, "3,400")])
def test_distances_are_said_in_two_figures(kilometres: float, words: str) -> None:
    assert rounded(kilometres) == words
