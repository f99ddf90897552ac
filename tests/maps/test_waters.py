"""The points for the labels of seas and lakes are on the water."""

from __future__ import annotations

import pytest
from maps.made_up import view

from course_reader.maps.base_map import Surveyor
from course_reader.maps.waters import WATERS

#: The outlines have no water at the points of these; their labels are never drawn.
DRY = {"Aral Sea", "Lake Chad", "White Sea"}
WET = {name: places for name, places in WATERS if name not in DRY}


@pytest.mark.parametrize("name", WET)
def test_every_label_is_on_its_water(name: str) -> None:
    for latitude, longitude in WET[name]:
        here = view(latitude, longitude, width=200.0)
        base = Surveyor(here).base_map()
        at = here.to(latitude, longitude)
        assert base.waters.hold(at) or not base.everywhere.hold(at)


def test_every_water_has_one_entry_and_a_point() -> None:
    names = [name for name, _ in WATERS]
    assert len(set(names)) == len(names)
    assert all(places for _, places in WATERS)
