"""What a window of the sheet shows of lines and areas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import hypot

from course_reader.maps.projection import Box, Point, box_of

Line = list[Point]


def clipped_area(ring: Line, window: Box) -> Line:
    """The part of an area in a window (Sutherland and Hodgman); parts may hang together along its edge."""
    sides: list[tuple[Callable[[Point], bool], Callable[[Point, Point], Point]]] = [
        (lambda p: p[0] >= window.left, lambda a, b: _at_x(a, b, window.left)),
        (lambda p: p[0] <= window.right, lambda a, b: _at_x(a, b, window.right)),
        (lambda p: p[1] >= window.top, lambda a, b: _at_y(a, b, window.top)),
        (lambda p: p[1] <= window.bottom, lambda a, b: _at_y(a, b, window.bottom)),
    ]
    for inside, cut in sides:
        kept: Line = []
        for at, point in enumerate(ring):
            before = ring[at - 1]
            if inside(point) != inside(before):
                kept.append(cut(before, point))
            if inside(point):
                kept.append(point)
        ring = kept
        if not ring:
            break
    return ring


def _at_x(a: Point, b: Point, x: float) -> Point:
    return x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def _at_y(a: Point, b: Point, y: float) -> Point:
    return a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y


def clipped_line(line: Line, window: Box) -> Iterator[Line]:
    """The parts of a line in a window (Liang and Barsky, stretch by stretch)."""
    part: Line = []
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


def stretch(a: Point, b: Point, window: Box) -> tuple[Point, Point] | None:
    """The part of a stretch in a window; None if it passes by."""
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


def thinned(line: Line, least: float) -> Line:
    """A line without the points that nobody sees: those nearer than `least` to the line without them.

    Which points stay depends on the line alone, so that two areas keep the line between them.
    """
    if len(line) < 3:
        return line
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        start, end = spans.pop()
        if end - start < 2:
            continue
        far, at = _furthest(line, start, end)
        if far > least:
            keep.add(at)
            spans += [(start, at), (at, end)]
    return [line[i] for i in sorted(keep)]


def _furthest(line: Line, start: int, end: int) -> tuple[float, int]:
    (ax, ay), (bx, by) = line[start], line[end]
    dx, dy = bx - ax, by - ay
    length = hypot(dx, dy)
    far, at = -1.0, start
    for i in range(start + 1, end):
        x, y = line[i][0] - ax, line[i][1] - ay
        away = abs(dx * y - dy * x) / length if length else hypot(x, y)
        if away > far:
            far, at = away, i
    return far, at


class Areas:
    """Rings to ask whether a point lies in them; points that nobody sees are left out."""

    def __init__(self, rings: list[Line]) -> None:
        thin = [line for ring in rings if len(line := thinned(ring, 1.0)) > 2]
        self.boxes = [(box_of(ring), ring) for ring in thin]

    @property
    def around(self) -> Box:
        """The box around all of them."""
        return box_of([corner for box, _ in self.boxes for corner in ((box.left, box.top), (box.right, box.bottom))])

    def larger(self, wide: float, high: float) -> Areas:
        """Those whose box is at least so wide and high."""
        found = Areas([])
        found.boxes = [(box, ring) for box, ring in self.boxes if box.width >= wide and box.height >= high]
        return found

    def hold(self, point: Point) -> bool:
        """Whether a point lies in an area; a ring in a ring is a hole."""
        return sum(_inside(point, ring) for box, ring in self.boxes if box.holds(point)) % 2 == 1


def _inside(point: Point, ring: Line) -> bool:
    x, y = point
    within = False
    for at, (x1, y1) in enumerate(ring):
        x0, y0 = ring[at - 1]
        if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
            within = not within
    return within


def size(ring: Line) -> float:
    """The area of a ring."""
    return abs(sum(ring[i - 1][0] * y - x * ring[i - 1][1] for i, (x, y) in enumerate(ring))) / 2


def path(lines: list[Line], *, closed: bool) -> str:
    """Lines as the `d` of an SVG path, in tenths of a unit."""
    words = []
    for line in lines:
        at = (_tenths(line[0][0]), _tenths(line[0][1]))
        steps = []
        for x, y in line[1:]:
            now = (_tenths(x), _tenths(y))
            if now != at:
                steps.append(f"{_spell(now[0] - at[0])} {_spell(now[1] - at[1])}")
                at = now
        if steps:
            start = f"M{_spell(_tenths(line[0][0]))} {_spell(_tenths(line[0][1]))}"
            words.append(f"{start}l{' '.join(steps)}{'z' if closed else ''}")
    return "".join(words)


def _tenths(value: float) -> int:
    return round(value * 10)


def _spell(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"
