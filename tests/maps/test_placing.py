"""Labels find positions without overlaps; in a full map some do without."""

from __future__ import annotations

from itertools import combinations

import pytest
from maps.made_up import FRAME, box, label, obstacles, position

from course_reader.maps.labels import Label, around_point
from course_reader.maps.placing import place, place_last


def _boxes(labels: list[Label]) -> list:
    return [one.position.box for one in labels if one.position]


def _grid(across: int, down: int, gap: float) -> list[Label]:
    """Labels of a regular grid of points."""
    points = [(20.0 + gap * i, 20.0 + gap * j) for i in range(across) for j in range(down)]
    return [Label(f"p{n}", around_point(at, 36.0, 9.0, 5.0, FRAME), at) for n, at in enumerate(points)]


def test_each_label_takes_its_cheapest_free_position() -> None:
    one = label("one", position(100, 100), position(100, 150, cost=5))
    two = label("two", position(110, 100, cost=1), position(200, 100, cost=9))
    place([one, two], obstacles())
    assert one.position is not None
    assert two.position is not None
    assert {(one.position.box.left, one.position.box.top), (two.position.box.left, two.position.box.top)} == {
        (100, 150),
        (110, 100),
    }


def test_the_cheapest_outcome_counts_whatever_the_order() -> None:
    def placed(*order: str) -> dict[str, float]:
        made = {
            "one": label("one", position(100, 100), position(100, 150, cost=20)),
            "two": label("two", position(110, 100, cost=1), position(200, 100, cost=2)),
        }
        place([made[key] for key in order], obstacles())
        return {key: one.position.cost for key, one in made.items() if one.position}

    assert placed("one", "two") == placed("two", "one") == {"one": 0.0, "two": 2}


def test_labels_avoid_obstacles_or_get_no_position() -> None:
    lucky = label("lucky", position(100, 100), position(200, 100, cost=5))
    unlucky = label("unlucky", position(100, 100))
    place([lucky, unlucky], obstacles(box(90, 95)))
    assert lucky.position is not None
    assert lucky.position.cost == 5
    assert unlucky.position is None


def test_a_label_without_positions_is_ignored() -> None:
    nowhere = label("nowhere")
    place([nowhere], obstacles())
    assert nowhere.position is None


@pytest.mark.parametrize(("across", "down", "gap"), [(3, 3, 60.0), (5, 4, 44.0), (8, 6, 24.0)])
def test_no_two_labels_overlap(across: int, down: int, gap: float) -> None:
    labels = _grid(across, down, gap)
    room = obstacles(points=tuple(one.point for one in labels if one.point))
    room.taken += [box(x - 3, y - 3, 6, 6) for x, y in room.points]
    place(labels, room)
    boxes = _boxes(labels)
    assert len(boxes) >= 0.8 * len(labels)
    assert [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])] == []
    assert [one for one in boxes if any(one.meets(taken) for taken in room.taken)] == []


def test_the_same_labels_are_placed_alike() -> None:
    first, second = _grid(6, 5, 30.0), _grid(6, 5, 30.0)
    for labels in (first, second):
        place(labels, obstacles())
    assert _boxes(first) == _boxes(second)


def test_further_labels_take_what_is_left() -> None:
    settled = label("settled", position(100, 100))
    place([settled], obstacles())
    blocked = label("blocked", position(110, 100))
    free = label("free", position(110, 100), position(200, 100, cost=3))
    place_last([blocked, free], [settled], obstacles())
    assert settled.position is not None
    assert settled.position.box.left == 100
    assert blocked.position is None
    assert free.position is not None
    assert free.position.cost == 3
