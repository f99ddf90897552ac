"""The places of a map, and which of them are shown on a second one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from course_reader.maps.projection import Point, distance

#: A second map shows places at this distance, in kilometres, if they are this many times further than the next.
APART, RATIO = 500.0, 1.6


class Drawn(StrEnum):
    """The way a place is drawn."""

    #: its name in capitals on its territory
    COUNTRY = "country"
    #: its name in wide italics, without a border
    REGION = "region"
    CAPITAL = "capital"
    TOWN = "town"
    ROAD = "road"

    @property
    def is_area(self) -> bool:
        """Whether the place is an area rather than a point."""
        return self in (Drawn.COUNTRY, Drawn.REGION)

    @property
    def legend(self) -> str:
        """The meaning of its symbol, in words."""
        return self.value


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map."""

    id: str
    name: str
    latitude: float
    longitude: float
    drawn: Drawn = Drawn.TOWN
    #: a second name that others use; "" if there is none
    other: str = ""
    #: the address of its page; "" for a map without links
    to: str = ""
    #: whether the map is about this place
    focus: bool = False

    @property
    def at(self) -> Point:
        """Latitude and longitude."""
        return self.latitude, self.longitude


def medoid(spots: Sequence[Spot]) -> Spot:
    """The place with the least total distance to all others."""
    return min(spots, key=lambda spot: (sum(distance(spot.at, other.at) for other in spots), spot.id))


def split(spots: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """The places close to each other, at least half of all, and those far from them."""
    if len(spots) < 3:
        return list(spots), []
    centre = medoid(spots)
    order = sorted(spots, key=lambda spot: (distance(centre.at, spot.at), spot.id))
    away = [distance(centre.at, spot.at) for spot in order]
    gaps = [
        (away[i] / away[i - 1], -i)
        for i in range((len(order) + 1) // 2, len(order))
        if away[i - 1] > 0 and i > 1 and away[i] > APART and away[i] / away[i - 1] >= RATIO
    ]
    cut = -max(gaps)[1] if gaps else len(order)
    near = {spot.id for spot in order[:cut]}
    return [s for s in spots if s.id in near], [s for s in spots if s.id not in near]
