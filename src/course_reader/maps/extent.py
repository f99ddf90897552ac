"""The extent of a map: which window of the globe it shows, and the layout of its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from course_reader.maps.base_map import View, outline_points
from course_reader.maps.outlines import outlines
from course_reader.maps.projection import EqualEarth, Point, Rectangle, bounding_box, distance, projection
from course_reader.maps.spots import Drawn, Spot

#: A country up to this size, in kilometres, is shown whole; so is one that the map is about.
_WHOLE = 750.0

#: The least width of a map in kilometres: the outlines are made for maps of 1 : 10,000,000.
LEAST = 320.0

#: A drawing up to this width has its maps below one another.
NARROW = 500.0

#: The margin between places and frame, in parts of the width: room for labels.
_RIM_X, _RIM_Y = 0.1, 0.07


@dataclass(frozen=True, slots=True)
class Extent:
    """A stretch of the globe in degrees; `east` exceeds 180 if it crosses the date line."""

    south: float
    west: float
    north: float
    east: float

    def rim(self) -> list[Point]:
        """Points along its edges."""
        steps = [i / 8 for i in range(9)]
        across, up = self.east - self.west, self.north - self.south
        rows = [(lat, self.west + across * s) for s in steps for lat in (self.south, self.north)]
        return rows + [(self.south + up * s, lon) for s in steps for lon in (self.west, self.east)]


def window(spots: Sequence[Spot], width: float, heights: tuple[float, float], least: float = LEAST) -> View:
    """A view of all places with a margin around them; heights are in parts of the width."""
    points = [point for spot in spots for point in _points(spot)]
    return _view(points, width, heights, (_RIM_X, _RIM_Y), least)


def exactly(extent: Extent, width: float, heights: tuple[float, float]) -> View:
    """A view of exactly this stretch of the globe."""
    return _view(extent.rim(), width, heights, (0.0, 0.0), 0.0)


def _view(
    points: list[Point], width: float, heights: tuple[float, float], rim: tuple[float, float], least: float
) -> View:
    shape = projection(points)
    if isinstance(shape, EqualEarth):
        # A map of the world leaves out nothing but the polar ice.
        points, rim = [(-60.0, 0.0), (84.0, 0.0), (0.0, -180.0), (0.0, 180.0)], (0.0, 0.0)
    content = bounding_box(shape.to(*point) for point in points)
    rim_x, rim_y = rim[0] * width, rim[1] * width
    scales = [width / max(least, 1e-6)]
    if content.width:
        scales.append((width - 2 * rim_x) / content.width)
    if content.height:
        scales.append((heights[1] * width - 2 * rim_y) / content.height)
    scale = min(scales)
    high = min(max(content.height * scale + 2 * rim_y, heights[0] * width), heights[1] * width)
    (x, y), wide = content.centre, width / scale
    view_window = Rectangle(x - wide / 2, y - high / scale / 2, x + wide / 2, y + high / scale / 2)
    return View(shape, view_window, Rectangle(0.0, 0.0, width, round(high)))


def _points(spot: Spot) -> list[Point]:
    """The points of a place that a map must show: the outline of a small country, else its coordinates."""
    points, wide = _country(spot.name) if spot.drawn is Drawn.COUNTRY else ([], 0.0)
    return points if points and (spot.focus or wide <= _WHOLE) else [spot.at]


@lru_cache(maxsize=32)
def _country(name: str) -> tuple[list[Point], float]:
    """Points around a country, none for an unknown one, and its width or height in kilometres."""
    country = outlines().country(name)
    if country is None:
        return [], 0.0
    points = outline_points(country, outlines())
    south, north = min(p[0] for p in points), max(p[0] for p in points)
    west, east = min(p[1] for p in points), max(p[1] for p in points)
    wide = distance(((south + north) / 2, west), ((south + north) / 2, east))
    return points, max(wide, distance((south, west), (north, west)))


def moved(view: View, left: float, top: float) -> View:
    """The view with its frame moved in the drawing."""
    frame = view.frame
    return View(view.projection, view.window, Rectangle(left, top, left + frame.width, top + frame.height))


def taller(view: View, up: float, down: float) -> View:
    """The view extended upwards and downwards, in parts of its height."""
    window, high = view.window, view.frame.height
    more = Rectangle(window.left, window.top - up * window.height, window.right, window.bottom + down * window.height)
    return View(view.projection, more, Rectangle(0.0, 0.0, view.frame.width, high * (1 + up + down)))


def corner(
    frame: Rectangle, wide: float, high: float, cost: Callable[[Rectangle], float], gap: float, most: float
) -> Rectangle | None:
    """The corner of a frame where a panel covers least; None if it covers too much in all of them."""
    lefts, tops = (frame.left + gap, frame.right - gap - wide), (frame.top + gap, frame.bottom - gap - high)
    corners = ((lefts[0], tops[0]), (lefts[1], tops[1]), (lefts[1], tops[0]), (lefts[0], tops[1]))
    boxes = [Rectangle(left, top, left + wide, top + high) for left, top in corners]
    costs = [cost(box) for box in boxes]
    least = min(costs)
    return boxes[costs.index(least)] if least <= most else None


def scale_bar(view: View, least: float, most: float) -> tuple[float, float] | None:
    """Length of a scale bar in kilometres and units; None if the scale varies too much."""
    if not view.projection.is_even:
        return None
    for power in range(4, -1, -1):
        for step in (5, 2, 1):
            length = step * 10.0**power
            if least <= length * view.scale <= most:
                return length, length * view.scale
    return None
