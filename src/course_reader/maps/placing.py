"""Which stand each name takes: no two overlap, none leaves the frame, and the same places give the same picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import inf

from course_reader.maps.costs import BAD, FORBIDDEN, Alone, Room, around, between
from course_reader.maps.labels import Name
from course_reader.maps.near import Near

_ROUNDS = 8

#: how many stands of a badly placed name are tried
_TRIES = 16

#: With more names than this a name does without a stand rather than lie on another.
_MANY = 40

#: what may be lost when costs are added in another order
_TINY = 1e-6


def place(names: Iterable[Name], room: Room) -> None:
    """Give each name its stand; a name without a free stand gets none, the last names first.

    Names take turns as they come and the other way round, and the better outcome stays: what comes first takes room
    from the others.
    """
    names = [name for name in names if name.stands]
    many = len(names) > _MANY
    table = _Table(names, room, FORBIDDEN if many else inf)
    outcomes = []
    for step in (1, -1):
        table.set([-1] * len(names))
        _take_turns(table, range(len(names))[::step])
        outcomes.append((table.total(), table.chosen.copy()))
    table.set(min(outcomes)[1])
    _make_way(table)
    _drop_clashes(table)
    table.tell()


def place_last(names: Sequence[Name], others: Iterable[Name], room: Room) -> None:
    """Give more names stands, one after the other, among others that stay where they are, if there are free ones."""
    standing = [Name(o.key, [o.stand], o.point) for o in others if o.stand]
    table = _Table([*standing, *names], room, FORBIDDEN)
    for at in range(len(table.names)):
        table.move(at, table.first[at] if at < len(standing) else table.best(at)[0])
    table.tell()


class _Table:
    """Names at their stands, and what they cost each other.

    Stands are known by numbers, those of all names one after another.
    """

    def __init__(self, names: Sequence[Name], room: Room, most: float) -> None:
        self.names = names
        #: A name does without a stand rather than pay so much.
        self.most = most
        #: where each name stands; -1 for nowhere
        self.chosen = [-1] * len(names)
        self.stands = [stand for name in names for stand in name.stands]
        #: the number of each name's first stand
        self.first = list(accumulate((len(name.stands) for name in names), initial=0))
        self._near, alone = Near(room.frame), Alone(room)
        self.reaches = [self._near.reach(around(stand)) for stand in self.stands]
        points = [name.point for name in names for _ in name.stands]
        #: what each stand costs whatever the other names do
        self.alone = list(map(alone.cost, self.stands, points, self.reaches))
        #: the stands of each name, the cheapest first
        self.ways = [
            sorted(range(self.first[at], self.first[at + 1]), key=self.alone.__getitem__) for at in range(len(names))
        ]
        self._between: dict[int, float] = {}

    def tell(self) -> None:
        """Tell the names where they stand."""
        for name, chosen in zip(self.names, self.chosen, strict=True):
            name.stand = self.stands[chosen] if chosen >= 0 else None

    def move(self, at: int, chosen: int) -> None:
        """Give a name a stand; none for -1."""
        before = self.chosen[at]
        if chosen != before:
            if before >= 0:
                self._near.flip(at, self.reaches[before])
            if chosen >= 0:
                self._near.flip(at, self.reaches[chosen])
            self.chosen[at] = chosen

    def set(self, chosen: Sequence[int]) -> None:
        """Give each name a stand."""
        for at, one in enumerate(chosen):
            self.move(at, one)

    def clash(self, stand: int, others: int, cost: float = 0.0, most: float = inf) -> float:
        """A cost with what a stand costs with the stands of others, which are told by bits; or `most` and more."""
        near = self._near.bits(self.reaches[stand]) & others
        known, chosen, size = self._between, self.chosen, len(self.stands)
        while near and cost < most:
            low = near & -near
            near ^= low
            other = chosen[low.bit_length() - 1]
            pair = stand * size + other if stand < other else other * size + stand
            more = known.get(pair)
            if more is None:
                more = known[pair] = between(self.stands[stand], self.stands[other])
            cost += more
        return cost

    def cost(self, at: int, stand: int) -> float:
        """What a stand of a name costs."""
        return self.clash(stand, ~(1 << at), self.alone[stand]) if stand >= 0 else FORBIDDEN

    def in_way(self, at: int, stand: int) -> list[int]:
        """The names that cost a stand of a name something."""
        return [
            i
            for i in self._near.numbers(self.reaches[stand])
            if i != at and between(self.stands[stand], self.stands[self.chosen[i]])
        ]

    def total(self) -> float:
        """What all stands cost together; a name without one costs most."""
        total = 0.0
        for at, stand in enumerate(self.chosen):
            if stand < 0:
                total += FORBIDDEN
            else:
                total += self.alone[stand]
                total += self.clash(stand, (1 << at) - 1)
        return total

    def best(self, at: int) -> tuple[int, float]:
        """The stand that is best for a name while all others stay, and what it costs."""
        best, least = -1, self.most
        alone, others = self.alone, ~(1 << at)
        for stand in self.ways[at]:
            if alone[stand] >= least:
                break
            cost = self.clash(stand, others, alone[stand], least)
            if cost < least:
                best, least = stand, cost
        return best, least


def _take_turns(table: _Table, order: Sequence[int]) -> None:
    for _ in range(_ROUNDS):
        before = table.chosen.copy()
        for at in order:
            table.move(at, table.best(at)[0])
        if table.chosen == before:
            break


def _make_way(table: _Table) -> None:
    """Where a name stands badly, try its other stands, and let the names that are in the way move."""
    least = table.total()
    for at, ways in enumerate(table.ways):
        if table.cost(at, table.chosen[at]) < BAD:
            continue
        for stand in ways[:_TRIES]:
            if table.alone[stand] >= table.most:
                break
            total = _try(table, at, stand, least)
            if total is not None:
                least = total


def _try(table: _Table, at: int, stand: int, least: float) -> float | None:
    """Give a name a stand, and those in its way others.

    Returns:
        The new total; None if it would not be less, and all is as before.
    """
    before = table.chosen[at]
    moved = [(at, before)]
    more = table.cost(at, stand) - table.cost(at, before)
    table.move(at, stand)
    for i in table.in_way(at, stand):
        was = table.chosen[i]
        cost = table.cost(i, was)
        best, costs = table.best(i)
        if best < 0:
            break
        moved.append((i, was))
        table.move(i, best)
        more += costs - cost
    else:
        if more < _TINY and (total := table.total()) < least:
            return total
    for i, was in reversed(moved):
        table.move(i, was)
    return None


def _drop_clashes(table: _Table) -> None:
    """Take away names, the last first, until none lies on another, or on what is taken."""
    for at in range(len(table.names) - 1, -1, -1):
        if table.cost(at, table.chosen[at]) >= FORBIDDEN:
            table.move(at, -1)
