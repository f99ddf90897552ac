"""What the directive of a map takes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from course_reader.parts.map.directive import PlaceMapDirective, extent, ids, setup
from course_reader.parts.map.page import SIZES


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a", ("a",)), ("a b", ("a", "b")), ("a, b,c\n  d", ("a", "b", "c", "d")), ("all", ()), (" a ", ("a",))],
)
def test_places_are_ids_with_blanks_or_commas(text: str, expected: tuple[str, ...]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize("text", [None, "", "  "])
def test_no_places_are_a_mistake(text: str | None) -> None:
    with pytest.raises(ValueError, match="all"):
        ids(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50 5 56 14", (50, 5, 56, 14)),
        ("-90, -180, 90, 180", (-90, -180, 90, 180)),
        ("60 170 70 190", (60, 170, 70, 190)),
        ("50.5 5 56 14", (50.5, 5, 56, 14)),
    ],
)
def test_a_stretch_is_south_west_north_east(text: str, expected: tuple[float, ...]) -> None:
    assert extent(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        None, "", "50 5 56", "50 5 56 14 1", "a b c d", "56 5 50 14", "50 14 56 5", "-91 5 56 14", "50 0 56 361",
        "nan 1 2 3",
    ],
)  # fmt: skip
def test_what_is_no_stretch_of_the_globe_is_a_mistake(text: str | None) -> None:
    with pytest.raises(ValueError, match=r"four numbers|smaller first"):
        extent(text)


def test_sizes_are_those_that_can_be_drawn() -> None:
    size = PlaceMapDirective.option_spec["size"]

    assert [size(name) for name in SIZES] == list(SIZES)
    with pytest.raises(ValueError, match="huge"):
        size("huge")


def test_the_directive_is_known() -> None:
    known: dict[str, Any] = {}
    app: Any = SimpleNamespace(add_directive=known.__setitem__)
    setup(app)

    assert known == {"place-map": PlaceMapDirective}
