"""What a name costs where it stands, by itself and together with another one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from math import hypot

from course_reader.maps.labels import Stand
from course_reader.maps.near import Near, Reach
from course_reader.maps.projection import Box, Point, box_of

#: from a point to its name
Line = tuple[Point, Point]

#: the cost of what must not be, and of what should not
FORBIDDEN, BAD = 1000.0, 90.0

#: the cost of a name that seems to be another point's
_MISTAKEN = 35.0

#: a point is another name's if it is so much further off, in units
_CLEARLY = 1.5

#: a rim around a name that no other name enters
_AIR = 1.2

#: the side of a cell in units, and what a point of a line below a name costs
_CELL, _LINE = 6.0, 0.4


@dataclass(slots=True)
class Room:
    """What names have to keep off."""

    frame: Box
    #: symbols, panels, scale bars: no name may lie on them
    taken: list[Box] = field(default_factory=list)
    #: points with a symbol
    points: list[Point] = field(default_factory=list)
    #: row of cells → how many points of lines lie in it left of each cell: a point below a name costs a little
    crowded: dict[int, list[int]] = field(default_factory=dict)


def crowd(points: Iterable[Point], frame: Box) -> dict[int, list[int]]:
    """Points by the rows of cells in which they lie: how many lie left of each cell."""
    cells: dict[int, list[int]] = {}
    for x, y in points:
        if frame.holds((x, y)):
            row = int(y // _CELL)
            if row not in cells:
                cells[row] = [0] * (int(frame.right // _CELL) + 2)
            cells[row][int(x // _CELL) + 1] += 1
    return {row: list(accumulate(counts)) for row, counts in cells.items()}


def around(stand: Stand) -> Box:
    """The box that a stand needs: of its name with air around it, and of its line."""
    box = stand.box.grown(_AIR)
    if stand.leader is None:
        return box
    (x0, y0), (x1, y1) = stand.leader
    return Box(min(box.left, x0, x1), min(box.top, y0, y1), max(box.right, x0, x1), max(box.bottom, y0, y1))


class Alone:
    """What stands cost whatever the other names do."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._taken = Near(room.frame, room.taken)
        self._points = Near(room.frame, [Box(x, y, x, y) for x, y in room.points])

    def cost(self, stand: Stand, point: Point | None, reach: Reach, most: float) -> float:
        """The cost of a stand, given the point that its name belongs to and the cells that it touches.

        A stand that costs `most` or more for what lies there is looked at no further.
        """
        room, box, leader = self._room, stand.box, stand.leader
        cost = 0.0
        for number in self._taken.numbers(reach):
            if box.meets(room.taken[number]):
                cost += FORBIDDEN
                if cost >= most:
                    return cost
        if leader:
            along = self._taken.numbers(self._taken.reach(box_of(leader)))
            cost += BAD * sum([_crosses(leader, room.taken[number]) for number in along])
        elif point:
            # A name belongs to the nearest symbol, whatever was meant.
            far = _apart(point, box) + _CLEARLY
            others = [room.points[number] for number in self._points.numbers(self._points.reach(box.grown(far)))]
            cost += _MISTAKEN * sum([other != point and _apart(other, box) < far for other in others])
        first, last = int(box.left // _CELL), int(box.right // _CELL) + 1
        rows = map(room.crowded.get, range(int(box.top // _CELL), int(box.bottom // _CELL) + 1))
        return stand.cost + (cost + _LINE * sum([left_of[last] - left_of[first] for left_of in rows if left_of]))


def _apart(point: Point, box: Box) -> float:
    """From a point to a box."""
    x, y = point
    return hypot(max(box.left - x, 0.0, x - box.right), max(box.top - y, 0.0, y - box.bottom))


def between(one: Stand, other: Stand) -> float:
    """What two names cost each other."""
    cost = FORBIDDEN if one.box.meets(other.box, _AIR) else 0.0
    line, second = one.leader, other.leader
    if line and _crosses(line, other.box):
        cost += BAD
    if second and _crosses(second, one.box):
        cost += BAD
    if line and second and _cut(line, second):
        cost += BAD
    return cost


def _crosses(line: Line, box: Box) -> bool:
    """Whether a line passes through a box: it reaches into its columns and rows, and has corners on both sides."""
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


def _cut(one: Line, other: Line) -> bool:
    """Whether two lines cross: each has its ends on both sides of the other."""
    ((ax, ay), (bx, by)), ((cx, cy), (dx, dy)) = one, other
    x, y, u, v = bx - ax, by - ay, dx - cx, dy - cy
    of_one = (x * (cy - ay) - y * (cx - ax)) * (x * (dy - ay) - y * (dx - ax))
    return of_one < 0 and (u * (ay - cy) - v * (ax - cx)) * (u * (by - cy) - v * (bx - cx)) < 0
