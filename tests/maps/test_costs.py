"""The costs of positions: obstacles, other points, lines below, other labels."""

from __future__ import annotations

from math import inf

import pytest
from maps.made_up import FRAME, box, obstacles, position

from course_reader.maps.costs import BAD, FORBIDDEN, Obstacles, OwnCosts, around, between, crowd
from course_reader.maps.labels import Position
from course_reader.maps.projection import Point
from course_reader.maps.spatial_index import SpatialIndex


def _cost(where: Position, room: Obstacles, point: Point | None = None, most: float = inf) -> float:
    return OwnCosts(room).cost(where, point, SpatialIndex(FRAME).cells(around(where)), most)


def test_a_free_position_costs_only_its_own_cost() -> None:
    assert _cost(position(100, 100, cost=2.5), obstacles(box(200, 200))) == 2.5


def test_a_position_on_an_obstacle_is_forbidden() -> None:
    assert _cost(position(100, 100), obstacles(box(120, 105))) >= FORBIDDEN
    assert _cost(position(100, 100), obstacles(box(120, 105), box(90, 95)), most=FORBIDDEN) == FORBIDDEN


def test_a_label_must_be_nearest_to_its_own_point() -> None:
    own, other = (95.0, 105.0), (145.0, 105.0)
    clear = _cost(position(100, 100), obstacles(points=(own, (300.0, 200.0))), own)
    mistaken = _cost(position(100, 100), obstacles(points=(own, other)), own)
    assert clear == 0.0
    assert mistaken > clear


def test_a_leader_should_not_cross_an_obstacle() -> None:
    away = position(100, 100, leader=((50.0, 105.0), (98.0, 105.0)))
    assert _cost(away, obstacles(box(60, 100, 10, 10)), (50.0, 105.0)) == BAD
    assert _cost(away, obstacles(box(60, 150, 10, 10)), (50.0, 105.0)) == 0.0


def test_lines_below_a_label_cost_a_little() -> None:
    room = obstacles()
    room.crowded = crowd([(110.0, 105.0), (112.0, 105.0), (300.0, 105.0), (900.0, 105.0)], FRAME)
    assert _cost(position(100, 100), room) == pytest.approx(0.8)
    assert _cost(position(200, 200), room) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "cost"),
    [
        (position(100, 100), position(200, 100), 0.0),
        (position(100, 100), position(120, 105), FORBIDDEN),
        (position(100, 100), position(140.5, 100), FORBIDDEN),
        (position(100, 100), position(20, 100, leader=((150.0, 105.0), (62.0, 105.0))), BAD),
        (
            position(300, 10, leader=((100.0, 100.0), (200.0, 200.0))),
            position(300, 40, leader=((100.0, 200.0), (200.0, 100.0))),
            BAD,
        ),
        (
            position(300, 10, leader=((100.0, 100.0), (200.0, 200.0))),
            position(300, 40, leader=((300.0, 200.0), (400.0, 100.0))),
            0.0,
        ),
    ],
)
def test_two_labels_cost_each_other_the_same(one: Position, other: Position, cost: float) -> None:
    assert between(one, other) == between(other, one) == cost


def test_the_space_around_a_label_includes_its_leader() -> None:
    away = position(100, 100, leader=((50.0, 250.0), (98.0, 105.0)))
    assert around(away).holds((50.0, 250.0))
    assert around(away).holds((140.0, 110.0))
