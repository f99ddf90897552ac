"""Lines and areas: clipping them to a window, thinning them, asking for points in them, writing them as paths."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from math import hypot

from course_reader.maps.projection import Point, Rectangle, bounding_box

Polyline = list[Point]

#: the height, in units, of the bands in which areas look for edges across a horizontal line
_BAND = 8.0


def clipped_area(ring: Polyline, window: Rectangle) -> Polyline:
    """The part of an area in a window (Sutherland and Hodgman); parts may be connected along its edge."""
    left, top, right, bottom = window.left, window.top, window.right, window.bottom
    sides: list[tuple[Callable[[Polyline], list[bool]], Callable[[Point, Point], Point]]] = [
        (lambda line: [x >= left for x, _ in line], lambda a, b: _at_x(a, b, left)),
        (lambda line: [x <= right for x, _ in line], lambda a, b: _at_x(a, b, right)),
        (lambda line: [y >= top for _, y in line], lambda a, b: _at_y(a, b, top)),
        (lambda line: [y <= bottom for _, y in line], lambda a, b: _at_y(a, b, bottom)),
    ]
    for inside, cut in sides:
        within = inside(ring)
        if all(within):
            continue
        if not any(within):
            return []
        kept: Polyline = []
        before, was_within = ring[-1], within[-1]
        for point, is_within in zip(ring, within, strict=True):
            if is_within != was_within:
                kept.append(cut(before, point))
            if is_within:
                kept.append(point)
            before, was_within = point, is_within
        ring = kept
    return ring


def _at_x(a: Point, b: Point, x: float) -> Point:
    return x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def _at_y(a: Point, b: Point, y: float) -> Point:
    return a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y


def clipped_line(line: Polyline, window: Rectangle) -> Iterator[Polyline]:
    """The parts of a line in a window (Liang and Barsky, one stretch at a time)."""
    if all(map(window.holds, line)):
        yield line
        return
    part: Polyline = []
    for a, b in pairwise(line):
        seen = stretch(a, b, window)
        if seen is None:
            if len(part) > 1:
                yield part
            part = []
            continue
        start, end = seen
        if not part or part[-1] != start:
            if len(part) > 1:
                yield part
            part = [start]
        part.append(end)
    if len(part) > 1:
        yield part


def stretch(a: Point, b: Point, window: Rectangle) -> tuple[Point, Point] | None:
    """The part of a straight stretch in a window; None if it misses the window."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    first, last = 0.0, 1.0
    sides = ((-dx, a[0] - window.left), (dx, window.right - a[0]), (-dy, a[1] - window.top), (dy, window.bottom - a[1]))
    for towards, room in sides:
        if towards == 0:
            if room < 0:
                return None
            continue
        t = room / towards
        if towards < 0:
            first = max(first, t)
        else:
            last = min(last, t)
    if first >= last:
        return None
    start = a if first == 0 else (a[0] + first * dx, a[1] + first * dy)
    return start, b if last == 1 else (a[0] + last * dx, a[1] + last * dy)


def thinned(line: Polyline, least: float) -> Polyline:
    """A line without points that make no visible difference: those at most `least` away from it (Douglas and Peucker).

    The result depends on the line alone, so that neighbouring areas keep their common border.
    """
    if len(line) < 3:
        return line
    kept = line[:1]
    start, ends = 0, [len(line) - 1]
    while ends:
        end = ends[-1]
        if end - start > 1:
            (ax, ay), (bx, by) = line[start], line[end]
            dx, dy = bx - ax, by - ay
            length = hypot(dx, dy)
            if length:
                away = [abs(dx * (y - ay) - dy * (x - ax)) / length for x, y in line[start + 1 : end]]
            else:
                away = [hypot(x - ax, y - ay) for x, y in line[start + 1 : end]]
            far = max(away)
            if far > least:
                ends.append(start + 1 + away.index(far))
                continue
        kept.append(line[end])
        start = ends.pop()
    return kept


class Areas:
    """Rings with a fast test for points inside; details too small to be seen are left out."""

    def __init__(self, rings: Iterable[Polyline]) -> None:
        thin = [line for ring in rings if len(line := thinned(ring, 1.0)) > 2]
        self.boxes = [(bounding_box(ring), ring) for ring in thin]
        #: band → the edges that touch it; computed on demand
        self._edges: dict[int, list[tuple[float, float, float, float]]] | None = None
        self._crossed: dict[float, list[float]] = {}

    @classmethod
    def joined(cls, several: Iterable[Areas]) -> Areas:
        """The areas of several objects in one."""
        found = cls([])
        found.boxes = [boxed for areas in several for boxed in areas.boxes]
        return found

    @property
    def around(self) -> Rectangle:
        """The bounding box of all rings."""
        return bounding_box(
            [corner for box, _ in self.boxes for corner in ((box.left, box.top), (box.right, box.bottom))]
        )

    def larger(self, wide: float, high: float) -> Areas:
        """The areas whose bounding box has at least this width and height."""
        found = Areas([])
        found.boxes = [(box, ring) for box, ring in self.boxes if box.width >= wide and box.height >= high]
        # If all areas are large enough, their known edges can be used again.
        return found if len(found.boxes) < len(self.boxes) else self

    def hold(self, point: Point) -> bool:
        """Whether a point is inside an area; a ring in a ring is a hole."""
        x, y = point
        return is_inside(self.crossings(y), x)

    def crossings(self, y: float) -> list[float]:
        """Where a horizontal line crosses the edges, from left to right: many queries share their y."""
        crossed = self._crossed.get(y)
        if crossed is None:
            crossed = self._crossed[y] = self._crossings(y)
        return crossed

    def _crossings(self, y: float) -> list[float]:
        if self._edges is None:
            self._edges = _banded([ring for _, ring in self.boxes])
        edges = self._edges.get(int(y // _BAND), ())
        return sorted(x0 + (x1 - x0) * (y - y0) / (y1 - y0) for x0, y0, x1, y1 in edges if (y0 > y) != (y1 > y))


def is_inside(crossed: list[float], x: float) -> bool:
    """Whether a point of a horizontal line is inside, given where the line crosses edges."""
    # From inside, a line to the right crosses an odd number of edges.
    return (len(crossed) - bisect_right(crossed, x)) % 2 == 1


def _banded(rings: list[Polyline]) -> dict[int, list[tuple[float, float, float, float]]]:
    """The edges of rings, grouped by the bands that they touch."""
    bands: defaultdict[int, list[tuple[float, float, float, float]]] = defaultdict(list)
    for ring in rings:
        x0, y0 = ring[-1]
        band0 = int(y0 // _BAND)
        for x1, y1 in ring:
            band1 = int(y1 // _BAND)
            edge = x0, y0, x1, y1
            if band0 == band1:
                bands[band0].append(edge)
            else:
                for band in range(min(band0, band1), max(band0, band1) + 1):
                    bands[band].append(edge)
            x0, y0, band0 = x1, y1, band1
    return bands


def size(ring: Polyline) -> float:
    """The area of a ring."""
    return abs(sum([x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*ring[-1:], *ring])])) / 2


def path(lines: list[Polyline], *, closed: bool) -> str:
    """Lines as the `d` of an SVG path, rounded to tenths of a unit.

    >>> path([[(1.04, 2.0), (3.0, 2.26)]], closed=False)
    'M1 2l2 0.3'
    """
    words = []
    for line in lines:
        corners = [(round(x * 10), round(y * 10)) for x, y in line]
        steps = [
            f"{_tenths(x1 - x0)} {_tenths(y1 - y0)}" for (x0, y0), (x1, y1) in pairwise(corners) if (x0, y0) != (x1, y1)
        ]
        if steps:
            x, y = corners[0]
            words.append(f"M{_tenths(x)} {_tenths(y)}l{' '.join(steps)}{'z' if closed else ''}")
    return "".join(words)


@lru_cache(maxsize=1024)
def _tenths(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"
