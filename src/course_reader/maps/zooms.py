"""Outlines without what cannot be seen at a zoom: each line is thinned once for all maps of about the same scale."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import cos, floor, log2, pi, radians

from course_reader.maps.outlines import Degrees, Outlines
from course_reader.maps.projection import RADIUS
from course_reader.maps.shapes import thinned

#: kilometres in a degree of latitude
_DEGREE = RADIUS * pi / 180

#: Longer stretches, in degrees, get points in between: a straight line in degrees is curved on the map.
_STRETCH = 1.5


def level_of(kilometres: float) -> int:
    """The zoom at which nothing is lost that is larger than a number of kilometres; two of them double the scale.

    >>> level_of(1.0), level_of(5.0), level_of(0.3)
    (0, 4, -4)
    """
    return floor(2 * log2(kilometres))


class Zooms:
    """The lines of some outlines at all zooms that have been asked for."""

    def __init__(self, source: Outlines) -> None:
        self._source = source
        #: level → line → its latitudes and longitudes in turn, which take a sixth of the memory of pairs
        self._known: dict[int, dict[int, array[float]]] = {}

    def line(self, number: int, level: int) -> Iterator[Degrees]:
        """The points of a line at a zoom, with more of them on long stretches."""
        lines = self._known.setdefault(level, {})
        places = lines.get(number)
        if places is None:
            points = _dense(_simplified(self._source.line(number), 2.0 ** (level / 2)))
            places = lines[number] = array("d", [degree for point in points for degree in point])
        return zip(places[::2], places[1::2], strict=True)


def _simplified(points: list[Degrees], least: float) -> list[Degrees]:
    """A line in degrees without points that are at most so many kilometres away from it."""
    # As wide as a degree of longitude is where it is widest: no point is lost that lies farther away.
    wide = _DEGREE * max(cos(radians(latitude)) for latitude, _ in points)
    flat = [(latitude * _DEGREE, longitude * wide) for latitude, longitude in points]
    kept = iter(thinned(flat, least))
    following, found = next(kept, None), []
    for at, point in zip(flat, points, strict=True):
        if at is following:
            found.append(point)
            following = next(kept, None)
    return found


def _dense(points: list[Degrees]) -> list[Degrees]:
    """The line with extra points on its long stretches."""
    dense = points[:1]
    for (lat0, lon0), (lat1, lon1) in pairwise(points):
        up, across = lat1 - lat0, lon1 - lon0
        if abs(up) < _STRETCH and abs(across) < _STRETCH:
            # As it is written, not as a sum: an end that two lines share stays the same.
            dense.append((lat1, lon1))
            continue
        steps = 1 + int(max(abs(up), abs(across)) / _STRETCH)
        dense += [(lat0 + up * i / steps, lon0 + across * i / steps) for i in range(1, steps)]
        dense.append((lat1, lon1))
    return dense


@lru_cache(maxsize=2)
def zooms(source: Outlines) -> Zooms:
    """The zooms of some outlines, kept for the process."""
    return Zooms(source)
