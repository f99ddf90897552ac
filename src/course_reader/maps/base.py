"""What lies under the places: land, water and borders of a window of the globe, as paths of a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from course_reader.maps.outlines import Country, Outlines, outlines
from course_reader.maps.projection import Box, Point, Projection, degrees_around
from course_reader.maps.shapes import Line, clipped_area, clipped_line, size, thinned

#: A stretch that is longer, in degrees, gets points in between: what is straight on the globe's grid is not on paper.
_STRETCH = 1.5

#: units of the drawing that nobody sees
_UNSEEN = 0.35

#: Smaller areas of land and water are left out, in square units.
_LEAST_LAND, _LEAST_WATER = 0.6, 6.0


@dataclass(frozen=True, slots=True)
class View:
    """A window of the sheet, and where it stands in the drawing."""

    projection: Projection
    #: kilometres on the sheet
    window: Box
    #: units of the drawing
    frame: Box

    @property
    def scale(self) -> float:
        """Units of the drawing for a kilometre."""
        return self.frame.width / self.window.width

    def to(self, latitude: float, longitude: float) -> Point:
        """The place of a point in the drawing."""
        x, y = self.projection.to(latitude, longitude)
        return (
            self.frame.left + (x - self.window.left) * self.scale,
            self.frame.top + (y - self.window.top) * self.scale,
        )

    def shows(self, latitude: float, longitude: float) -> bool:
        """Whether a point lies in the frame."""
        return self.frame.holds(self.to(latitude, longitude))


@dataclass(slots=True)
class Ground:
    """The lines and areas that are seen, in units of the drawing."""

    #: country → the rings of it that are seen
    land: dict[str, list[Line]] = field(default_factory=dict)
    lakes: list[Line] = field(default_factory=list)
    coasts: list[Line] = field(default_factory=list)
    borders: list[Line] = field(default_factory=list)
    disputed: list[Line] = field(default_factory=list)


class Surveyor:
    """Looks at the outlines through a view."""

    def __init__(self, view: View, source: Outlines | None = None) -> None:
        self.view = view
        self.source = source or outlines()
        self.around = degrees_around(view.projection, view.window).grown(0.5)
        self._seen: dict[int, Line] = {}
        self._scale = view.scale
        self._left = view.frame.left - view.window.left * self._scale
        self._top = view.frame.top - view.window.top * self._scale

    def ground(self) -> Ground:
        """Everything under the places."""
        found = Ground()
        for country in self.source.countries:
            rings = self.areas(country.rings, _LEAST_LAND)
            if rings:
                found.land[country.name] = rings
        found.lakes = self.areas(self.source.lakes, _LEAST_WATER)
        found.coasts = self._lines(self.source.coasts, least=3.0)
        found.borders = self._lines(self.source.borders)
        found.disputed = self._lines(self.source.disputed)
        return found

    def areas(self, rings: Iterable[Sequence[int]], least: float) -> list[Line]:
        """The rings that are seen, cut to the frame."""
        found = []
        for ring in rings:
            # A ring that is seen nowhere may still hold the whole window.
            if not self.source.near(ring, self.around) and not self._holds(ring):
                continue
            points = [point for number in ring for point in self._line(number)[:-1]]
            area = clipped_area(points, self.view.frame)
            if len(area) > 2 and size(area) >= least:
                found.append(area)
        return found

    def _holds(self, ring: Sequence[int]) -> bool:
        bounds, (x, y) = self.source.bounds(ring), self.around.centre
        return any(bounds.holds((x + turn, y)) for turn in (-360.0, 0.0, 360.0))

    def _lines(self, numbers: Iterable[int], least: float = 0.0) -> list[Line]:
        found: list[Line] = []
        for number in numbers:
            if not self.source.near([number], self.around):
                continue
            line = self._line(number)
            if line[0] == line[-1] and size(line) < least:
                continue
            found += clipped_line(line, self.view.frame)
        return joined(found)

    def _line(self, number: int) -> Line:
        """A line in the drawing; of one that cannot be seen only a point, so that areas keep their shape."""
        plain = number if number >= 0 else ~number
        line = self._seen.get(plain)
        if line is None:
            if self.source.near([plain], self.around):
                line = thinned(self._placed(self.source.line(plain)), _UNSEEN)
            else:
                line = [self.view.to(*self.source.start(plain))] * 2
            self._seen[plain] = line
        return line if number >= 0 else line[::-1]

    def _to(self, latitude: float, longitude: float) -> Point:
        x, y = self.view.projection.to(latitude, longitude)
        return self._left + x * self._scale, self._top + y * self._scale

    def _placed(self, points: list[Point]) -> Line:
        line = [self._to(*points[0])]
        for (lat0, lon0), (lat1, lon1) in pairwise(points):
            steps = 1 + int(max(abs(lat1 - lat0), abs(lon1 - lon0)) / _STRETCH)
            line += [
                self._to(lat0 + (lat1 - lat0) * i / steps, lon0 + (lon1 - lon0) * i / steps)
                for i in range(1, steps + 1)
            ]
        return line


def joined(lines: list[Line]) -> list[Line]:
    """Lines with those made one where one ends at the start of the next: a dash does not begin anew at a cut."""
    found: list[Line] = []
    for line in lines:
        if found and found[-1][-1] == line[0]:
            found[-1] = found[-1] + line[1:]
        else:
            found.append(line)
    return found


def reach(country: Country, source: Outlines) -> list[tuple[float, float]]:
    """Where the largest area of a country lies: points around it, as latitude and longitude."""
    ring = max(country.rings, key=lambda ring: _spread(source.bounds(ring)))
    return [point for number in ring for point in source.line(number)[:: max(1, len(source.line(number)) // 4)]]


def _spread(box: Box) -> float:
    return box.width * box.height
