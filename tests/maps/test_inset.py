"""The second map: in a corner of the first or below it, covering nothing of importance."""

from __future__ import annotations

from maps.atlas import CAUCASUS, spots

from course_reader.maps.extent import window
from course_reader.maps.inset import GAP, beside
from course_reader.maps.spots import split

CORE, FAR = split(spots(CAUCASUS))
HEIGHTS = (0.52, 0.78)


def test_on_a_wide_map_it_is_in_a_corner() -> None:
    first, second = beside(window(CORE, 720.0, HEIGHTS), CORE, FAR, 720.0)
    assert second.frame.within(first.frame.grown(-GAP + 0.01))
    assert second.frame.width < first.frame.width / 2
    covered = [spot.name for spot in CORE if not spot.drawn.is_area and second.frame.holds(first.to(*spot.at))]
    assert covered == []


def test_on_a_narrow_map_it_is_below() -> None:
    first, second = beside(window(CORE, 360.0, (0.75, 1.3)), CORE, FAR, 360.0)
    assert second.frame.top == first.frame.bottom + GAP
    assert second.frame.width == first.frame.width


def test_it_shows_all_places() -> None:
    _, second = beside(window(CORE, 720.0, HEIGHTS), CORE, FAR, 720.0)
    assert [spot.name for spot in [*CORE, *FAR] if not second.shows(*spot.at)] == []


def test_the_first_map_keeps_its_scale_and_places() -> None:
    before = window(CORE, 720.0, HEIGHTS)
    first, _ = beside(before, CORE, FAR, 720.0)
    assert first.scale == before.scale
    assert all(first.shows(*spot.at) for spot in CORE if not spot.drawn.is_area)
