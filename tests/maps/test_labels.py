"""Candidate positions: around points and in areas, the best first, all inside the frame."""

from __future__ import annotations

import pytest
from maps.made_up import FRAME

from course_reader.maps.labels import around_centre, around_point, width


@pytest.mark.parametrize(
    ("narrow", "wide"), [("ill", "www"), ("Baku", "Yerevan"), ("a", "aa"), ("Ağdam", "Ağdamlı"), ("i", "Մ")]
)
def test_wider_letters_make_a_wider_text(narrow: str, wide: str) -> None:
    assert 0 < width(narrow, 10.0) < width(wide, 10.0)


def test_width_grows_with_size_and_spacing() -> None:
    assert width("Baku", 20.0) == pytest.approx(2 * width("Baku", 10.0))
    assert width("Baku", 10.0, 0.5) == pytest.approx(width("Baku", 10.0) + 4 * 5.0)
    assert width("Ağrı", 10.0) == pytest.approx(width("Agrı", 10.0))


def test_a_label_goes_first_to_the_right_of_its_point() -> None:
    first, *others = around_point((200.0, 150.0), 40.0, 10.0, 7.0, FRAME)
    assert (first.anchor, first.cost, first.leader) == ("start", 0.0, None)
    assert (first.box.left, first.box.centre[1]) == (207.0, 150.0)
    assert all(other.cost > 0 for other in others)


def test_positions_away_from_the_point_have_a_leader() -> None:
    positions = around_point((200.0, 150.0), 40.0, 10.0, 7.0, FRAME)
    assert {bool(position.leader) for position in positions[:8]} == {False}
    assert {bool(position.leader) for position in positions[8:]} == {True}
    costs = [position.cost for position in positions[8:]]
    assert costs == sorted(costs)


@pytest.mark.parametrize("point", [(200.0, 150.0), (3.0, 3.0), (398.0, 150.0), (200.0, 299.0)])
def test_all_positions_are_inside_the_frame(point: tuple[float, float]) -> None:
    positions = [*around_point(point, 40.0, 10.0, 7.0, FRAME), *around_centre(point, 40.0, 10.0, 8.0, FRAME)]
    assert positions
    assert all(position.box.within(FRAME) for position in positions)


def test_the_label_of_an_area_is_best_in_its_middle() -> None:
    positions = around_centre((200.0, 150.0), 40.0, 10.0, 8.0, FRAME)
    assert positions[0].box.centre == (200.0, 150.0)
    assert [position.cost for position in positions] == sorted(position.cost for position in positions)


def test_the_label_of_a_lake_stays_near_its_point() -> None:
    near = around_centre((200.0, 150.0), 40.0, 10.0, 6.0, FRAME, most=2.0)
    assert near
    assert len(near) < len(around_centre((200.0, 150.0), 40.0, 10.0, 6.0, FRAME))
    assert all(position.box.grown(2.0).holds((200.0, 150.0)) for position in near)
