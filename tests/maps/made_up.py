"""Small views, labels and obstacles for the tests of single modules."""

from __future__ import annotations

from course_reader.maps.base_map import View
from course_reader.maps.costs import Obstacles
from course_reader.maps.labels import Label, Position
from course_reader.maps.projection import EqualArea, Point, Rectangle

#: a drawing of 400 by 300 units
FRAME = Rectangle(0.0, 0.0, 400.0, 300.0)


def view(latitude: float = 40.0, longitude: float = 45.0, width: float = 800.0) -> View:
    """A view of so many kilometres around a point, in the whole frame."""
    high = width * FRAME.height / FRAME.width
    window = Rectangle(-width / 2, -high / 2, width / 2, high / 2)
    return View(EqualArea(latitude, longitude), window, FRAME)


def box(x: float, y: float, wide: float = 40.0, high: float = 10.0) -> Rectangle:
    """A rectangle by its upper left corner."""
    return Rectangle(x, y, x + wide, y + high)


def position(x: float, y: float, cost: float = 0.0, leader: tuple[Point, Point] | None = None) -> Position:
    """A position of the usual size."""
    return Position(box(x, y), "start", cost, leader)


def label(key: str, *positions: Position, point: Point | None = None) -> Label:
    """A label with its possible positions."""
    return Label(key, list(positions), point)


def obstacles(*taken: Rectangle, points: tuple[Point, ...] = ()) -> Obstacles:
    """Obstacles in the whole frame."""
    return Obstacles(FRAME, list(taken), list(points))
