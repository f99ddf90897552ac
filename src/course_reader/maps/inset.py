"""The second, smaller map of a drawing, for places far from the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from course_reader.maps.base_map import Surveyor, View
from course_reader.maps.extent import NARROW, corner, moved, taller, window
from course_reader.maps.projection import Rectangle
from course_reader.maps.shapes import Areas
from course_reader.maps.spots import Drawn, Spot

#: Its width in parts of the first map, its least width in units, and its heights in parts of its width.
_WIDTH, _LEAST_WIDTH, _HEIGHTS = 0.36, 235.0, (0.55, 0.8)

#: How much the first map may grow for it, up and down in parts of its height; and how much it may cover.
_ROOM, _COVERED = ((0.0, 0.0), (0.1, 0.0), (0.0, 0.1), (0.2, 0.0), (0.0, 0.2), (0.3, 0.0), (0.0, 0.3)), 0.05

#: the gap between it and the edges of the first map, in units
GAP = 10.0


def beside(first: View, core: Sequence[Spot], far: Sequence[Spot], units: float) -> list[View]:
    """The first map with a second: in a corner, for which the first may grow a little, or below."""
    spots = [*far, *core]
    if units > NARROW:
        small = window(spots, round(max(units * _WIDTH, _LEAST_WIDTH)), _HEIGHTS)
        for up, down in _ROOM:
            view = taller(first, up, down)
            cost = _covered(view, core)
            box = corner(view.frame, small.frame.width, small.frame.height, cost, GAP, _COVERED)
            if box:
                return [view, moved(small, box.left, box.top)]
    return [first, moved(window(spots, units, (0.4, 0.7)), 0.0, first.frame.bottom + GAP)]


def _covered(view: View, core: Sequence[Spot]) -> Callable[[Rectangle], float]:
    """A function for the cost of covering a box: 1 for each point, less for labels of areas and for named countries.

    Land is slow to check: it comes last, and only if the rest is not too much already.
    """
    points = [view.to(*spot.at) for spot in core if not spot.drawn.is_area]
    names = [view.to(*spot.at) for spot in core if spot.drawn.is_area]
    wanted = {spot.name.casefold() for spot in core if spot.drawn is Drawn.COUNTRY}

    @cache
    def land() -> Areas:
        surveyor = Surveyor(view)
        countries = [country for country in surveyor.source.countries if country.name.casefold() in wanted]
        return Areas(ring for rings in surveyor.land(countries).values() for ring in rings)

    def cost(box: Rectangle) -> float:
        near = box.grown(24.0)
        covered = sum(near.holds(at) for at in points) + 0.02 * sum(box.holds(at) for at in names)
        if covered > _COVERED:
            return covered
        steps = [(i + 0.5) / 12 for i in range(12)]
        inner = [(box.left + box.width * i, box.top + box.height * j) for i in steps for j in steps]
        return covered + 4 * sum(land().hold(at) for at in inner) / len(inner)

    return cost
