"""The base map: land, water and borders in a window of the globe, as lines of a drawing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import compress

from course_reader.maps.outlines import TURNS, Country, Outlines, Ring, outlines, plain
from course_reader.maps.projection import Point, Projection, Rectangle, degrees_around
from course_reader.maps.shapes import Areas, Polyline, clipped_area, clipped_line, size
from course_reader.maps.zooms import level_of, zooms

#: allowance for rounding between the frame and the plane, in kilometres
_ROUNDED = 1e-3

#: details too small to be seen, in units of the drawing
_UNSEEN = 0.42

#: Smaller areas of land and water are left out, in square units.
_LEAST_LAND, _LEAST_WATER = 0.6, 6.0


@dataclass(frozen=True, slots=True)
class View:
    """A window of the map plane, and its place in the drawing."""

    projection: Projection
    #: in kilometres on the plane
    window: Rectangle
    #: in units of the drawing
    frame: Rectangle

    @property
    def scale(self) -> float:
        """Units of the drawing per kilometre."""
        return self.frame.width / self.window.width

    def to(self, latitude: float, longitude: float) -> Point:
        """The position of a point in the drawing."""
        x, y = self.projection.to(latitude, longitude)
        return (
            self.frame.left + (x - self.window.left) * self.scale,
            self.frame.top + (y - self.window.top) * self.scale,
        )

    def shows(self, latitude: float, longitude: float) -> bool:
        """Whether a point is inside the frame."""
        return self.frame.holds(self.to(latitude, longitude))


@dataclass
class BaseMap:
    """The visible lines and areas, in units of the drawing."""

    #: country → its visible rings
    land: dict[str, list[Polyline]] = field(default_factory=dict)
    lakes: list[Polyline] = field(default_factory=list)
    coasts: list[Polyline] = field(default_factory=list)
    borders: list[Polyline] = field(default_factory=list)
    disputed: list[Polyline] = field(default_factory=list)

    @cached_property
    def countries(self) -> dict[str, Areas]:
        """The areas of each country, by its name in lower case."""
        return {name.casefold(): Areas(rings) for name, rings in self.land.items()}

    @cached_property
    def everywhere(self) -> Areas:
        """All land."""
        return Areas.joined(self.countries.values())

    @cached_property
    def waters(self) -> Areas:
        """The areas of the lakes."""
        return Areas(self.lakes)


class Surveyor:
    """Projects the outlines and clips them to a view."""

    def __init__(self, view: View, source: Outlines | None = None) -> None:
        self.view = view
        self.source = source or outlines()
        self.around = degrees_around(view.projection, view.window).grown(0.5)
        #: for each line, whether it may be visible
        self._near = self.source.near(self.source.boxes, self.around)
        self._seen: dict[int, Polyline] = {}
        self._zooms, self._level = zooms(self.source), level_of(_UNSEEN / view.scale)
        self._kilometres = _kilometres(view.projection, self.source, self._level)
        frame, self._scale = view.frame, view.scale
        self._left = frame.left - view.window.left * self._scale
        self._top = frame.top - view.window.top * self._scale
        #: the exact part of the plane inside the frame, in kilometres
        shown = Rectangle(
            (frame.left - self._left) / self._scale,
            (frame.top - self._top) / self._scale,
            (frame.right - self._left) / self._scale,
            (frame.bottom - self._top) / self._scale,
        )
        self._outer, self._inner = shown.grown(_ROUNDED), shown.grown(-_ROUNDED)

    def base_map(self) -> BaseMap:
        """All lines and areas below the places."""
        found = BaseMap(self.land(self.source.countries))
        found.lakes = self.areas(self.source.lakes, _LEAST_WATER)
        found.coasts = self._lines(self.source.coasts, least=3.0)
        found.borders = self._lines(self.source.borders)
        found.disputed = self._lines(self.source.disputed)
        return found

    def land(self, countries: Sequence[Country]) -> dict[str, list[Polyline]]:
        """The visible rings of countries, by the country's name."""
        near = compress(countries, self.source.near([country.box for country in countries], self.around))
        seen = ((country.name, self.areas(country.rings, _LEAST_LAND)) for country in near)
        return {name: rings for name, rings in seen if rings}

    def areas(self, rings: Sequence[Ring], least: float) -> list[Polyline]:
        """The visible rings, clipped to the frame."""
        found = []
        for ring in compress(rings, self.source.near([ring.box for ring in rings], self.around)):
            # A ring without a visible line may still enclose the whole window.
            if not any(self._near[plain(number)] for number in ring.lines) and not self._holds(ring):
                continue
            points = [point for number in ring.lines for point in self._line(number)[:-1]]
            area = clipped_area(points, self.view.frame)
            if len(area) > 2 and size(area) >= least:
                found.append(area)
        return found

    def _holds(self, ring: Ring) -> bool:
        bounds, (x, y) = self.source.bounds(ring), self.around.centre
        return any(bounds.holds((x + turn, y)) for turn in TURNS)

    def _lines(self, numbers: Iterable[int], least: float = 0.0) -> list[Polyline]:
        found: list[Polyline] = []
        for number in numbers:
            if not self._near[number]:
                continue
            line = self._line(number)
            if line[0] == line[-1] and size(line) < least:
                continue
            found += clipped_line(line, self.view.frame)
        return joined(found)

    def _line(self, number: int) -> Polyline:
        """A line in the drawing; only the ends of an invisible one, so that areas keep their shape."""
        line = self._seen.get(plain(number))
        if line is None:
            line = self._seen[plain(number)] = self._drawn(plain(number))
        return line if number >= 0 else line[::-1]

    def _drawn(self, number: int) -> Polyline:
        if not self._near[number]:
            return [self.view.to(*self.source.start(number))] * 2
        places = self._kilometres.get(number)
        if places is None:
            places = self._kilometres[number] = self.view.projection.line(self._zooms.line(number, self._level))
        xs, ys = places[::2], places[1::2]
        if self._is_outside(xs, ys):
            xs, ys = xs[:: len(xs) - 1], ys[:: len(ys) - 1]
        left, top, scale = self._left, self._top, self._scale
        return [(left + x * scale, top + y * scale) for x, y in zip(xs, ys, strict=True)]

    def _is_outside(self, xs: array[float], ys: array[float]) -> bool:
        """Whether a line is entirely beyond one side of the frame, so that it adds no corner to an area."""
        left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
        outer, inner = self._outer, self._inner
        if right < outer.left or outer.right < left:
            return True
        # A line above or below must not reach around a corner.
        return inner.left < left and right < inner.right and (bottom < outer.top or outer.bottom < top)


@lru_cache(maxsize=4)
def _kilometres(shape: Projection, source: Outlines, level: int) -> dict[int, array[float]]:
    """The lines already projected, by number.

    All widths of a map and of its second map share them; those of earlier maps are dropped.
    """
    return {}


def joined(lines: list[Polyline]) -> list[Polyline]:
    """The lines, merged where one ends at the start of the next, so that dashes continue across the cut."""
    found: list[Polyline] = []
    for line in lines:
        if found and found[-1][-1] == line[0]:
            found[-1] = found[-1] + line[1:]
        else:
            found.append(line)
    return found


def outline_points(country: Country, source: Outlines) -> list[tuple[float, float]]:
    """Points around the largest area of a country, as latitude and longitude."""
    ring = max(country.rings, key=lambda ring: _spread(source.bounds(ring)))
    lines = [source.line(number) for number in ring.lines]
    return [point for line in lines for point in line[:: max(1, len(line) // 4)]]


def _spread(box: Rectangle) -> float:
    return box.width * box.height
