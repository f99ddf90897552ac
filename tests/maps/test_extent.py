"""The window of a map: all places with a margin, a given extent, the corner for a panel, the scale bar."""

from __future__ import annotations

import pytest
from maps.atlas import CAUCASUS, ELSEWHERE, spots
from maps.made_up import FRAME, view

from course_reader.maps.base_map import View
from course_reader.maps.extent import LEAST, Extent, corner, exactly, moved, scale_bar, taller, window
from course_reader.maps.projection import EqualEarth, Rectangle
from course_reader.maps.spots import Drawn, Spot

HEIGHTS = (0.5, 0.8)
PLACES = spots(CAUCASUS)


@pytest.mark.parametrize("where", [*ELSEWHERE, "caucasus"])
def test_all_places_are_inside_with_a_margin(where: str) -> None:
    places = PLACES if where == "caucasus" else spots(ELSEWHERE[where])
    seen = window(places, 600.0, HEIGHTS)
    assert all(seen.frame.grown(-10.0).holds(seen.to(*spot.at)) for spot in places)
    assert 0.5 <= seen.frame.height / seen.frame.width <= 0.8
    assert seen.window.width >= LEAST


def test_a_single_place_has_the_least_width() -> None:
    seen = window(spots(ELSEWHERE["one"]), 600.0, HEIGHTS)
    assert seen.window.width == pytest.approx(LEAST)
    assert window(spots(ELSEWHERE["one"]), 600.0, HEIGHTS, least=900.0).window.width == pytest.approx(900.0)


def test_a_small_country_is_shown_whole_and_a_large_one_only_if_it_is_the_subject() -> None:
    def shown(name: str, latitude: float, longitude: float, *, focus: bool) -> float:
        return window([Spot(name, name, latitude, longitude, Drawn.COUNTRY, focus=focus)], 600.0, HEIGHTS).window.width

    assert shown("Georgia", 42.0, 43.5, focus=False) > LEAST
    assert shown("Turkey", 39.0, 35.2, focus=False) == pytest.approx(LEAST)
    assert shown("Turkey", 39.0, 35.2, focus=True) > 1500.0
    assert shown("Velmar", 39.0, 35.2, focus=True) == pytest.approx(LEAST)


@pytest.mark.parametrize(
    "extent", [Extent(38.0, 43.0, 42.0, 51.0), Extent(-40.0, 110.0, -10.0, 155.0), Extent(-20.0, 175.0, -15.0, 185.0)]
)
def test_an_extent_is_shown_whole(extent: Extent) -> None:
    seen = exactly(extent, 600.0, HEIGHTS)
    corners = [(lat, lon) for lat in (extent.south, extent.north) for lon in (extent.west, extent.east)]
    assert all(seen.frame.grown(0.5).holds(seen.to(*point)) for point in corners)
    assert len(extent.rim()) == 36


def test_the_world_has_its_own_projection_and_no_scale_bar() -> None:
    seen = window(spots(ELSEWHERE["world"]), 600.0, HEIGHTS)
    assert isinstance(seen.projection, EqualEarth)
    assert scale_bar(seen, 48.0, 125.0) is None


@pytest.mark.parametrize(("width", "kilometres"), [(800.0, 200.0), (4000.0, 1000.0), (80.0, 20.0)])
def test_the_scale_bar_has_a_round_length(width: float, kilometres: float) -> None:
    assert scale_bar(view(width=width), 48.0, 125.0) == (kilometres, pytest.approx(kilometres * 400.0 / width))


def test_a_view_can_be_moved_and_extended() -> None:
    here = view()
    there = moved(here, 50.0, 60.0)
    assert there.frame == Rectangle(50.0, 60.0, 450.0, 360.0)
    assert there.to(40.0, 45.0) == pytest.approx((250.0, 210.0))
    higher = taller(here, 0.1, 0.3)
    assert higher.frame.height == pytest.approx(420.0)
    assert higher.scale == here.scale
    assert higher.to(40.0, 45.0) == pytest.approx((200.0, 180.0))


@pytest.mark.parametrize(
    ("busy", "left", "top"),
    [((10.0, 10.0), 290.0, 240.0), ((390.0, 290.0), 10.0, 10.0)],
)
def test_a_panel_goes_to_the_emptiest_corner(busy: tuple[float, float], left: float, top: float) -> None:
    found = corner(FRAME, 100.0, 50.0, lambda box: float(box.holds(busy)), 10.0, 0.5)
    assert found is not None
    assert {(found.left, found.top), (left, top)} <= {(10.0, 10.0), (290.0, 10.0), (10.0, 240.0), (290.0, 240.0)}
    assert not found.holds(busy)


def test_a_panel_without_an_empty_corner_finds_none() -> None:
    assert corner(FRAME, 100.0, 50.0, lambda box: 1.0, 10.0, 0.5) is None


def test_heights_limit_the_frame() -> None:
    tall = [Spot("a", "A", 38.0, 45.0), Spot("b", "B", 48.0, 45.0)]
    flat = [Spot("a", "A", 40.0, 40.0), Spot("b", "B", 40.0, 60.0)]
    seen: list[View] = [window(places, 600.0, HEIGHTS) for places in (tall, flat)]
    assert [one.frame.height for one in seen] == [480.0, 300.0]
