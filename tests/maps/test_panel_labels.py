"""The labels of one map: places with both names, countries in capitals, water on the water."""

from __future__ import annotations

from itertools import combinations

import pytest
from lxml import etree
from maps.made_up import box, obstacles, view

from course_reader.maps.base_map import Surveyor, View
from course_reader.maps.look import SCREEN
from course_reader.maps.panel import Panel
from course_reader.maps.panel_labels import draw_labels
from course_reader.maps.pen import Pen
from course_reader.maps.projection import Rectangle
from course_reader.maps.spots import Drawn, Spot

ARMENIA = Spot("armenia", "Armenia", 40.1, 45.0, Drawn.COUNTRY)
SHUSHA = Spot("shusha", "Shusha", 39.76, 46.75, other="Shushi", to="shusha.html")
SYUNIK = Spot("syunik", "Syunik", 39.3, 46.3, Drawn.REGION)


def _panel(*spots: Spot, where: View | None = None, taken: tuple[Rectangle, ...] = ()) -> tuple[Panel, list[str]]:
    """A map with its labels, and their texts."""
    seen = where or view(40.0, 45.5, width=600.0)
    panel = Panel(seen, spots, Surveyor(seen).base_map())
    pen = Pen(SCREEN)
    draw_labels(
        panel, obstacles(*taken, points=tuple(seen.to(*s.at) for s in spots if not s.drawn.is_area)), pen, SCREEN
    )
    root = etree.fromstring(pen.svg(400.0, 300.0, "map", "", ""))
    return panel, [str(text.text) for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_places_have_both_names_and_countries_capitals() -> None:
    panel, texts = _panel(ARMENIA, SHUSHA, SYUNIK)
    assert {"ARMENIA", "Shusha", "Shushi", "Syunik"} <= set(texts)
    assert set(panel.names) == {"armenia", "shusha", "syunik"}


def test_other_countries_and_water_are_named_too() -> None:
    _, texts = _panel(ARMENIA)
    assert {"AZERBAIJAN", "GEORGIA", "Lake Sevan"} <= set(texts)
    assert texts.count("ARMENIA") == 1


def test_no_label_overlaps_another_or_an_obstacle() -> None:
    blocked = box(150, 100, 120, 60)
    panel, _ = _panel(ARMENIA, SHUSHA, SYUNIK, taken=(blocked,))
    assert [pair for pair in combinations(panel.boxes, 2) if pair[0].meets(pair[1])] == []
    assert [one for one in panel.boxes if one.meets(blocked)] == []


def test_the_label_of_a_region_stays_in_its_country() -> None:
    panel, _ = _panel(SYUNIK)
    assert panel.base_map.countries["armenia"].hold(panel.names["syunik"].centre)


@pytest.mark.parametrize(("high", "texts"), [(30.0, ["Shusha", "Shushi"]), (17.0, ["Shusha"]), (8.0, [])])
def test_a_second_name_is_dropped_before_the_label(high: float, texts: list[str]) -> None:
    at = view(39.76, 46.75, width=300.0).to(*SHUSHA.at)
    free = Rectangle(at[0], at[1] - high / 2, at[0] + 80.0, at[1] + high / 2)
    walls = (
        Rectangle(0.0, 0.0, 400.0, free.top),
        Rectangle(0.0, free.bottom, 400.0, 300.0),
        Rectangle(0.0, free.top, free.left - 1.0, free.bottom),
        Rectangle(free.right, free.top, 400.0, free.bottom),
    )
    _, found = _panel(SHUSHA, where=view(39.76, 46.75, width=300.0), taken=walls)
    assert found == texts
