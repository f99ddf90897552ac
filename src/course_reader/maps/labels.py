"""Where the names stand: no two overlap, none leaves the frame, and the same places give the same picture.

A name of a point stands beside it, or further off with a thin line; a name of an area stands in it. Each name has a
list of stands, each with what it costs; names take turns until nobody finds a better one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import cos, hypot, inf, radians, sin

from course_reader.maps.projection import Box, Point
from course_reader.maps.shapes import stretch

#: Advance widths of Helvetica in thousandths of its size, which the usual faces of screens come near.
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

#: a rim around a name that no other name enters
_AIR = 1.2

#: the cost of what must not be, of what should not, and of one step further off
_FORBIDDEN, _BAD, _STEP = 1000.0, 90.0, 2.5

#: the cost of a name that seems to be another point's
_MISTAKEN = 35.0

_ROUNDS = 8

#: how many stands of a badly placed name are tried
_TRIES = 16

#: With more names than this fewer orders are tried: there are as many names as a map can hold.
_MANY = 26

#: the side of a cell in units, and what a point of a line below a name costs
_CELL, _LINE = 6.0, 0.4


def width(text: str, size: float, spacing: float = 0.0) -> float:
    """The width of a text in units, for a size of letters in units and a space between them in sizes."""
    total = 0
    for letter in text:
        base = unicodedata.normalize("NFD", letter)[0]
        total += _WIDTHS.get(base, _OTHER if ord(base) < 0x250 else 620)
    return total / 1000 * size + len(text) * spacing * size


@dataclass(frozen=True, slots=True)
class Stand:
    """A place where a name could stand."""

    box: Box
    #: start, middle or end: how its lines are set
    anchor: str
    cost: float
    #: from the point to the name, where they are apart
    leader: tuple[Point, Point] | None = None


@dataclass(slots=True)
class Name:
    """A name that looks for its place."""

    key: str
    stands: list[Stand]
    #: the point that it names; None for an area
    point: Point | None = None
    #: where it stands: which of its stands; -1 and None if it found no place
    chosen: int = -1
    stand: Stand | None = None
    #: what each stand costs whatever the other names do, and the stands by this, the cheapest first
    costs: list[float] = field(default_factory=list)
    ways: list[int] = field(default_factory=list)

    def choose(self, chosen: int) -> None:
        """Take a stand; none for -1."""
        self.chosen, self.stand = chosen, self.stands[chosen] if chosen >= 0 else None


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


def around_point(point: Point, wide: float, high: float, gap: float, frame: Box) -> list[Stand]:
    """Where the name of a point may stand: right of it, left, in the corners, above, below; then further off."""
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
    stands = [Stand(Box(left, top, left + wide, top + high), anchor, cost) for left, top, anchor, cost in spots]
    for ring in range(1, 9):
        away = gap + 9.0 * ring
        cost = 6.0 + ring * _STEP
        stands += [_far(point, away, turn, wide, high, gap, cost) for turn in range(0, 360, 20)]
    return [stand for stand in stands if stand.box.within(frame)]


def _far(point: Point, away: float, turn: int, wide: float, high: float, gap: float, cost: float) -> Stand:
    dx, dy = cos(radians(turn)), sin(radians(turn))
    end = (point[0] + dx * away, point[1] + dy * away)
    anchor = "start" if dx > 0.3 else "end" if dx < -0.3 else "middle"
    left = {"start": end[0], "end": end[0] - wide, "middle": end[0] - wide / 2}[anchor]
    top = end[1] - high / 2 + dy * high / 2
    tip = (end[0] - dx * 1.5, end[1] - dy * 1.5)
    start = (point[0] + dx * gap * 0.7, point[1] + dy * gap * 0.7)
    return Stand(Box(left, top, left + wide, top + high), anchor, cost, (start, tip))


def around_centre(point: Point, wide: float, high: float, step: float, frame: Box, most: float = inf) -> list[Stand]:
    """Where the name of an area may stand: on a point, or near it; the nearer, the better.

    A stand is at most so far from the point, in units, to either side.
    """
    (x, y), steps = point, range(-6, 7)
    columns = [(i, x + i * step - wide / 2, x + i * step + wide / 2) for i in steps]
    rows = [(j, y + j * step - high / 2, y + j * step + high / 2) for j in steps]
    stands = [
        Stand(Box(left, top, right, bottom), "middle", hypot(i, j) * step * 0.45)
        for i, left, right in columns
        if frame.left <= left and right <= frame.right and left - most <= x <= right + most
        for j, top, bottom in rows
        if frame.top <= top and bottom <= frame.bottom and top - most <= y <= bottom + most
    ]
    return sorted(stands, key=lambda stand: stand.cost)


def place(names: list[Name], room: Room) -> None:
    """Give each name its stand; a name without a free stand gets none, the last names first.

    Names take turns in several orders, and the best outcome stays: what comes first takes room from the others.
    """
    for name in names:
        name.costs = [stand.cost + _alone(stand, room, name.point) for stand in name.stands]
        name.ways = sorted(range(len(name.stands)), key=name.costs.__getitem__)
    outcomes = []
    for order in _orders(names):
        for name in names:
            name.choose(-1)
        _take_turns(names, order)
        outcomes.append((_total(names), [name.chosen for name in names]))
    for name, chosen in zip(names, min(outcomes)[1], strict=True):
        name.choose(chosen)
    _make_way(names)
    _drop_clashes(names)


def _orders(names: list[Name]) -> list[list[int]]:
    """As they come, and from each side of the map; each also backwards."""
    ways = list(range(len(names)))
    first = [name.stands[0].box.centre if name.stands else (0.0, 0.0) for name in names]
    across, down = sorted(ways, key=lambda at: first[at]), sorted(ways, key=lambda at: first[at][::-1])
    outwards = sorted(ways, key=lambda at: (len(names[at].stands), at))
    orders = (ways, across, down, outwards) if len(names) <= _MANY else (ways,)
    return [order[::step] for order in orders for step in (1, -1)]


def _take_turns(names: list[Name], order: Sequence[int]) -> None:
    for _ in range(_ROUNDS):
        before = [name.chosen for name in names]
        for at in order:
            names[at].choose(_best(at, names))
        if [name.chosen for name in names] == before:
            break


def _make_way(names: list[Name]) -> None:
    """Where a name stands badly, try its other stands, and let the names that are in the way move."""
    least = _total(names)
    for at, name in enumerate(names):
        if name.stand is None or name.costs[name.chosen] + _in_way(at, names) < _BAD:
            continue
        for stand in name.ways[:_TRIES]:
            before = [other.chosen for other in names]
            name.choose(stand)
            for i, other in enumerate(names):
                if i != at and other.stand and _between(name.stands[stand], other.stand):
                    other.choose(_best(i, names))
            total = _total(names)
            if total < least:
                least = total
                continue
            for other, chosen in zip(names, before, strict=True):
                other.choose(chosen)


def _in_way(at: int, names: list[Name]) -> float:
    """What the others cost a name."""
    own = names[at].stand
    return sum(_between(own, other.stand) for i, other in enumerate(names) if i != at and own and other.stand)


def _total(names: list[Name]) -> float:
    """What all stands cost together; a name without one costs most."""
    total = 0.0
    for at, name in enumerate(names):
        own = name.stand
        if own is None:
            total += _FORBIDDEN if name.stands else 0.0
            continue
        total += name.costs[name.chosen]
        total += sum(_between(own, other.stand) for other in names[:at] if other.stand)
    return total


def place_last(name: Name, others: Iterable[Name], room: Room) -> None:
    """Give one more name a stand among others that stay where they are, if there is a free one."""
    taken = [other.stand for other in others if other.stand]
    costs = [
        stand.cost + _alone(stand, room, name.point) + sum(_between(stand, other) for other in taken)
        for stand in name.stands
    ]
    least = min(costs, default=_FORBIDDEN)
    name.choose(costs.index(least) if least < _FORBIDDEN else -1)


def _best(at: int, names: list[Name]) -> int:
    others = [stand for i, other in enumerate(names) if i != at and (stand := other.stand)]
    stands, own = names[at].stands, names[at].costs
    best, least = -1, float("inf")
    for index in names[at].ways:
        cost = own[index]
        for other in others:
            if cost >= least:
                break
            cost += _between(stands[index], other)
        if cost < least:
            best, least = index, cost
        elif own[index] >= least:
            break
    return best


def _drop_clashes(names: list[Name]) -> None:
    """Take away names, the last first, until none lies on another, or on what is taken."""
    for at in range(len(names) - 1, -1, -1):
        stand = names[at].stand
        if stand is None:
            continue
        clash = sum(_between(stand, other.stand) for i, other in enumerate(names) if i != at and other.stand)
        if names[at].costs[names[at].chosen] + clash >= _FORBIDDEN:
            names[at].choose(-1)


def _alone(stand: Stand, room: Room, point: Point | None) -> float:
    """What a stand costs whatever the other names do."""
    box = stand.box
    cost = _FORBIDDEN * sum(map(box.meets, room.taken))
    if stand.leader:
        cost += sum(_BAD for taken in room.taken if _crosses(stand.leader, taken))
    if point and not stand.leader:
        # A name belongs to the nearest symbol, whatever was meant.
        own = _apart(point, box)
        cost += _MISTAKEN * sum(other != point and _apart(other, box) < own + 1.5 for other in room.points)
    first, last = int(box.left // _CELL), int(box.right // _CELL) + 1
    rows = map(room.crowded.get, range(int(box.top // _CELL), int(box.bottom // _CELL) + 1))
    return cost + _LINE * sum(left_of[last] - left_of[first] for left_of in rows if left_of)


def _apart(point: Point, box: Box) -> float:
    """From a point to a box."""
    x, y = point
    return hypot(max(box.left - x, 0.0, x - box.right), max(box.top - y, 0.0, y - box.bottom))


def _between(one: Stand, other: Stand) -> float:
    """What two names cost each other."""
    cost = _FORBIDDEN if one.box.meets(other.box, _AIR) else 0.0
    if one.leader and _crosses(one.leader, other.box):
        cost += _BAD
    if other.leader and _crosses(other.leader, one.box):
        cost += _BAD
    if one.leader and other.leader and _cut(one.leader, other.leader):
        cost += _BAD
    return cost


def _crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Whether a stretch passes through a box: found by cutting it at the box's sides."""
    (x0, y0), (x1, y1) = line
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    if (
        (x0 < left and x1 < left)
        or (x0 > right and x1 > right)
        or (y0 < top and y1 < top)
        or (y0 > bottom and y1 > bottom)
    ):
        return False
    return stretch((x0, y0), (x1, y1), box) is not None


def _cut(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    def side(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
