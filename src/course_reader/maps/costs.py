"""The cost of a label's position, on its own and together with another label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from math import hypot

from course_reader.maps.labels import Position
from course_reader.maps.projection import Point, Rectangle, bounding_box
from course_reader.maps.spatial_index import CellRange, SpatialIndex

#: a leader line, from a point to its label
Leader = tuple[Point, Point]

#: the cost of an impossible and of an undesirable position
FORBIDDEN, BAD = 1000.0, 90.0

#: the cost of a label that seems to belong to another point
_MISTAKEN = 35.0

#: how much nearer, in units, a label has to be to its point than to any other
_CLEARLY = 1.5

#: a margin around a label that no other label may enter
_AIR = 1.2

#: the side of a cell in units, and the cost of each point of a line below a label
_CELL, _LINE = 6.0, 0.4


@dataclass(slots=True)
class Obstacles:
    """Everything that labels must avoid."""

    frame: Rectangle
    #: symbols, panels and scale bars, which no label may cover
    taken: list[Rectangle] = field(default_factory=list)
    #: points with a symbol
    points: list[Point] = field(default_factory=list)
    #: row of cells → the number of line points left of each cell; each point below a label costs a little
    crowded: dict[int, list[int]] = field(default_factory=dict)


def crowd(points: Iterable[Point], frame: Rectangle) -> dict[int, list[int]]:
    """For each row of cells, the number of points left of each cell."""
    cells: dict[int, list[int]] = {}
    for x, y in points:
        if frame.holds((x, y)):
            row = int(y // _CELL)
            if row not in cells:
                cells[row] = [0] * (int(frame.right // _CELL) + 2)
            cells[row][int(x // _CELL) + 1] += 1
    return {row: list(accumulate(counts)) for row, counts in cells.items()}


def around(position: Position) -> Rectangle:
    """The box that a position needs: its label with a margin, and its leader."""
    box = position.box.grown(_AIR)
    if position.leader is None:
        return box
    (x0, y0), (x1, y1) = position.leader
    return Rectangle(min(box.left, x0, x1), min(box.top, y0, y1), max(box.right, x0, x1), max(box.bottom, y0, y1))


class OwnCosts:
    """The costs of positions regardless of the other labels."""

    def __init__(self, obstacles: Obstacles) -> None:
        self._obstacles = obstacles
        self._taken = SpatialIndex(obstacles.frame, obstacles.taken)
        self._points = SpatialIndex(obstacles.frame, [Rectangle(x, y, x, y) for x, y in obstacles.points])

    def cost(self, position: Position, point: Point | None, cells: CellRange, most: float) -> float:
        """The cost of a position, given the point of its label and the cells that it touches.

        The search ends as soon as the obstacles below a position cost `most` or more.
        """
        obstacles, box, leader = self._obstacles, position.box, position.leader
        cost = 0.0
        for number in self._taken.numbers(cells):
            if box.meets(obstacles.taken[number]):
                cost += FORBIDDEN
                if cost >= most:
                    return cost
        if leader:
            along = self._taken.numbers(self._taken.cells(bounding_box(leader)))
            cost += BAD * sum([_crosses(leader, obstacles.taken[number]) for number in along])
        elif point:
            # Readers connect a label with the nearest symbol.
            far = _apart(point, box) + _CLEARLY
            others = [obstacles.points[number] for number in self._points.numbers(self._points.cells(box.grown(far)))]
            cost += _MISTAKEN * sum([other != point and _apart(other, box) < far for other in others])
        first, last = int(box.left // _CELL), int(box.right // _CELL) + 1
        rows = map(obstacles.crowded.get, range(int(box.top // _CELL), int(box.bottom // _CELL) + 1))
        return position.cost + (cost + _LINE * sum([left_of[last] - left_of[first] for left_of in rows if left_of]))


def _apart(point: Point, box: Rectangle) -> float:
    """The distance from a point to a box."""
    x, y = point
    return hypot(max(box.left - x, 0.0, x - box.right), max(box.top - y, 0.0, y - box.bottom))


def between(one: Position, other: Position) -> float:
    """The cost of two positions together."""
    cost = FORBIDDEN if one.box.meets(other.box, _AIR) else 0.0
    line, second = one.leader, other.leader
    if line and _crosses(line, other.box):
        cost += BAD
    if second and _crosses(second, one.box):
        cost += BAD
    if line and second and _cut(line, second):
        cost += BAD
    return cost


def _crosses(line: Leader, box: Rectangle) -> bool:
    """Whether a line passes through a box: it enters its columns and rows and has corners on both sides."""
    (x0, y0), (x1, y1) = line
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    if (
        (x0 <= left and x1 <= left)
        or (x0 >= right and x1 >= right)
        or (y0 <= top and y1 <= top)
        or (y0 >= bottom and y1 >= bottom)
    ):
        return False
    across, down = x1 - x0, y1 - y0
    low, high = across * (top - y0), across * (bottom - y0)
    if across < 0:
        low, high = high, low
    near, far = down * (left - x0), down * (right - x0)
    if down < 0:
        near, far = far, near
    return low < far and near < high


def _cut(one: Leader, other: Leader) -> bool:
    """Whether two lines cross: the ends of each are on different sides of the other."""
    ((ax, ay), (bx, by)), ((cx, cy), (dx, dy)) = one, other
    x, y, u, v = bx - ax, by - ay, dx - cx, dy - cy
    of_one = (x * (cy - ay) - y * (cx - ax)) * (x * (dy - ay) - y * (dx - ax))
    return of_one < 0 and (u * (ay - cy) - v * (ax - cx)) * (u * (by - cy) - v * (bx - cx)) < 0
