"""The outlines, projected and clipped to a view."""

from __future__ import annotations

import pytest
from maps.made_up import FRAME, view

from course_reader.maps.base_map import BaseMap, Surveyor, joined, outline_points
from course_reader.maps.outlines import outlines


def test_a_view_has_a_scale_and_shows_its_centre_in_the_middle() -> None:
    here = view(40.0, 45.0, width=800.0)
    assert here.scale == 0.5
    assert here.to(40.0, 45.0) == pytest.approx(FRAME.centre)
    assert here.shows(41.0, 46.0)
    assert not here.shows(50.0, 45.0)
    x, y = here.to(41.0, 46.0)
    assert x > FRAME.centre[0]
    assert y < FRAME.centre[1]


@pytest.mark.parametrize(
    ("latitude", "longitude", "countries"),
    [
        (40.2, 45.0, {"Armenia", "Azerbaijan", "Georgia", "Iran", "Turkey"}),
        (46.8, 8.2, {"Switzerland", "Italy", "France", "Germany", "Austria", "Liechtenstein"}),
        (-17.8, 179.9, {"Fiji"}),
        (0.0, -140.0, set()),
    ],
)
def test_the_countries_of_a_view(latitude: float, longitude: float, countries: set[str]) -> None:
    found = Surveyor(view(latitude, longitude, width=500.0)).base_map()
    assert set(found.land) >= countries
    assert all(FRAME.grown(0.01).holds(point) for rings in found.land.values() for ring in rings for point in ring)


def test_a_window_inside_a_country_is_all_land() -> None:
    found = Surveyor(view(49.0, 67.0, width=100.0)).base_map()
    assert set(found.land) == {"Kazakhstan"}
    assert found.everywhere.hold(FRAME.centre)
    assert (found.borders, found.coasts) == ([], [])


def test_coasts_lakes_and_borders_are_in_the_frame() -> None:
    found = Surveyor(view(40.6, 48.0, width=800.0)).base_map()
    assert found.coasts
    assert found.borders
    lines = [*found.coasts, *found.borders, *found.disputed, *found.lakes]
    assert all(FRAME.grown(0.01).holds(point) for line in lines for point in line)


def test_countries_and_waters_can_be_asked_for_points() -> None:
    found = Surveyor(view(40.4, 45.3, width=200.0)).base_map()
    lake = view(40.4, 45.3, width=200.0).to(40.35, 45.33)
    assert found.countries["armenia"].hold(FRAME.centre)
    assert found.waters.hold(lake)
    assert BaseMap().everywhere.boxes == []


@pytest.mark.parametrize(
    ("lines", "merged"),
    [
        ([[(0, 0), (1, 0)], [(1, 0), (2, 0)]], [[(0, 0), (1, 0), (2, 0)]]),
        ([[(0, 0), (1, 0)], [(5, 0), (6, 0)]], [[(0, 0), (1, 0)], [(5, 0), (6, 0)]]),
        ([], []),
    ],
)
def test_lines_that_touch_are_merged(lines, merged) -> None:
    assert joined(lines) == merged


def test_points_around_the_largest_area_of_a_country() -> None:
    country = outlines().country("Azerbaijan")
    assert country is not None
    points = outline_points(country, outlines())
    assert len(points) > 8
    assert 47.5 < max(longitude for _, longitude in points) < 51.0
