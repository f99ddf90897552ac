"""The index finds every box that meets another one."""

from __future__ import annotations

from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from maps.made_up import FRAME, box

from course_reader.maps.spatial_index import SpatialIndex

boxes = st.builds(box, st.floats(-50, 420), st.floats(-50, 320), st.floats(0, 120), st.floats(0, 60))


@settings(max_examples=examples(100))
@given(st.lists(boxes, max_size=12), boxes)
def test_no_box_that_overlaps_another_is_missed(many, one) -> None:
    index = SpatialIndex(FRAME, many)
    found = set(index.numbers(index.cells(one)))
    assert {number for number, other in enumerate(many) if one.meets(other)} <= found


def test_distant_boxes_are_not_found() -> None:
    index = SpatialIndex(FRAME, [box(0, 0), box(300, 0), box(0, 250)])
    assert list(index.numbers(index.cells(box(10, 2)))) == [0]
    assert list(index.numbers(index.cells(box(150, 120)))) == []


def test_a_box_can_be_added_and_removed() -> None:
    index = SpatialIndex(FRAME)
    cells = index.cells(box(100, 100))
    index.flip(3, cells)
    index.flip(1, cells)
    assert list(index.numbers(cells)) == [1, 3]
    assert index.bits(cells) == 0b1010
    index.flip(3, cells)
    assert list(index.numbers(cells)) == [1]


def test_parts_outside_the_frame_count_as_its_edge() -> None:
    index = SpatialIndex(FRAME)
    assert index.cells(box(-500, -500)) == index.cells(box(0, 0, 1, 1))
    assert index.cells(box(900, 900)) == index.cells(box(400, 300, 0, 0))
