"""The places of a map, and the ones far from the others."""

from __future__ import annotations

import pytest
from maps.atlas import CAUCASUS, spots

from course_reader.maps.spots import Drawn, Spot, medoid, split

PLACES = {spot.name: spot for spot in spots(CAUCASUS)}


def _named(*names: str) -> list[Spot]:
    return [PLACES[name] for name in names]


@pytest.mark.parametrize(
    ("names", "near", "far"),
    [
        (("Yerevan", "Baku", "Agdam", "Brussels"), {"Yerevan", "Baku", "Agdam"}, {"Brussels"}),
        (("Yerevan", "Agdam", "Shusha", "Moscow", "Brussels"), {"Yerevan", "Agdam", "Shusha"}, {"Moscow", "Brussels"}),
        (("Yerevan", "Baku", "Agdam"), {"Yerevan", "Baku", "Agdam"}, set()),
        (("Yerevan", "Brussels"), {"Yerevan", "Brussels"}, set()),
        ((), set(), set()),
    ],
)
def test_distant_places_are_split_off(names: tuple[str, ...], near: set[str], far: set[str]) -> None:
    core, away = split(_named(*names))
    assert ({spot.name for spot in core}, {spot.name for spot in away}) == (near, far)


def test_at_least_half_of_the_places_stay_together() -> None:
    core, away = split(_named("Yerevan", "Agdam", "Brussels", "Moscow", "Sochi"))
    assert len(core) >= len(away)


def test_the_most_central_place_does_not_depend_on_the_order() -> None:
    places = _named("Baku", "Agdam", "Yerevan", "Shusha")
    assert medoid(places) == medoid(places[::-1]) == PLACES["Agdam"]


@pytest.mark.parametrize(
    ("drawn", "is_area"), [(Drawn.COUNTRY, True), (Drawn.REGION, True), (Drawn.CAPITAL, False), (Drawn.ROAD, False)]
)
def test_countries_and_regions_are_areas(drawn: Drawn, is_area: bool) -> None:
    assert drawn.is_area is is_area


def test_every_symbol_has_a_legend() -> None:
    assert [drawn.legend for drawn in Drawn] == ["country", "region", "capital", "town", "road"]
