"""One map of a drawing."""

from __future__ import annotations

from maps.made_up import box, view

from course_reader.maps.base_map import BaseMap
from course_reader.maps.panel import Panel


def test_panels_do_not_share_their_labels() -> None:
    one, other = (Panel(view(), (), BaseMap()) for _ in range(2))
    one.names["baku"] = box(1, 1)
    one.boxes.append(box(1, 1))
    assert (other.names, other.boxes, other.bar) == ({}, [], None)
