"""A map from places: the ground, the symbols, the names, a scale, and a second map for what lies far off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from course_reader.maps import words
from course_reader.maps.base import Ground, Surveyor, View
from course_reader.maps.costs import Room, crowd
from course_reader.maps.labels import Name, Stand, around_centre, around_point, width
from course_reader.maps.look import SCREEN, Look
from course_reader.maps.pen import Pen, Words
from course_reader.maps.placing import place, place_last
from course_reader.maps.projection import Box, Point
from course_reader.maps.shapes import Areas, Line, size
from course_reader.maps.sheet import LEAST, NARROW, Extent, corner, exactly, moved, scale_bar, taller, window
from course_reader.maps.spots import Drawn, Spot, split
from course_reader.maps.waters import WATERS

#: how high a map is, in parts of its width: at least, and at most
WIDE, TALL = (0.52, 0.78), (0.75, 1.3)

#: The second map: its width in parts of the first, in units at least, and its own heights.
_SECOND, _SECOND_LEAST, _SECOND_HEIGHTS = 0.36, 235.0, (0.55, 0.8)

_GAP = 10.0

#: A second map pays if one map of all places would be so much wider than the first.
_WIDER = 2.0

#: How much the first map grows for the second, up and down in parts of its height; what the second may cover.
_ROOM, _COVERED = ((0.0, 0.0), (0.1, 0.0), (0.0, 0.1), (0.2, 0.0), (0.0, 0.2), (0.3, 0.0), (0.0, 0.3)), 0.05

#: the cost of the name of a region that stands wholly in another country
_ABROAD = 60.0

#: the space between letters of names of areas, in sizes of a letter
_COUNTRY_SPACE, _REGION_SPACE = 0.14, 0.06


@dataclass(slots=True)
class Panel:
    """A map of a drawing, as it was drawn."""

    view: View
    spots: tuple[Spot, ...]
    ground: Ground
    #: place → where its name stands; who is not here found no room
    names: dict[str, Box] = field(default_factory=dict)
    #: every name that is drawn, of countries and seas too
    boxes: list[Box] = field(default_factory=list)
    #: kilometres and units of the scale bar
    bar: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map as SVG."""

    svg: str
    width: float
    height: float
    title: str
    description: str
    panels: tuple[Panel, ...]

    @property
    def nameless(self) -> tuple[str, ...]:
        """The places whose names found no room."""
        return tuple(spot.id for panel in self.panels for spot in panel.spots if spot.id not in panel.names)


def draw(
    spots: Sequence[Spot],
    *,
    units: float = 720.0,
    look: Look = SCREEN,
    extent: Extent | None = None,
    second: bool = True,
    title: str = "",
    key: str = "map",
    least: float = LEAST,
    heights: tuple[float, float] | None = None,
) -> Drawing:
    """Draw a map.

    Args:
        spots: The places, at least one; without an extent, they decide what is shown.
        units: How wide the drawing is, in units; below `NARROW` it is made for a telephone.
        look: Sizes and faces.
        extent: The stretch of the globe that is shown; found from the places if not given.
        second: Whether places far from the others get a second, smaller map.
        title: Overrides the title made from the places.
        key: Begins the ids in the drawing: two drawings on a page need two.
        least: Kilometres from left to right that are shown at least.
        heights: Least and greatest height in parts of the width.

    Raises:
        ValueError: without places and extent.
    """
    if not spots and extent is None:
        raise ValueError("a map needs a place or an extent")
    spots = sorted(spots, key=lambda spot: (spot.name, spot.id))
    high = heights or (WIDE if units > NARROW else TALL)
    if extent:
        first = exactly(extent, units, high)
        core = [spot for spot in spots if first.shows(*spot.at)]
        far = [spot for spot in spots if not first.shows(*spot.at)] if second else []
    else:
        core, far = split(spots) if second else (list(spots), [])
        first = window(core, units, high, least)
    if far and extent is None:
        both = window([*core, *far], units, high, least)
        if both.window.width < _WIDER * first.window.width:
            core, far, first = [*core, *far], [], both
    views = _beside(first, core, far, units) if far else [first]
    grounds = [Surveyor(view).ground() for view in views]
    bottom = max(view.frame.bottom for view in views)
    pen = Pen(look)
    panels: list[Panel] = []
    for at, view in enumerate(views):
        others = [v.frame for v in views if v is not view and at == 0 and v.frame.meets(view.frame)]
        here = core if at == 0 else far
        panel = Panel(view, tuple(here), grounds[at])
        _fill(panel, others, views[0] if at else None, pen, look if at == 0 else _smaller(look))
        panels.append(panel)
    named = title or words.title(core)
    told = words.described(core, far, _countries(panels[0]), _waters(panels[0].view))
    svg = pen.svg(units, bottom, key, named, told)
    return Drawing(svg, units, bottom, named, told, tuple(panels))


def _smaller(look: Look) -> Look:
    return Look(look.name - 0.5, look.other - 0.5, look.context - 1.0, look.face, look.run, look.grey)


def _beside(first: View, core: Sequence[Spot], far: Sequence[Spot], units: float) -> list[View]:
    """The first map, and one of what lies far off: in a corner, for which the first may grow a little; else below."""
    spots = [*far, *core]
    if units > NARROW:
        small = window(spots, round(max(units * _SECOND, _SECOND_LEAST)), _SECOND_HEIGHTS)
        for up, down in _ROOM:
            view = taller(first, up, down)
            cost = _covered(view, core)
            box = corner(view.frame, small.frame.width, small.frame.height, cost, _GAP, _COVERED)
            if box:
                return [view, moved(small, box.left, box.top)]
    return [first, moved(window(spots, units, (0.4, 0.7)), 0.0, first.frame.bottom + _GAP)]


def _covered(view: View, core: Sequence[Spot]) -> Callable[[Box], float]:
    """What a panel would cover: 1 for each point, parts of 1 for names of areas and for land that the map is about.

    Of what is too much anyway only a part is told: land is looked at last, for it takes longest.
    """
    points = [view.to(*spot.at) for spot in core if not spot.drawn.is_area]
    names = [view.to(*spot.at) for spot in core if spot.drawn.is_area]
    wanted = {spot.name.casefold() for spot in core if spot.drawn is Drawn.COUNTRY}

    @cache
    def land() -> Areas:
        surveyor = Surveyor(view)
        countries = [country for country in surveyor.source.countries if country.name.casefold() in wanted]
        return Areas(ring for rings in surveyor.land(countries).values() for ring in rings)

    def cost(box: Box) -> float:
        near = box.grown(24.0)
        covered = sum(near.holds(at) for at in points) + 0.02 * sum(box.holds(at) for at in names)
        if covered > _COVERED:
            return covered
        steps = [(i + 0.5) / 12 for i in range(12)]
        inner = [(box.left + box.width * i, box.top + box.height * j) for i in steps for j in steps]
        return covered + 4 * sum(land().hold(at) for at in inner) / len(inner)

    return cost


def _fill(panel: Panel, panels: Sequence[Box], first: View | None, pen: Pen, look: Look) -> None:
    """Draw a map: its ground, its scale, its symbols and its names, off the other panels."""
    view, ground, spots = panel.view, panel.ground, panel.spots
    named = {spot.name.casefold() for spot in spots if spot.drawn is Drawn.COUNTRY}
    pen.ground(view.frame, ground, named)
    room = Room(view.frame.grown(-3), list(panels), crowded=crowd(_soft(ground), view.frame))
    panel.bar = scale_bar(view, 48.0, max(100.0, min(125.0, view.frame.width * 0.4)))
    if panel.bar:
        room.taken.append(_bar(panel, panel.bar, spots, panels, pen, look))
    if first is not None:
        pen.extent(_outline(view, first))
    points = [spot for spot in spots if not spot.drawn.is_area]
    room.points = [view.to(*spot.at) for spot in points]
    room.taken += [pen.symbol(spot, at) for spot, at in zip(points, room.points, strict=True)]
    _names(panel, room, pen, look)


def _outline(view: View, first: View) -> Line:
    """The frame of the first map, as the second shows it."""
    box, steps = first.window, [i / 8 for i in range(8)]
    rim = [(box.left + box.width * s, box.top) for s in steps]
    rim += [(box.right, box.top + box.height * s) for s in steps]
    rim += [(box.right - box.width * s, box.bottom) for s in steps]
    rim += [(box.left, box.bottom - box.height * s) for s in steps]
    return [view.to(*at) for point in rim if (at := first.projection.back(*point))]


def _soft(ground: Ground) -> list[Point]:
    lines = [*ground.borders, *ground.disputed, *ground.coasts]
    return [point for line in lines for point in line]


def _bar(
    panel: Panel, bar: tuple[float, float], spots: Sequence[Spot], panels: Sequence[Box], pen: Pen, look: Look
) -> Box:
    """Draw the scale in the lower corner that is freer."""
    frame, letters = panel.view.frame, look.context
    wide, high = bar[1] + width(f"{bar[0]:,.0f} km", letters) * look.run, letters + 10.0
    points = [panel.view.to(*spot.at) for spot in spots]
    boxes = []
    for left in (frame.left + _GAP, frame.right - _GAP - wide):
        box = Box(left, frame.bottom - _GAP - high, left + wide, frame.bottom - _GAP)
        near = sum(box.grown(20).holds(point) for point in points) + 10 * sum(box.meets(other) for other in panels)
        boxes.append((near, left, box))
    box = min(boxes)[2]
    pen.scale(box, bar, letters)
    return box.grown(3)


def _names(panel: Panel, room: Room, pen: Pen, look: Look) -> None:
    """Find room for all names: of regions first, which cannot stand off, of points, of what lies around, of water."""
    wanted: list[tuple[Name, Words, Spot | None]] = []
    order = {Drawn.REGION: 0, Drawn.COUNTRY: 2}
    for spot in sorted(panel.spots, key=lambda s: (order.get(s.drawn, 1), s.id)):
        said = _said(spot, look)
        point = None if spot.drawn.is_area else panel.view.to(*spot.at)
        wanted.append((Name(spot.id, _stands(spot, said, panel, room), point), said, spot))
    shown = {spot.name.casefold() for spot in panel.spots}
    for name in panel.ground.land:
        if name.casefold() not in shown:
            said = Words((name.upper(),), ("map-context",), (look.context,), _COUNTRY_SPACE, look.run)
            stands = _within(panel.ground.countries[name.casefold()], said, room.frame, strict=True)
            wanted.append((Name(name, stands), said, None))
    for name, places in WATERS:
        said = Words((name,), ("map-water",), (look.context,), _REGION_SPACE, look.run)
        seen = [panel.view.to(*at) for at in places if panel.view.shows(*at)]
        stands = [stand for at in seen for stand in _on_water(at, said, panel.ground, room.frame)]
        wanted.append((Name(name, stands), said, None))
    place([name for name, _, _ in wanted], room)
    named = {spot.name.casefold() for spot in panel.spots if spot.drawn is Drawn.COUNTRY}
    home = Areas.joined(land for name, land in panel.ground.countries.items() if name in named)
    shorter = {
        at: _shorter(whose, panel, room, look)
        for at, (found, _, whose) in enumerate(wanted)
        if found.stand is None and whose and whose.other
    }
    place_last([name for name, _, _ in shorter.values()], [name for name, _, _ in wanted], room)
    wanted = [shorter.get(at, one) for at, one in enumerate(wanted)]
    for found, said, whose in wanted:
        if found.stand is None:
            continue
        panel.boxes.append(found.stand.box)
        if whose:
            panel.names[whose.id] = found.stand.box
        pen.name(said, found.stand, whose, on_named=home.hold(found.stand.box.centre))


def _shorter(spot: Spot, panel: Panel, room: Room, look: Look) -> tuple[Name, Words, Spot]:
    """A name that found no room, without the second one, for which there may be some."""
    said = _said(replace(spot, other=""), look)
    point = None if spot.drawn.is_area else panel.view.to(*spot.at)
    return Name(spot.id, _stands(spot, said, panel, room), point), said, spot


def _said(spot: Spot, look: Look) -> Words:
    """The lines of a place's name."""
    if spot.drawn is Drawn.COUNTRY:
        return Words((spot.name.upper(),), ("map-country",), (look.name,), _COUNTRY_SPACE, look.run)
    kind, space = ("map-region", _REGION_SPACE) if spot.drawn is Drawn.REGION else ("map-name", 0.0)
    if spot.other:
        return Words((spot.name, spot.other), (kind, "map-other"), (look.name, look.other), space, look.run)
    return Words((spot.name,), (kind,), (look.name,), space, look.run)


def _stands(spot: Spot, said: Words, panel: Panel, room: Room) -> list[Stand]:
    at = panel.view.to(*spot.at)
    if spot.drawn is Drawn.COUNTRY:
        land = panel.ground.countries.get(spot.name.casefold(), Areas([]))
        found = _within(land, said, room.frame, strict=False)
        return found or around_centre(at, said.wide, said.high, 8.0, room.frame)
    if spot.drawn is Drawn.REGION:
        # The name of a region has no business in another country.
        home = next((land for land in panel.ground.countries.values() if land.hold(at)), None)
        stands = around_centre(at, said.wide, said.high, 7.0, room.frame)
        return [replace(s, cost=s.cost + _abroad(s.box, home)) for s in stands] if home else stands
    return around_point(at, said.wide, said.high, 7.0, room.frame)


def _abroad(box: Box, home: Areas) -> float:
    """The cost of a name that leaves its country."""
    return _ABROAD * sum(not home.hold((x, y)) for x in _thirds(box) for y in (box.top, box.bottom)) / 8


def _within(areas: Areas, said: Words, frame: Box, *, strict: bool) -> list[Stand]:
    """Stands for the name of a country on its land, the middle of what is seen of it first."""
    # An area that is too small for the name is no use.
    wide, high = said.wide, said.high
    rings = areas.larger(wide * 0.6, high)
    if not rings.boxes:
        return []
    around, steps = rings.around, 14
    columns = [(i, around.left + around.width * i / steps) for i in range(1, steps)]
    rows = [(j, around.top + around.height * j / steps) for j in range(1, steps)]
    columns = [(i, x) for i, x in columns if frame.left <= x - wide / 2 and x + wide / 2 <= frame.right]
    rows = [(j, y) for j, y in rows if frame.top <= y - high / 2 and y + high / 2 <= frame.bottom]
    stands = []
    for i, x in columns:
        for j, y in rows:
            if not rings.hold((x, y)):
                continue
            box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            ends = ((box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom))
            out = sum(not rings.hold(end) for end in ends)
            if strict and out:
                continue
            off = abs(i / steps - 0.5) + abs(j / steps - 0.5)
            stands.append(Stand(box, "middle", 20.0 * off + 8.0 * out))
    return sorted(stands, key=lambda stand: stand.cost)


def _on_water(at: Point, said: Words, ground: Ground, frame: Box) -> list[Stand]:
    """Stands for the name of a sea or lake: on it, near the point where it belongs."""
    lakes, land = ground.waters, ground.everywhere
    is_lake = lakes.hold(at)
    if is_lake:
        lakes = lakes.larger(said.wide * 0.4, said.high)
    if not lakes.boxes if is_lake else land.hold(at):
        return []
    stands = around_centre(at, said.wide, said.high, 6.0, frame, 2.0)
    if is_lake:
        return [stand for stand in stands if lakes.hold(stand.box.centre)]
    return [s for s in stands if not any(land.hold((x, y)) for x in _thirds(s.box) for y in (s.box.top, s.box.bottom))]


def _thirds(box: Box) -> list[float]:
    return [box.left + box.width * i / 3 for i in range(4)]


def _countries(panel: Panel) -> list[str]:
    """The countries of which more than an edge is seen."""
    frame = panel.view.frame
    least = frame.width * frame.height * 0.004
    return sorted(name for name, rings in panel.ground.land.items() if sum(map(size, rings)) >= least)


def _waters(view: View) -> list[str]:
    seen = [name for name, places in WATERS if any(view.shows(*at) for at in places)]
    return [name if name.startswith("Lake") else f"the {name}" for name in seen]
