"""Which stand each name takes: no two overlap, none leaves the frame, and the same places give the same picture.

Names take turns until nobody finds a better stand; then those that stand badly try others, and who is in the way moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import inf

from course_reader.maps.costs import BAD, FORBIDDEN, Alone, Room, around, between
from course_reader.maps.labels import Name
from course_reader.maps.near import Near

_ROUNDS = 8

#: how many stands of a badly placed name are tried
_TRIES = 16

#: A map is full if it has more names than this, and more than so many find no free stand when they first look.
_MANY, _LEFT_OVER = 40, 8

#: how often the names of a full map make way; for a stand with more names in its way they are not asked to
_PASSES, _MOST_IN_WAY = 2, 5

#: what may be lost when costs are added in another order
_ROUNDED = 1e-6


def place(names: Iterable[Name], room: Room) -> None:
    """Give each name its stand; a name without a free stand gets none.

    Names take turns in several orders, and the best outcome stays: what comes first takes room from the others.
    """
    names = [name for name in names if name.stands]
    if len(names) > _MANY and _placed_in_full_map(names, room):
        return
    # Names may lie on each other until they have made way; those that still do get no stand, the last first.
    table = _Table(names, room, full=False)
    ways = range(len(names))
    _take_turns(table, (ways, ways[::-1]))
    _make_way(table)
    _drop_clashes(table)
    table.tell()


def _placed_in_full_map(names: Sequence[Name], room: Room) -> bool:
    """Place the names of a full map, where a name does without a stand rather than lie on another.

    Returns:
        Whether the map is full; if not, nothing is placed.
    """
    table = _Table(names, room, full=True)
    ways = range(len(names))
    _take_turns(table, (ways,))
    if table.chosen.count(-1) <= _LEFT_OVER:
        return False
    few = sorted(ways, key=lambda at: len(table.ways[at]))
    boxes = [name.stands[0].box for name in names]
    small = sorted(ways, key=lambda at: boxes[at].width * boxes[at].height)
    # Who has little choice goes first; or who needs little room, so that most find some.
    _take_turns(table, (ways, few, small))
    for _ in range(_PASSES):
        if not _make_way(table):
            break
    _drop_clashes(table)
    table.tell()
    return True


def place_last(names: Sequence[Name], others: Iterable[Name], room: Room) -> None:
    """Give more names stands, one after the other, among others that stay where they are, if there are free ones."""
    standing = [Name(other.key, [other.stand], other.point) for other in others if other.stand]
    table = _Table([*standing, *names], room, full=True)
    for at, ways in enumerate(table.ways):
        table.move(at, table.first[at] if at < len(standing) else table.best(at, ways)[0])
    table.tell()


class _Table:
    """Names at their stands, and what they cost each other.

    Stands are known by numbers, those of all names one after another.
    """

    def __init__(self, names: Sequence[Name], room: Room, *, full: bool) -> None:
        self.names = names
        #: A name does without a stand rather than pay so much; where there is room, it stands on another for a while.
        self.most = most = FORBIDDEN if full else inf
        #: where each name stands; -1 for nowhere
        self.chosen = [-1] * len(names)
        self.stands = [stand for name in names for stand in name.stands]
        #: the number of each name's first stand
        self.first = list(accumulate((len(name.stands) for name in names), initial=0))
        self._near, alone = Near(room.frame), Alone(room)
        self._reaches = [self._near.reach(around(stand)) for stand in self.stands]
        points = [name.point for name in names for _ in name.stands]
        #: what each stand costs whatever the other names do
        self.alone = [
            alone.cost(stand, point, reach, most)
            for stand, point, reach in zip(self.stands, points, self._reaches, strict=True)
        ]
        #: the stands that each name could take, the cheapest first
        self.ways = [
            sorted([stand for stand in range(*numbers) if self.alone[stand] < most], key=self.alone.__getitem__)
            for numbers in pairwise(self.first)
        ]
        #: what two stands cost each other, by both numbers made one
        self._between: dict[int, float] = {}
        #: whose each stand is; and the stand of another name that it would lie on, the last one met, -1 for none
        self._owners = [at for at, name in enumerate(names) for _ in name.stands]
        self._blockers = [-1] * len(self.stands)
        #: what `open` has found
        self._open: dict[int, list[int]] = {}

    def tell(self) -> None:
        """Tell the names where they stand."""
        for name, chosen in zip(self.names, self.chosen, strict=True):
            name.stand = self.stands[chosen] if chosen >= 0 else None

    def move(self, at: int, chosen: int) -> None:
        """Give a name a stand; none for -1."""
        before = self.chosen[at]
        if chosen != before:
            if before >= 0:
                self._near.flip(at, self._reaches[before])
            if chosen >= 0:
                self._near.flip(at, self._reaches[chosen])
            self.chosen[at] = chosen

    def set(self, chosen: Sequence[int]) -> None:
        """Give each name a stand."""
        for at, stand in enumerate(chosen):
            self.move(at, stand)

    def clash(self, stand: int, others: int, cost: float = 0.0, most: float = inf) -> float:
        """A cost, and what a stand costs with those of others, which are told as bits; or `most` or more."""
        chosen, known, size = self.chosen, self._between, len(self.stands)
        blocker = self._blockers[stand]
        if most <= FORBIDDEN and blocker >= 0 and chosen[self._owners[blocker]] == blocker:
            return most
        near = self._near.bits(self._reaches[stand]) & others
        while near and cost < most:
            low = near & -near
            near ^= low
            other = chosen[low.bit_length() - 1]
            more = known.get(stand * size + other if stand < other else other * size + stand)
            if more is None:
                more = self.between(stand, other)
            if more >= FORBIDDEN:
                self._blockers[stand] = other
            cost += more
        return cost

    def cost(self, at: int) -> float:
        """What the stand of a name costs; being without one costs most."""
        stand = self.chosen[at]
        return self.clash(stand, ~(1 << at), self.alone[stand]) if stand >= 0 else FORBIDDEN

    def total(self) -> float:
        """What all stands cost together."""
        total = 0.0
        for at, stand in enumerate(self.chosen):
            total += self.alone[stand] if stand >= 0 else FORBIDDEN
            total += self.clash(stand, (1 << at) - 1) if stand >= 0 else 0.0
        return total

    def between(self, one: int, other: int) -> float:
        """What two stands cost each other."""
        pair = min(one, other) * len(self.stands) + max(one, other)
        if pair not in self._between:
            self._between[pair] = between(self.stands[one], self.stands[other])
        return self._between[pair]

    def best(self, at: int, ways: Iterable[int]) -> tuple[int, float]:
        """Of some stands of a name, the cheapest first, the best while all others stay, and what it costs."""
        best, least = -1, self.most
        alone, others = self.alone, ~(1 << at)
        for stand in ways:
            if alone[stand] >= least:
                break
            cost = self.clash(stand, others, alone[stand], least)
            if cost < least:
                best, least = stand, cost
        return best, least

    def open(self, at: int) -> list[int]:
        """The stands that a name could take while all others stay, the cheapest first; known until a name moves."""
        if self.most == inf:
            return self.ways[at]
        if at not in self._open:
            alone, others = self.alone, ~(1 << at)
            self._open[at] = [s for s in self.ways[at] if self.clash(s, others, alone[s], self.most) < self.most]
        return self._open[at]

    def attempt(self, at: int, stand: int, least: float) -> float:
        """Give a name another stand, and let those in the way move; all go back unless that costs less than `least`.

        Returns:
            What all cost together then.
        """
        in_way = []
        for other in self._near.numbers(self._reaches[stand]):
            if other != at and self.between(stand, self.chosen[other]):
                free = self.open(other)
                in_way.append((other, free))
                if not free or (self.most < inf and len(in_way) > _MOST_IN_WAY):
                    return least
        before = self.chosen.copy()
        more = -self.cost(at)
        self.move(at, stand)
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
    """Let names look for the best stand in turn, and take the best outcome of several orders."""
    outcomes = []
    for order in orders:
        table.set([-1] * len(table.names))
        for _ in range(_ROUNDS):
            before = table.chosen.copy()
            for at in order:
                table.move(at, table.best(at, table.ways[at])[0])
            if table.chosen == before:
                break
        outcomes.append((table.total(), table.chosen.copy()))
    table.set(min(outcomes)[1])


def _make_way(table: _Table) -> bool:
    """Where a name stands badly, try other stands of it, and all if it has none; whether that was of use."""
    start = least = table.total()
    for at, ways in enumerate(table.ways):
        if table.cost(at) >= BAD:
            for stand in ways if table.chosen[at] < 0 else ways[:_TRIES]:
                least = table.attempt(at, stand, least)
    return least < start


def _drop_clashes(table: _Table) -> None:
    """Take away names, the last first, until none lies on another, or on what is taken."""
    for at in range(len(table.names) - 1, -1, -1):
        if table.cost(at) >= FORBIDDEN:
            table.move(at, -1)
