"""The candidate positions of labels, each with its cost.

The label of a point goes beside it, or further away with a thin line; the label of an area goes inside it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from math import cos, hypot, inf, radians, sin

from course_reader.maps.projection import Point, Rectangle

#: Advance widths of Helvetica, in thousandths of its size; common screen fonts are close to them.
_WIDTHS = {
    **dict.fromkeys("ijl'‘’|", 222),
    **dict.fromkeys(" ft/.,:;I!", 278),
    **dict.fromkeys("r-()", 333),
    **dict.fromkeys("ckszvxyJ", 500),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("ABEKPSVXYəƏ", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM—", 833),
    **dict.fromkeys("W", 944),
}
_OTHER = 556

#: the cost of each step away from the point
_STEP = 2.5


def width(text: str, size: float, spacing: float = 0.0) -> float:
    """The width of a text in units; `size` is in units, `spacing` in parts of the size."""
    total = 0
    for letter in text:
        base = unicodedata.normalize("NFD", letter)[0]
        total += _WIDTHS.get(base, _OTHER if ord(base) < 0x250 else 620)
    return total / 1000 * size + len(text) * spacing * size


@dataclass(frozen=True, slots=True)
class Position:
    """A candidate position of a label."""

    box: Rectangle
    #: how its lines are aligned: start, middle or end
    anchor: str
    cost: float
    #: the line from the point to a label that is not next to it
    leader: tuple[Point, Point] | None = None


@dataclass(slots=True)
class Label:
    """A name that needs a position."""

    key: str
    positions: list[Position]
    #: the point that it names; None for an area
    point: Point | None = None
    #: the chosen position; None if there was no room
    position: Position | None = None


def around_point(point: Point, wide: float, high: float, gap: float, frame: Rectangle) -> list[Position]:
    """The positions for the label of a point: right, left, in the corners, above, below; then further away."""
    x, y = point
    near = gap * 0.75
    spots = (
        (x + gap, y - high / 2, "start", 0.0),
        (x - gap - wide, y - high / 2, "end", 2.0),
        (x + near, y - near - high, "start", 1.0),
        (x + near, y + near, "start", 1.5),
        (x - near - wide, y - near - high, "end", 3.0),
        (x - near - wide, y + near, "end", 3.5),
        (x - wide / 2, y - gap - high, "middle", 4.0),
        (x - wide / 2, y + gap, "middle", 4.5),
    )
    positions = [
        Position(Rectangle(left, top, left + wide, top + high), anchor, cost) for left, top, anchor, cost in spots
    ]
    for ring in range(1, 9):
        away = gap + 9.0 * ring
        cost = 6.0 + ring * _STEP
        positions += [_far(point, away, turn, wide, high, gap, cost) for turn in range(0, 360, 20)]
    return [position for position in positions if position.box.within(frame)]


def _far(point: Point, away: float, turn: int, wide: float, high: float, gap: float, cost: float) -> Position:
    dx, dy = cos(radians(turn)), sin(radians(turn))
    end = (point[0] + dx * away, point[1] + dy * away)
    anchor = "start" if dx > 0.3 else "end" if dx < -0.3 else "middle"
    left = {"start": end[0], "end": end[0] - wide, "middle": end[0] - wide / 2}[anchor]
    top = end[1] - high / 2 + dy * high / 2
    tip = (end[0] - dx * 1.5, end[1] - dy * 1.5)
    start = (point[0] + dx * gap * 0.7, point[1] + dy * gap * 0.7)
    return Position(Rectangle(left, top, left + wide, top + high), anchor, cost, (start, tip))


def around_centre(
    point: Point, wide: float, high: float, step: float, frame: Rectangle, most: float = inf
) -> list[Position]:
    """The positions for the label of an area: on or near a point, the nearest first.

    `most` limits the distance between the point and the edges of the label, in units.
    """
    (x, y), steps = point, range(-6, 7)
    columns = [(i, x + i * step - wide / 2, x + i * step + wide / 2) for i in steps]
    rows = [(j, y + j * step - high / 2, y + j * step + high / 2) for j in steps]
    positions = [
        Position(Rectangle(left, top, right, bottom), "middle", hypot(i, j) * step * 0.45)
        for i, left, right in columns
        if frame.left <= left and right <= frame.right and left - most <= x <= right + most
        for j, top, bottom in rows
        if frame.top <= top and bottom <= frame.bottom and top - most <= y <= bottom + most
    ]
    return sorted(positions, key=lambda position: position.cost)
