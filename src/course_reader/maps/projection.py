"""Projections of the globe onto a plane and back, distances and directions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import ClassVar

#: mean radius of the Earth in kilometres
RADIUS = 6371.0

#: Beyond this distance from its centre, in kilometres, a map shows the whole world.
FAR = 5500.0

#: radians in a degree; multiplying is faster than calling `radians`
_RADIANS = pi / 180

#: an arbitrary distance, in radii, for the point opposite the centre, which has no image
_OPPOSITE = sqrt(2 / 1e-9)

#: coefficients of the Equal Earth projection
_TERMS = (1.340264, -0.081106, 0.000893, 0.003796)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle on the plane or in the drawing, or on the globe in degrees, with y as latitude."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Distance from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Distance from top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, point: Point) -> bool:
        """Whether a point is inside the rectangle or on its edge."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def meets(self, other: Rectangle, rim: float = 0.0) -> bool:
        """Whether two rectangles overlap, with a margin added around one of them."""
        return (
            self.left - rim < other.right
            and other.left < self.right + rim
            and self.top - rim < other.bottom
            and other.top < self.bottom + rim
        )

    def within(self, other: Rectangle) -> bool:
        """Whether the rectangle is inside another one."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> Rectangle:
        """The rectangle extended on all sides."""
        return Rectangle(self.left - by, self.top - by, self.right + by, self.bottom + by)


def bounding_box(points: Iterable[Point]) -> Rectangle:
    """The smallest rectangle around points.

    Raises:
        ValueError: without a point.
    """
    xs, ys = zip(*points, strict=True)
    return Rectangle(min(xs), min(ys), max(xs), max(ys))


class Projection(ABC):
    """Maps latitude and longitude to a plane, in kilometres."""

    #: whether the scale is nearly the same everywhere, as a scale bar claims
    is_even: ClassVar[bool]

    @abstractmethod
    def line(self, points: Iterable[Point]) -> array[float]:
        """Points on the plane, as alternating x and y: a sixth of the memory of pairs."""

    def to(self, latitude: float, longitude: float) -> Point:
        """A point on the plane."""
        x, y = self.line([(latitude, longitude)])
        return x, y

    @abstractmethod
    def back(self, x: float, y: float) -> Point | None:
        """Latitude and longitude of a point on the plane; None off the globe."""


@dataclass(frozen=True, slots=True)
class EqualArea(Projection):
    """Lambert's azimuthal projection: areas are true everywhere, lengths near the centre."""

    is_even = True

    latitude: float
    longitude: float

    def line(self, points: Iterable[Point]) -> array[float]:
        """Points on the plane, in kilometres from the centre."""
        middle, s, c = self.longitude, sin(radians(self.latitude)), cos(radians(self.latitude))
        places = array("d")
        add = places.append
        for latitude, longitude in points:
            phi, turn = latitude * _RADIANS, (longitude - middle) * _RADIANS
            up, out = sin(phi), cos(phi)
            east = out * cos(turn)
            near = 1 + s * up + c * east
            k = RADIUS * (sqrt(2 / near) if near > 1e-9 else _OPPOSITE)
            add(k * out * sin(turn))
            add(-k * (c * up - s * east))
        return places

    def back(self, x: float, y: float) -> Point | None:
        """The reverse of `to`."""
        rho = hypot(x, y)
        if rho > 2 * RADIUS:
            return None
        if rho < 1e-9:
            return self.latitude, self.longitude
        s, c = sin(radians(self.latitude)), cos(radians(self.latitude))
        angle = 2 * asin(rho / (2 * RADIUS))
        up = cos(angle) * s - y * sin(angle) * c / rho
        turn = atan2(x * sin(angle), rho * c * cos(angle) + y * s * sin(angle))
        return degrees(asin(max(-1.0, min(1.0, up)))), self.longitude + degrees(turn)


@dataclass(frozen=True, slots=True)
class EqualEarth(Projection):
    """The Equal Earth projection of Šavrič, Patterson and Jenny (2018), for the whole world."""

    is_even = False

    def line(self, points: Iterable[Point]) -> array[float]:
        """Points on the plane, in kilometres from the equator and the Greenwich meridian."""
        a1, a2, a3, a4 = _TERMS
        b2, b3, b4 = 3 * a2, 7 * a3, 9 * a4
        half, twice = sqrt(3) / 2, 2 * sqrt(3)
        places = array("d")
        add = places.append
        for latitude, longitude in points:
            t = asin(half * sin(latitude * _RADIANS))
            bend = b4 * t**8 + b3 * t**6 + b2 * t**2 + a1
            add(RADIUS * (twice * (longitude * _RADIANS) * cos(t) / (3 * bend)))
            add(-RADIUS * (a4 * t**9 + a3 * t**7 + a2 * t**3 + a1 * t))
        return places

    def back(self, x: float, y: float) -> Point | None:
        """The reverse of `to`, found by bisection."""
        low, high = -90.0, 90.0
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if self.to(middle, 0)[1] > y else (low, middle)
        width = self.to(low, 180)[0]
        longitude = x / width * 180 if width else 0.0
        return (low, longitude) if abs(longitude) <= 180 else None


def distance(a: Point, b: Point) -> float:
    """Kilometres between two points, given as latitude and longitude, on a sphere.

    >>> round(distance((52.52, 13.4), (48.86, 2.35)))  # from Berlin to Paris
    877
    """
    (phi, lam), (psi, mu) = [(radians(x), radians(y)) for x, y in (a, b)]
    h = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin((mu - lam) / 2) ** 2
    return 2 * RADIUS * asin(min(1.0, sqrt(h)))


def bearing(a: Point, b: Point) -> float:
    """The direction from one point to another, in degrees clockwise from north.

    >>> round(bearing((52.52, 13.4), (48.86, 2.35)))
    247
    """
    (phi, lam), (psi, mu) = [(radians(x), radians(y)) for x, y in (a, b)]
    east = sin(mu - lam) * cos(psi)
    north = cos(phi) * sin(psi) - sin(phi) * cos(psi) * cos(mu - lam)
    return degrees(atan2(east, north)) % 360


def middle(points: Iterable[Point]) -> Point:
    """The point in the middle of others, even across the date line."""
    x = y = z = 0.0
    for latitude, longitude in points:
        phi, lam = radians(latitude), radians(longitude)
        x, y, z = x + cos(phi) * cos(lam), y + cos(phi) * sin(lam), z + sin(phi)
    if hypot(x, y, z) < 1e-9:
        return 0.0, 0.0
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def projection(points: list[Point]) -> Projection:
    """The projection for a map of some points: of their region, or of the world if they are too far apart.

    >>> projection([(40.2, 44.5), (40.4, 49.9)]).is_even
    True
    >>> projection([(40.2, 44.5), (-33.9, 151.2)]).is_even
    False
    """
    centre = middle(points)
    widest = max((distance(centre, point) for point in points), default=0.0)
    return EqualEarth() if widest > FAR else EqualArea(*centre)


def degrees_around(shape: Projection, box: Rectangle) -> Rectangle:
    """The part of the globe in a box of the plane, with longitudes left and right, latitudes top and bottom."""
    rim: list[Point] = []
    steps = 16
    for i in range(steps + 1):
        x, y = box.left + box.width * i / steps, box.top + box.height * i / steps
        for at in ((x, box.top), (x, box.bottom), (box.left, y), (box.right, y)):
            found = shape.back(*at)
            if found is None:
                return Rectangle(-360.0, -90.0, 360.0, 90.0)
            rim.append(found)
    south, north = min(at[0] for at in rim), max(at[0] for at in rim)
    for pole in (-90.0, 90.0):
        if box.holds(shape.to(pole, 0.0)) and shape.is_even:
            return Rectangle(-360.0, min(south, pole), 360.0, max(north, pole))
    return Rectangle(min(at[1] for at in rim), south, max(at[1] for at in rim), north)
