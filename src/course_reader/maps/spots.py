"""The places of a map, and which of them a map is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from course_reader.maps.projection import Point, distance

#: Places further off than this, in kilometres, go to a second map, if that is so much further than the next nearer one.
APART, RATIO = 500.0, 1.6


class Drawn(StrEnum):
    """How a place is drawn."""

    #: its name in capitals on its land
    COUNTRY = "country"
    #: its name in wide italics, without a border
    REGION = "region"
    CAPITAL = "capital"
    TOWN = "town"
    ROAD = "road"

    @property
    def is_area(self) -> bool:
        """Whether the place is no point."""
        return self in (Drawn.COUNTRY, Drawn.REGION)

    @property
    def legend(self) -> str:
        """What its symbol means, in words."""
        return {
            Drawn.COUNTRY: "country",
            Drawn.REGION: "region",
            Drawn.CAPITAL: "capital",
            Drawn.TOWN: "town",
            Drawn.ROAD: "road",
        }[self]


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a map."""

    id: str
    name: str
    latitude: float
    longitude: float
    drawn: Drawn = Drawn.TOWN
    #: the name that others use; "" if there is none
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
    """The place that is nearest to all others together."""
    return min(spots, key=lambda spot: (sum(distance(spot.at, other.at) for other in spots), spot.id))


def split(spots: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    """The places that lie together, and those far from them; at least half lie together."""
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
