"""The outlines of Natural Earth: lines in both directions, countries, boxes around the globe."""

from __future__ import annotations

import pytest

from course_reader.maps.outlines import outlines, plain
from course_reader.maps.projection import Rectangle


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Armenia", (40.1, 45.0)),
        ("azerbaijan", (40.3, 47.7)),
        ("FRANCE", (46.5, 2.5)),
        ("Fiji", (-17.8, 178.0)),
    ],
)
def test_a_country_is_found_by_its_name_in_any_case(name: str, inside: tuple[float, float]) -> None:
    country = outlines().country(name)
    assert country is not None
    latitude, longitude = inside
    assert any(outlines().bounds(ring).holds((longitude, latitude)) for ring in country.rings)


def test_an_unknown_country_is_not_found() -> None:
    assert outlines().country("Velmar") is None


def test_a_negative_number_is_the_line_in_reverse() -> None:
    source = outlines()
    for number in (0, 1, len(source.boxes) - 1):
        line = source.line(number)
        assert source.line(~number) == line[::-1]
        assert source.start(number) == source.start(~number) == line[0]
        assert plain(~number) == plain(number) == number


def test_the_box_of_a_line_is_around_its_points() -> None:
    source = outlines()
    country = source.country("Armenia")
    assert country is not None
    (ring,) = [ring for ring in country.rings if len(ring.lines) == max(len(r.lines) for r in country.rings)]
    bounds = source.bounds(ring)
    points = [point for number in ring.lines for point in source.line(number)]
    assert all(bounds.holds((longitude, latitude)) for latitude, longitude in points)


def test_the_lines_of_a_ring_form_a_closed_ring() -> None:
    source = outlines()
    country = source.country("Georgia")
    assert country is not None
    for ring in country.rings:
        lines = [source.line(number) for number in ring.lines]
        assert [line[-1] for line in lines] == [line[0] for line in [*lines[1:], lines[0]]]


@pytest.mark.parametrize("turn", [0.0, 360.0, -360.0])
def test_nearness_does_not_depend_on_the_count_of_longitudes(turn: float) -> None:
    source = outlines()
    country = source.country("Armenia")
    assert country is not None
    around = Rectangle(44.0 + turn, 39.0, 46.0 + turn, 41.0)
    away = Rectangle(4.0 + turn, 39.0, 6.0 + turn, 41.0)
    assert source.near([country.box], around) == [True]
    assert source.near([country.box], away) == [False]


def test_the_outlines_are_read_once() -> None:
    assert outlines() is outlines()
