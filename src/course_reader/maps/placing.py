"""Chooses a position for each label: none overlap or leave the frame, and the same input gives the same map.

Labels take turns until none finds a better position. Then badly placed ones try others, and labels in the way move.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import inf

from course_reader.maps.costs import BAD, FORBIDDEN, Obstacles, OwnCosts, around, between
from course_reader.maps.labels import Label
from course_reader.maps.spatial_index import SpatialIndex

_ROUNDS = 8

#: how many positions of a badly placed label are tried
_TRIES = 16

#: A full map has more labels than the first number, of which more than the second find no free position at first.
_MANY, _LEFT_OVER = 40, 8

#: how often the labels of a full map make way, and how many may have to move for one position
_PASSES, _MOST_IN_WAY = 2, 5

#: rounding error of costs added in another order
_ROUNDED = 1e-6


def place(labels: Iterable[Label], obstacles: Obstacles) -> None:
    """Give each label a position; a label without a free position gets none.

    Labels take turns in several orders, because the first ones take room from the others; the best result is kept.
    """
    labels = [label for label in labels if label.positions]
    if len(labels) > _MANY and _placed_in_full_map(labels, obstacles):
        return
    # Labels may overlap until others have made way; those that still do lose their position, the last first.
    table = _Table(labels, obstacles, full=False)
    numbers = range(len(labels))
    _take_turns(table, (numbers, numbers[::-1]))
    _make_way(table)
    _drop_clashes(table)
    table.apply()


def _placed_in_full_map(labels: Sequence[Label], obstacles: Obstacles) -> bool:
    """Place the labels of a full map, where a label is left out rather than placed on another.

    Returns:
        Whether the map is full; if not, nothing is placed.
    """
    table = _Table(labels, obstacles, full=True)
    numbers = range(len(labels))
    _take_turns(table, (numbers,))
    if table.chosen.count(-1) <= _LEFT_OVER:
        return False
    few = sorted(numbers, key=lambda at: len(table.options[at]))
    boxes = [label.positions[0].box for label in labels]
    small = sorted(numbers, key=lambda at: boxes[at].width * boxes[at].height)
    # In one order, labels with few positions go first; in another, small labels, so that most fit.
    _take_turns(table, (numbers, few, small))
    for _ in range(_PASSES):
        if not _make_way(table):
            break
    _drop_clashes(table)
    table.apply()
    return True


def place_last(labels: Sequence[Label], others: Iterable[Label], obstacles: Obstacles) -> None:
    """Give further labels free positions, one after the other, without moving the others."""
    placed = [Label(other.key, [other.position], other.point) for other in others if other.position]
    table = _Table([*placed, *labels], obstacles, full=True)
    for at, options in enumerate(table.options):
        table.move(at, table.first[at] if at < len(placed) else table.best(at, options)[0])
    table.apply()


class _Table:
    """Labels with their current positions, and the costs of these.

    The positions of all labels are numbered consecutively.
    """

    def __init__(self, labels: Sequence[Label], obstacles: Obstacles, *, full: bool) -> None:
        self.labels = labels
        #: the cost from which a label is left out; without a limit, labels may overlap for a while
        self.most = most = FORBIDDEN if full else inf
        #: the current position of each label; -1 for none
        self.chosen = [-1] * len(labels)
        self.positions = [position for label in labels for position in label.positions]
        #: the number of each label's first position
        self.first = list(accumulate((len(label.positions) for label in labels), initial=0))
        self._near, own = SpatialIndex(obstacles.frame), OwnCosts(obstacles)
        self._cells = [self._near.cells(around(position)) for position in self.positions]
        points = [label.point for label in labels for _ in label.positions]
        #: the cost of each position regardless of the other labels
        self.own = [
            own.cost(position, point, cells, most)
            for position, point, cells in zip(self.positions, points, self._cells, strict=True)
        ]
        #: the possible positions of each label, the cheapest first
        self.options = [
            sorted([position for position in range(*numbers) if self.own[position] < most], key=self.own.__getitem__)
            for numbers in pairwise(self.first)
        ]
        #: the cost of each pair of positions, by both numbers combined
        self._between: dict[int, float] = {}
        #: the label of each position, and the last position found to overlap it, -1 for none
        self._owners = [at for at, label in enumerate(labels) for _ in label.positions]
        self._blockers = [-1] * len(self.positions)
        #: the results of `open`
        self._open: dict[int, list[int]] = {}

    def apply(self) -> None:
        """Store the positions in the labels."""
        for label, chosen in zip(self.labels, self.chosen, strict=True):
            label.position = self.positions[chosen] if chosen >= 0 else None

    def move(self, at: int, chosen: int) -> None:
        """Move a label to a position, or take it off the map with -1."""
        before = self.chosen[at]
        if chosen != before:
            if before >= 0:
                self._near.flip(at, self._cells[before])
            if chosen >= 0:
                self._near.flip(at, self._cells[chosen])
            self.chosen[at] = chosen

    def set(self, chosen: Sequence[int]) -> None:
        """Move each label to a position."""
        for at, position in enumerate(chosen):
            self.move(at, position)

    def clash(self, position: int, others: int, cost: float = 0.0, most: float = inf) -> float:
        """`cost` plus the cost of a position with those of other labels, given as bits; `most` or more ends the sum."""
        chosen, known, size = self.chosen, self._between, len(self.positions)
        blocker = self._blockers[position]
        if most <= FORBIDDEN and blocker >= 0 and chosen[self._owners[blocker]] == blocker:
            return most
        near = self._near.bits(self._cells[position]) & others
        while near and cost < most:
            low = near & -near
            near ^= low
            other = chosen[low.bit_length() - 1]
            more = known.get(position * size + other if position < other else other * size + position)
            if more is None:
                more = self.between(position, other)
            if more >= FORBIDDEN:
                self._blockers[position] = other
            cost += more
        return cost

    def cost(self, at: int) -> float:
        """The cost of a label's position; having none costs most."""
        position = self.chosen[at]
        return self.clash(position, ~(1 << at), self.own[position]) if position >= 0 else FORBIDDEN

    def total(self) -> float:
        """The cost of all positions together."""
        total = 0.0
        for at, position in enumerate(self.chosen):
            total += self.own[position] if position >= 0 else FORBIDDEN
            total += self.clash(position, (1 << at) - 1) if position >= 0 else 0.0
        return total

    def between(self, one: int, other: int) -> float:
        """The cost of two positions together."""
        pair = min(one, other) * len(self.positions) + max(one, other)
        if pair not in self._between:
            self._between[pair] = between(self.positions[one], self.positions[other])
        return self._between[pair]

    def best(self, at: int, options: Iterable[int]) -> tuple[int, float]:
        """The best of some positions (cheapest first) while all others stay, and its cost."""
        best, least = -1, self.most
        own, others = self.own, ~(1 << at)
        for position in options:
            if own[position] >= least:
                break
            cost = self.clash(position, others, own[position], least)
            if cost < least:
                best, least = position, cost
        return best, least

    def open(self, at: int) -> list[int]:
        """The free positions of a label, the cheapest first; remembered until a label moves."""
        if self.most == inf:
            return self.options[at]
        if at not in self._open:
            own, others = self.own, ~(1 << at)
            self._open[at] = [s for s in self.options[at] if self.clash(s, others, own[s], self.most) < self.most]
        return self._open[at]

    def attempt(self, at: int, position: int, least: float) -> float:
        """Move a label and those in its way; all go back unless the new total is below `least`.

        Returns:
            The total cost afterwards.
        """
        in_way = []
        for other in self._near.numbers(self._cells[position]):
            if other != at and self.between(position, self.chosen[other]):
                free = self.open(other)
                in_way.append((other, free))
                if not free or (self.most < inf and len(in_way) > _MOST_IN_WAY):
                    return least
        before = self.chosen.copy()
        more = -self.cost(at)
        self.move(at, position)
        more += self.cost(at)
        for other, free in in_way:
            more -= self.cost(other)
            best, cost = self.best(other, free)
            if best < 0:
                more = inf
                break
            self.move(other, best)
            more += cost
        if more < _ROUNDED and (total := self.total()) < least:
            self._open.clear()
            return total
        for moved in (at, *(other for other, _ in in_way)):
            self.move(moved, before[moved])
        return least


def _take_turns(table: _Table, orders: Iterable[Sequence[int]]) -> None:
    """Let labels take the best position in turn, in several orders, and keep the best result."""
    outcomes = []
    for order in orders:
        table.set([-1] * len(table.labels))
        for _ in range(_ROUNDS):
            before = table.chosen.copy()
            for at in order:
                table.move(at, table.best(at, table.options[at])[0])
            if table.chosen == before:
                break
        outcomes.append((table.total(), table.chosen.copy()))
    table.set(min(outcomes)[1])


def _make_way(table: _Table) -> bool:
    """Try other positions of badly placed labels, and all positions of missing ones; return whether that helped."""
    start = least = table.total()
    for at, options in enumerate(table.options):
        if table.cost(at) >= BAD:
            for position in options if table.chosen[at] < 0 else options[:_TRIES]:
                least = table.attempt(at, position, least)
    return least < start


def _drop_clashes(table: _Table) -> None:
    """Remove labels, the last first, until none overlaps another or an obstacle."""
    for at in range(len(table.labels) - 1, -1, -1):
        if table.cost(at) >= FORBIDDEN:
            table.move(at, -1)
