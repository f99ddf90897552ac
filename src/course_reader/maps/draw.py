"""Draws a map of places: base map, symbols, labels, scale bar, and a second map for distant places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course_reader.maps import description
from course_reader.maps.base_map import BaseMap, Surveyor, View
from course_reader.maps.costs import Obstacles, crowd
from course_reader.maps.extent import LEAST, NARROW, Extent, exactly, scale_bar, window
from course_reader.maps.inset import GAP, beside
from course_reader.maps.labels import width
from course_reader.maps.look import SCREEN, Look
from course_reader.maps.panel import Panel
from course_reader.maps.panel_labels import draw_labels
from course_reader.maps.pen import Pen
from course_reader.maps.projection import Point, Rectangle
from course_reader.maps.shapes import Polyline, size
from course_reader.maps.spots import Drawn, Spot, split
from course_reader.maps.waters import WATERS

#: the least and greatest height of a map, in parts of its width
WIDE, TALL = (0.52, 0.78), (0.75, 1.3)

#: A second map is drawn if a map of all places would be at least this many times wider than the first.
_WIDER = 2.0


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
        """The places without a label, for lack of room."""
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
        spots: The places; without an extent, at least one.
        units: The width of the drawing in units; up to `NARROW` it is meant for a telephone.
        look: Font sizes and fonts.
        extent: The stretch of the globe to show; by default, that of the places.
        second: Whether places far from the others get a second, smaller map.
        title: Replaces the title made from the places.
        key: The prefix of all ids in the drawing; each drawing on a page needs another one.
        least: The least width to show, in kilometres.
        heights: The least and greatest height, in parts of the width.

    Raises:
        ValueError: there are neither places nor an extent.

    >>> drawing = draw([Spot("yerevan", "Yerevan", 40.18, 44.51), Spot("baku", "Baku", 40.38, 49.89)], units=560)
    >>> drawing.title, drawing.width, drawing.nameless
    ('Map of Baku and Yerevan', 560, ())
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
    views = beside(first, core, far, units) if far else [first]
    base_maps = [Surveyor(view).base_map() for view in views]
    bottom = max(view.frame.bottom for view in views)
    pen = Pen(look)
    panels: list[Panel] = []
    for at, view in enumerate(views):
        others = [v.frame for v in views if v is not view and at == 0 and v.frame.meets(view.frame)]
        here = core if at == 0 else far
        panel = Panel(view, tuple(here), base_maps[at])
        _fill(panel, others, views[0] if at else None, pen, look if at == 0 else _smaller(look))
        panels.append(panel)
    named = title or description.title(core)
    described = description.described(core, far, _countries(panels[0]), _waters(panels[0].view))
    svg = pen.svg(units, bottom, key, named, described)
    return Drawing(svg, units, bottom, named, described, tuple(panels))


def _smaller(look: Look) -> Look:
    return Look(look.name - 0.5, look.other - 0.5, look.context - 1.0, look.face, look.run, look.grey)


def _fill(panel: Panel, panels: Sequence[Rectangle], first: View | None, pen: Pen, look: Look) -> None:
    """Draw one map, with its labels clear of the other panels."""
    view, base_map, spots = panel.view, panel.base_map, panel.spots
    named = {spot.name.casefold() for spot in spots if spot.drawn is Drawn.COUNTRY}
    pen.base_map(view.frame, base_map, named)
    obstacles = Obstacles(view.frame.grown(-3), list(panels), crowded=crowd(_line_points(base_map), view.frame))
    panel.bar = scale_bar(view, 48.0, max(100.0, min(125.0, view.frame.width * 0.4)))
    if panel.bar:
        obstacles.taken.append(_bar(panel, panel.bar, spots, panels, pen, look))
    if first is not None:
        pen.extent(_outline(view, first))
    points = [spot for spot in spots if not spot.drawn.is_area]
    obstacles.points = [view.to(*spot.at) for spot in points]
    obstacles.taken += [pen.symbol(spot, at) for spot, at in zip(points, obstacles.points, strict=True)]
    draw_labels(panel, obstacles, pen, look)


def _outline(view: View, first: View) -> Polyline:
    """The frame of the first map, projected onto the second."""
    box, steps = first.window, [i / 8 for i in range(8)]
    rim = [(box.left + box.width * s, box.top) for s in steps]
    rim += [(box.right, box.top + box.height * s) for s in steps]
    rim += [(box.right - box.width * s, box.bottom) for s in steps]
    rim += [(box.left, box.bottom - box.height * s) for s in steps]
    return [view.to(*at) for point in rim if (at := first.projection.back(*point))]


def _line_points(base_map: BaseMap) -> list[Point]:
    lines = [*base_map.borders, *base_map.disputed, *base_map.coasts]
    return [point for line in lines for point in line]


def _bar(
    panel: Panel, bar: tuple[float, float], spots: Sequence[Spot], panels: Sequence[Rectangle], pen: Pen, look: Look
) -> Rectangle:
    """Draw the scale bar in the emptier lower corner."""
    frame, letters = panel.view.frame, look.context
    wide, high = bar[1] + width(f"{bar[0]:,.0f} km", letters) * look.run, letters + 10.0
    points = [panel.view.to(*spot.at) for spot in spots]
    boxes = []
    for left in (frame.left + GAP, frame.right - GAP - wide):
        box = Rectangle(left, frame.bottom - GAP - high, left + wide, frame.bottom - GAP)
        near = sum(box.grown(20).holds(point) for point in points) + 10 * sum(box.meets(other) for other in panels)
        boxes.append((near, left, box))
    box = min(boxes)[2]
    pen.scale(box, bar, letters)
    return box.grown(3)


def _countries(panel: Panel) -> list[str]:
    """The countries with more than a strip along the edge."""
    frame = panel.view.frame
    least = frame.width * frame.height * 0.004
    return sorted(name for name, rings in panel.base_map.land.items() if sum(map(size, rings)) >= least)


def _waters(view: View) -> list[str]:
    seen = [name for name, places in WATERS if any(view.shows(*at) for at in places)]
    return [name if name.startswith("Lake") else f"the {name}" for name in seen]
