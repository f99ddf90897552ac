"""The SVG of symbols, scales, labels and whole drawings."""

from __future__ import annotations

import pytest
from lxml import etree
from maps.made_up import FRAME, box, position

from course_reader.maps.base_map import BaseMap
from course_reader.maps.look import PRINT, SCREEN
from course_reader.maps.pen import Lettering, Pen
from course_reader.maps.spots import Drawn, Spot

SVG = "{http://www.w3.org/2000/svg}"
LETTERING = Lettering(("Shusha", "Shushi"), ("map-name", "map-other"), (12.5, 11.0), 0.0, 1.0)


def _spot(**changes: object) -> Spot:
    return Spot(**{"id": "shusha", "name": "Shusha", "latitude": 39.76, "longitude": 46.75, **changes})  # type: ignore[arg-type]


def _drawn(pen: Pen) -> etree._Element:
    return etree.fromstring(pen.svg(400.0, 300.0, "map", "A “map” & more", "The map shows a < b."))


def test_the_size_of_lettering() -> None:
    assert LETTERING.wide == max(LETTERING.widths())
    assert LETTERING.high == pytest.approx(23.5 * 1.1)
    spaced = Lettering(("Shusha", "Shushi"), ("map-region", "map-other"), (12.5, 11.0), 0.5, 1.0)
    assert spaced.widths()[0] > LETTERING.widths()[0]
    assert spaced.widths()[1] == LETTERING.widths()[1]


def test_a_drawing_has_title_and_description() -> None:
    root = _drawn(Pen(SCREEN))
    assert root.get("viewBox") == "0 0 400 300"
    assert root.findtext(f"{SVG}title") == "A “map” & more"
    assert root.findtext(f"{SVG}desc") == "The map shows a < b."
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "map-title")
    assert (root.get("font-family"), _drawn(Pen(PRINT)).get("font-family")) == (None, "Libertinus Serif")


@pytest.mark.parametrize(
    ("drawn", "classes"),
    [
        (Drawn.TOWN, ["map-dot"]),
        (Drawn.CAPITAL, ["map-ring", "map-bar"]),
        (Drawn.ROAD, ["map-ring"]),
    ],
)
def test_each_kind_of_place_has_a_symbol(drawn: Drawn, classes: list[str]) -> None:
    pen = Pen(SCREEN)
    taken = pen.symbol(_spot(drawn=drawn), (200.0, 150.0))
    assert taken.centre == (200.0, 150.0)
    assert [element.get("class") for element in _drawn(pen)[2:]] == classes


def test_the_subject_of_a_map_has_a_ring_around_its_symbol() -> None:
    pen = Pen(SCREEN)
    plain, subject = (pen.symbol(_spot(focus=focus), (200.0, 150.0)) for focus in (False, True))
    assert subject.width == plain.width + 8.0
    assert "map-focus" in [element.get("class") for element in _drawn(pen)]


def test_the_base_map_has_sea_land_and_a_frame() -> None:
    land = {
        "Velmar": [[(10.0, 10.0), (50.0, 10.0), (50.0, 50.0)]],
        "Ostrava": [[(60.0, 10.0), (90.0, 10.0), (90.0, 50.0)]],
    }
    pen = Pen(SCREEN)
    pen.base_map(FRAME, BaseMap(land, borders=[[(50.0, 10.0), (50.0, 50.0)]]), {"velmar"})
    classes = [element.get("class") for element in _drawn(pen)[2:]]
    assert classes == ["map-sea", "map-land", "map-named", "map-border", "map-frame"]


def test_a_scale_bar_has_two_halves_and_its_length() -> None:
    pen = Pen(SCREEN)
    pen.scale(box(10, 10, 120, 20), (1000.0, 100.0), 10.0)
    root = _drawn(pen)
    assert [element.get("width") for element in root.iter(f"{SVG}rect")] == ["50", "50"]
    assert [element.text for element in root.iter(f"{SVG}text")] == ["0", "1,000 km"]


def test_the_label_of_a_place_is_a_link_outside_the_picture() -> None:
    pen = Pen(SCREEN)
    pen.label(LETTERING, position(100, 100), _spot(to="shusha.html?a&b", other="Shushi"), on_named=True)
    root = _drawn(pen)
    (link,) = root.iter(f"{SVG}a")
    assert (link.get("href"), link.get("aria-label")) == ("shusha.html?a&b", "Shusha / Shushi")
    assert [line.text for line in link.iter(f"{SVG}text")] == ["Shusha", "Shushi"]
    assert root.get("role") == "group"
    assert link.getparent().get("class") == "map-names"


def test_a_label_without_an_address_is_text_and_one_of_the_surroundings_part_of_the_picture() -> None:
    pen = Pen(SCREEN)
    pen.label(LETTERING, position(100, 100), _spot(focus=True), on_named=False)
    pen.label(Lettering(("IRAN",), ("map-context",), (10.0,), 0.1, 1.0), position(10, 10), None, on_named=False)
    root = _drawn(pen)
    assert list(root.iter(f"{SVG}a")) == []
    assert [line.text for line in root.iter(f"{SVG}text")] == ["IRAN", "Shusha", "Shushi"]
    assert [group.get("font-weight") for group in root.iter(f"{SVG}g")] == ["600"]


def test_a_leader_connects_point_and_label() -> None:
    pen = Pen(SCREEN)
    pen.label(LETTERING, position(100, 100, leader=((50.0, 50.0), (98.04, 105.0))), _spot(), on_named=False)
    (leader,) = [element for element in _drawn(pen) if element.get("class") == "map-leader"]
    assert leader.get("d") == "M50 50L98 105"


def test_the_area_of_another_map_is_outlined() -> None:
    pen = Pen(SCREEN)
    pen.extent([(10.0, 10.0), (50.0, 10.0), (50.0, 50.0)])
    assert [element.get("class") for element in _drawn(pen)[2:]] == ["map-extent"]
