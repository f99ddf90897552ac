"""Projections and their reverse, distances, directions, rectangles."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from course_reader.maps.projection import (
    EqualArea,
    EqualEarth,
    Rectangle,
    bearing,
    bounding_box,
    degrees_around,
    distance,
    middle,
    projection,
)

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


def test_the_middle_of_places_at_the_date_line_is_there_too() -> None:
    latitude, longitude = middle([(-18.0, 178.0), (-17.0, -179.0)])
    assert -18 < latitude < -17
    assert abs(longitude) > 178


def test_a_map_that_reaches_around_the_world_has_a_projection_for_it() -> None:
    assert isinstance(projection([(40.0, 45.0), (55.0, 37.0)]), EqualArea)
    assert isinstance(projection([(40.0, 45.0), (-30.0, -120.0)]), EqualEarth)


def test_a_window_over_a_pole_sees_all_longitudes() -> None:
    around = degrees_around(EqualArea(88.0, 0.0), Rectangle(-1000, -1000, 1000, 1000))
    assert around.left <= -180
    assert around.right >= 180
    assert around.bottom == 90


@pytest.mark.parametrize("shape", [EqualArea(40.0, 45.0), EqualEarth()])
def test_a_line_holds_the_points_one_after_the_other(shape: EqualArea | EqualEarth) -> None:
    points = [(40.0, 45.0), (41.0, 46.0), (10.0, -20.0)]
    assert [*shape.line(points)] == [part for point in points for part in shape.to(*point)]


def test_off_the_globe_there_is_no_point() -> None:
    assert EqualArea(0.0, 0.0).back(13_000.0, 0.0) is None
    assert EqualEarth().back(20_000.0, 0.0) is None


def test_rectangles() -> None:
    square = Rectangle(0.0, 0.0, 4.0, 4.0)
    assert (square.width, square.height, square.centre) == (4.0, 4.0, (2.0, 2.0))
    assert (square.holds((4.0, 4.0)), square.holds((4.1, 4.0))) == (True, False)
    assert square.grown(1.0) == Rectangle(-1.0, -1.0, 5.0, 5.0)
    assert square.within(square.grown(1.0))
    assert not square.grown(1.0).within(square)
    beside = Rectangle(4.0, 0.0, 8.0, 4.0)
    assert (square.meets(beside), square.meets(beside, 0.1)) == (False, True)


def test_the_bounding_box_of_points() -> None:
    assert bounding_box([(3.0, 1.0), (-1.0, 5.0)]) == Rectangle(-1.0, 1.0, 3.0, 5.0)
    with pytest.raises(ValueError, match="unpack"):
        bounding_box([])
