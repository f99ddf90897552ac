"""Whole maps: labels inside the frame and apart, true scale bars, and a description in words."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from random import Random

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from maps.atlas import CAUCASUS, ELSEWHERE, spots

from course_reader.maps.base_map import View
from course_reader.maps.draw import Drawing, draw
from course_reader.maps.extent import Extent
from course_reader.maps.look import PRINT
from course_reader.maps.projection import distance
from course_reader.maps.spots import Drawn, Spot

WIDTHS = (720.0, 560.0, 360.0)
SVG = "{http://www.w3.org/2000/svg}"


@cache
def caucasus(units: float = 720.0) -> Drawing:
    """The map used by most tests."""
    return draw(spots(CAUCASUS), units=units, key="map-1")


def faults(drawing: Drawing) -> list[str]:
    """Labels and places outside the frame, labels on others or on the second map, and scale bars that are wrong."""
    etree.fromstring(drawing.svg)
    found = []
    for panel in drawing.panels:
        frame = panel.view.frame
        others = [p.view.frame for p in drawing.panels if p is not panel and panel is drawing.panels[0]]
        found += [f"{box} leaves the frame" for box in panel.boxes if not box.within(frame)]
        found += [f"{a} overlaps {b}" for a, b in combinations(panel.boxes, 2) if a.meets(b)]
        found += [f"{box} is on another map" for box in panel.boxes for other in others if box.meets(other)]
        points = [spot for spot in panel.spots if not spot.drawn.is_area]
        found += [f"{spot.id} is not in the frame" for spot in points if not frame.holds(panel.view.to(*spot.at))]
        if panel.bar and not is_true(panel.view, *panel.bar):
            found.append(f"the bar of {panel.bar[0]} km is wrong")
    return found


def is_true(view: View, kilometres: float, units: float) -> bool:
    """Whether a bar in the middle of the map has the length that it names, within 2 %."""
    x, y = view.window.centre
    half = units / view.scale / 2
    left, right = view.projection.back(x - half, y), view.projection.back(x + half, y)
    return left is not None and right is not None and abs(distance(left, right) / kilometres - 1) < 0.02


@pytest.mark.parametrize("units", WIDTHS)
def test_all_places_of_a_region_have_their_names(units: float) -> None:
    drawing = caucasus(units)
    assert faults(drawing) == []
    assert drawing.nameless == ()
    assert drawing.width == units
    assert all(panel.bar for panel in drawing.panels)


@pytest.mark.parametrize("where", ELSEWHERE)
def test_any_part_of_the_world_can_be_shown(where: str) -> None:
    drawing = draw(spots(ELSEWHERE[where]), units=360.0)
    assert faults(drawing) == []
    assert drawing.nameless == ()
    assert any(panel.base_map.land for panel in drawing.panels)


def test_a_map_of_the_world_has_no_scale_bar() -> None:
    assert draw(spots(ELSEWHERE["world"]), second=False).panels[0].bar is None


def test_a_bar_is_true_across_the_map() -> None:
    view = caucasus().panels[0].view
    (_, y), rim = view.window.centre, view.window
    left, right = view.projection.back(rim.left, y), view.projection.back(rim.right, y)
    assert distance(left, right) == pytest.approx(rim.width, rel=0.02)


def test_places_far_off_have_a_second_map_with_the_frame_of_the_first() -> None:
    drawing = caucasus()
    first, second = drawing.panels
    assert {spot.id for spot in second.spots} == {"brussels", "moscow", "sochi", "turkey"}
    assert second.view.frame.within(first.view.frame)
    assert 'class="map-extent"' in drawing.svg
    below = caucasus(360.0).panels
    assert below[1].view.frame.top >= below[0].view.frame.bottom


def test_a_second_map_covers_no_place_and_can_be_forbidden() -> None:
    first, second = caucasus().panels
    frame = second.view.frame
    assert not [s.id for s in first.spots if not s.drawn.is_area and frame.grown(10).holds(first.view.to(*s.at))]
    rows = [row for row in CAUCASUS if row[0] in ("Yerevan", "Baku", "Agdam", "Brussels")]
    assert len(draw(spots(tuple(rows))).panels) == 2
    assert len(draw(spots(tuple(rows)), units=360.0, second=False).panels) == 1


def test_the_same_places_give_the_same_bytes_in_any_order() -> None:
    rows = spots(CAUCASUS)[:8]
    assert draw(rows).svg == draw(rows).svg == draw(rows[::-1]).svg


def test_an_extent_is_shown_as_asked() -> None:
    drawing = draw(spots(CAUCASUS), extent=Extent(38.0, 43.0, 42.0, 51.0))
    view = drawing.panels[0].view
    assert all(view.shows(latitude, longitude) for latitude in (38.1, 41.9) for longitude in (43.1, 50.9))
    assert [spot.id for spot in drawing.panels[1].spots] == ["brussels", "moscow", "sochi", "turkey"]
    assert draw([], extent=Extent(-40.0, 110.0, -10.0, 155.0)).panels[0].base_map.land.keys() >= {"Australia"}
    with pytest.raises(ValueError, match="needs a place"):
        draw([])


def test_a_map_is_described_in_words() -> None:
    drawing = caucasus()
    told = drawing.description
    assert drawing.title == "Map of Armenia and Azerbaijan with 12 places"
    assert told.startswith("The map shows Armenia and Azerbaijan. Around them: Georgia, Iran, Russia and Turkey. ")
    assert "Shusha (Shushi) about 7 km to the south" in told
    assert "Baku about 270 km to the east" in told
    assert "A second, smaller map shows: " in told
    assert "Moscow about 1,900 km to the north" in told
    assert [row[0] for row in CAUCASUS if row[0] not in told] == []


def test_a_screen_reader_meets_one_picture_and_the_links_beside_it() -> None:
    root = etree.fromstring(caucasus().svg)
    picture = root.find(f"{SVG}g[@role='img']")
    assert picture.find(f"{SVG}title").get("id") == picture.get("aria-labelledby") == "map-1-title"
    assert picture.find(f"{SVG}desc").get("id") == picture.get("aria-describedby") == "map-1-desc"
    assert picture.findall(f".//{SVG}a") == []
    links = root.findall(f"{SVG}g[@class='map-names']/{SVG}a")
    assert {a.get("href") for a in links} == {f"{row[0].lower()}.html" for row in CAUCASUS}
    assert "Shusha / Shushi" in {a.get("aria-label") for a in links}


def test_names_are_as_long_as_was_planned() -> None:
    root = etree.fromstring(caucasus().svg)
    lines = [text for text in root.iter(f"{SVG}text") if "map-scale" not in str(text.get("class"))]
    assert lines
    assert all(float(text.get("textLength")) > 0 for text in lines)


def test_print_is_grey() -> None:
    svg = draw(spots(CAUCASUS, linked=False), look=PRINT).svg
    colours = set(re.findall(r"#([0-9a-f]{6})", svg))
    assert colours
    assert [c for c in colours if len({c[:2], c[2:4], c[4:]}) > 1] == []
    assert "<a " not in svg


def test_disputed_borders_are_broken_and_past_units_have_no_line() -> None:
    crimea = draw([], extent=Extent(44.0, 31.0, 47.0, 37.0)).panels[0].base_map
    assert crimea.disputed
    karabakh = draw([], extent=Extent(39.0, 45.5, 40.6, 47.6)).panels[0].base_map
    assert karabakh.disputed == []
    assert set(karabakh.land) == {"Armenia", "Azerbaijan", "Iran"}


def test_a_label_without_room_is_reported() -> None:
    crowd = [Spot(f"p{i}", f"A very long name of a place, number {i}", 40.0, 45.0 + i / 900) for i in range(12)]
    drawing = draw(crowd, units=360.0)
    assert faults(drawing) == []
    assert drawing.nameless
    assert set(drawing.nameless) <= {spot.id for spot in crowd}


def test_a_map_that_is_full_names_what_it_has_room_for() -> None:
    spread = Random(7)
    crowd = [
        Spot(
            f"p{i}",
            f"Place {i}",
            40.2 + spread.random(),
            44.5 + spread.random() * 1.5,
            other="Other name" * (i % 4 == 0),
        )
        for i in range(80)
    ]
    drawing = draw(crowd, units=620.0, look=PRINT)
    assert faults(drawing) == []
    assert len(drawing.nameless) <= 8


places = st.builds(
    Spot,
    id=st.uuids().map(str),
    name=st.text("abcdefghijklmnop ", min_size=3, max_size=18).map(lambda text: text.strip() or "place"),
    latitude=st.floats(-70, 80),
    longitude=st.floats(-180, 180),
    drawn=st.sampled_from([Drawn.TOWN, Drawn.CAPITAL, Drawn.ROAD, Drawn.REGION]),
    other=st.sampled_from(["", "Another name"]),
)
near = st.tuples(st.floats(-60, 70), st.floats(-180, 180), st.lists(places, min_size=1, max_size=9)).map(
    lambda it: [Spot(s.id, s.name, it[0] + s.latitude / 40, it[1] + s.longitude / 90, s.drawn, s.other) for s in it[2]]
)


@settings(max_examples=examples(4))
@given(near | st.lists(places, min_size=1, max_size=6), st.sampled_from([360.0, 560.0]))
def test_any_places_make_a_sound_map(found: list[Spot], units: float) -> None:
    assert faults(draw(found, units=units)) == []
