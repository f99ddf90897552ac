"""Chooses, places and draws the labels of one map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from course_reader.maps.base_map import BaseMap
from course_reader.maps.costs import Obstacles
from course_reader.maps.labels import Label, Position, around_centre, around_point
from course_reader.maps.look import Look
from course_reader.maps.panel import Panel
from course_reader.maps.pen import Lettering, Pen
from course_reader.maps.placing import place, place_last
from course_reader.maps.projection import Point, Rectangle
from course_reader.maps.shapes import Areas, is_inside
from course_reader.maps.spots import Drawn, Spot
from course_reader.maps.waters import WATERS

#: the cost of a region's label that is entirely in another country
_ABROAD = 60.0

#: letter-spacing of the labels of areas, in parts of the font size
_COUNTRY_SPACE, _REGION_SPACE = 0.14, 0.06

#: a label, its lettering, and its place unless it belongs to the surroundings
_Wanted = tuple[Label, Lettering, Spot | None]


def draw_labels(panel: Panel, obstacles: Obstacles, pen: Pen, look: Look) -> None:
    """Place and draw all labels: of regions first, which have no leader, then points, countries and water."""
    wanted = [*_place_labels(panel, obstacles, look), *_surroundings(panel, obstacles.frame, look)]
    place([label for label, _, _ in wanted], obstacles)
    shorter = {
        at: _shorter(spot, panel, obstacles, look)
        for at, (label, _, spot) in enumerate(wanted)
        if label.position is None and spot and spot.other
    }
    place_last([label for label, _, _ in shorter.values()], [label for label, _, _ in wanted], obstacles)
    named = {spot.name.casefold() for spot in panel.spots if spot.drawn is Drawn.COUNTRY}
    home = Areas.joined(land for name, land in panel.base_map.countries.items() if name in named)
    for at, one in enumerate(wanted):
        label, lettering, spot = shorter.get(at, one)
        if label.position is None:
            continue
        panel.boxes.append(label.position.box)
        if spot:
            panel.names[spot.id] = label.position.box
        pen.label(lettering, label.position, spot, on_named=home.hold(label.position.box.centre))


def _place_labels(panel: Panel, obstacles: Obstacles, look: Look) -> Iterator[_Wanted]:
    """The labels of the map's places."""
    order = {Drawn.REGION: 0, Drawn.COUNTRY: 2}
    for spot in sorted(panel.spots, key=lambda s: (order.get(s.drawn, 1), s.id)):
        yield _label(spot, _lettering(spot, look), panel, obstacles)


def _surroundings(panel: Panel, frame: Rectangle, look: Look) -> Iterator[_Wanted]:
    """The labels of other countries, and of seas and lakes."""
    shown = {spot.name.casefold() for spot in panel.spots}
    for name in panel.base_map.land:
        if name.casefold() not in shown:
            lettering = Lettering((name.upper(),), ("map-context",), (look.context,), _COUNTRY_SPACE, look.run)
            positions = _within(panel.base_map.countries[name.casefold()], lettering, frame, strict=True)
            yield Label(name, positions), lettering, None
    for name, places in WATERS:
        lettering = Lettering((name,), ("map-water",), (look.context,), _REGION_SPACE, look.run)
        seen = [panel.view.to(*at) for at in places if panel.view.shows(*at)]
        yield Label(name, [p for at in seen for p in _on_water(at, lettering, panel.base_map, frame)]), lettering, None


def _label(spot: Spot, lettering: Lettering, panel: Panel, obstacles: Obstacles) -> _Wanted:
    point = None if spot.drawn.is_area else panel.view.to(*spot.at)
    return Label(spot.id, _positions(spot, lettering, panel, obstacles), point), lettering, spot


def _shorter(spot: Spot, panel: Panel, obstacles: Obstacles, look: Look) -> _Wanted:
    """The label of a place without its second name, for which there may be room."""
    return _label(spot, _lettering(replace(spot, other=""), look), panel, obstacles)


def _lettering(spot: Spot, look: Look) -> Lettering:
    """The lettering of a place's label."""
    if spot.drawn is Drawn.COUNTRY:
        return Lettering((spot.name.upper(),), ("map-country",), (look.name,), _COUNTRY_SPACE, look.run)
    kind, space = ("map-region", _REGION_SPACE) if spot.drawn is Drawn.REGION else ("map-name", 0.0)
    if spot.other:
        return Lettering((spot.name, spot.other), (kind, "map-other"), (look.name, look.other), space, look.run)
    return Lettering((spot.name,), (kind,), (look.name,), space, look.run)


def _positions(spot: Spot, lettering: Lettering, panel: Panel, obstacles: Obstacles) -> list[Position]:
    at = panel.view.to(*spot.at)
    if spot.drawn is Drawn.COUNTRY:
        land = panel.base_map.countries.get(spot.name.casefold(), Areas([]))
        found = _within(land, lettering, obstacles.frame, strict=False)
        return found or around_centre(at, lettering.wide, lettering.high, 8.0, obstacles.frame)
    if spot.drawn is Drawn.REGION:
        # The label of a region should not reach into another country.
        home = next((land for land in panel.base_map.countries.values() if land.hold(at)), None)
        positions = around_centre(at, lettering.wide, lettering.high, 7.0, obstacles.frame)
        return [replace(s, cost=s.cost + _abroad(s.box, home)) for s in positions] if home else positions
    return around_point(at, lettering.wide, lettering.high, 7.0, obstacles.frame)


def _abroad(box: Rectangle, home: Areas) -> float:
    """The cost of a label that crosses the border of its country."""
    return _ABROAD * sum(not home.hold((x, y)) for x in _thirds(box) for y in (box.top, box.bottom)) / 8


def _within(areas: Areas, lettering: Lettering, frame: Rectangle, *, strict: bool) -> list[Position]:
    """Positions for the label of a country on its land, the middle of the visible part first."""
    # Areas too small for the label cannot hold it.
    wide, high = lettering.wide, lettering.high
    rings = areas.larger(wide * 0.6, high)
    if not rings.boxes:
        return []
    around, steps = rings.around, 14
    columns = [(i, around.left + around.width * i / steps) for i in range(1, steps)]
    rows = [(j, around.top + around.height * j / steps) for j in range(1, steps)]
    columns = [(i, x) for i, x in columns if frame.left <= x - wide / 2 and x + wide / 2 <= frame.right]
    rows = [(j, y) for j, y in rows if frame.top <= y - high / 2 and y + high / 2 <= frame.bottom]
    # Many points share their line: its edges are looked up once.
    lines = [
        (j, y, rings.crossings(y), (rings.crossings(y - high / 2), rings.crossings(y + high / 2))) for j, y in rows
    ]
    positions = []
    for i, x in columns:
        left, right = x - wide / 2, x + wide / 2
        for j, y, middle, edges in lines:
            if not is_inside(middle, x):
                continue
            out = sum([not is_inside(line, end) for line in edges for end in (left, right)])
            if strict and out:
                continue
            box = Rectangle(left, y - high / 2, right, y + high / 2)
            off = abs(i / steps - 0.5) + abs(j / steps - 0.5)
            positions.append(Position(box, "middle", 20.0 * off + 8.0 * out))
    return sorted(positions, key=lambda position: position.cost)


def _on_water(at: Point, lettering: Lettering, base_map: BaseMap, frame: Rectangle) -> list[Position]:
    """Positions for the label of a sea or lake, on the water and near a given point."""
    lakes, land = base_map.waters, base_map.everywhere
    is_lake = lakes.hold(at)
    if is_lake:
        lakes = lakes.larger(lettering.wide * 0.4, lettering.high)
    if not lakes.boxes if is_lake else land.hold(at):
        return []
    positions = around_centre(at, lettering.wide, lettering.high, 6.0, frame, 2.0)
    if is_lake:
        return [position for position in positions if lakes.hold(position.box.centre)]
    return [
        s for s in positions if not any(land.hold((x, y)) for x in _thirds(s.box) for y in (s.box.top, s.box.bottom))
    ]


def _thirds(box: Rectangle) -> list[float]:
    return [box.left + box.width * i / 3 for i in range(4)]
