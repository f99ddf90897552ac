"""From the globe to the sheet and back, and what is how far from what."""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import ClassVar

#: mean radius of the Earth in kilometres
RADIUS = 6371.0

#: From the centre of a map to its edge; a map that reaches further shows the whole world, in kilometres.
FAR = 5500.0

#: radians in a degree: `radians` multiplies by this too, only slower
_RADIANS = pi / 180

#: how far off, in radii, the point on the other side of the globe is drawn, which lies nowhere
_OPPOSITE = sqrt(2 / 1e-9)

#: of the Equal Earth projection
_TERMS = (1.340264, -0.081106, 0.000893, 0.003796)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the sheet, or of the globe in degrees with y as latitude."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the box or on its edge."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def meets(self, other: Box, rim: float = 0.0) -> bool:
        """Whether two boxes share more than an edge, one of them with a rim around it."""
        return (
            self.left - rim < other.right
            and other.left < self.right + rim
            and self.top - rim < other.bottom
            and other.top < self.bottom + rim
        )

    def within(self, other: Box) -> bool:
        """Whether the box lies in another one."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> Box:
        """The box with a rim around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def box_of(points: Iterable[Point]) -> Box:
    """The smallest box around points.

    Raises:
        ValueError: without a point.
    """
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


class Projection(ABC):
    """From latitude and longitude to the sheet in kilometres."""

    #: whether one length on the sheet is the same distance everywhere, as a scale bar claims
    is_even: ClassVar[bool]

    @abstractmethod
    def line(self, points: Iterable[Point]) -> array[float]:
        """The places of points on the sheet: x and y in turn, which takes a sixth of the room of pairs."""

    def to(self, latitude: float, longitude: float) -> Point:
        """The place of a point on the sheet."""
        x, y = self.line([(latitude, longitude)])
        return x, y

    @abstractmethod
    def back(self, x: float, y: float) -> Point | None:
        """Latitude and longitude of a point on the sheet; None off the globe."""


@dataclass(frozen=True, slots=True)
class EqualArea(Projection):
    """Lambert's azimuthal projection around a point: areas are true, and lengths near the centre."""

    is_even = True

    latitude: float
    longitude: float

    def line(self, points: Iterable[Point]) -> array[float]:
        """The places of points on the sheet, in kilometres from the centre."""
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
        """The places of points on the sheet, in kilometres from where the equator meets the meridian of Greenwich."""
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
        """The reverse of `to`, found by halving."""
        low, high = -90.0, 90.0
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if self.to(middle, 0)[1] > y else (low, middle)
        width = self.to(low, 180)[0]
        longitude = x / width * 180 if width else 0.0
        return (low, longitude) if abs(longitude) <= 180 else None


def distance(a: Point, b: Point) -> float:
    """Kilometres between two points given as latitude and longitude, on a sphere."""
    (phi, lam), (psi, mu) = [(radians(x), radians(y)) for x, y in (a, b)]
    h = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin((mu - lam) / 2) ** 2
    return 2 * RADIUS * asin(min(1.0, sqrt(h)))


def bearing(a: Point, b: Point) -> float:
    """The direction from one point to another in degrees from north, to the east."""
    (phi, lam), (psi, mu) = [(radians(x), radians(y)) for x, y in (a, b)]
    east = sin(mu - lam) * cos(psi)
    north = cos(phi) * sin(psi) - sin(phi) * cos(psi) * cos(mu - lam)
    return degrees(atan2(east, north)) % 360


def middle(points: Iterable[Point]) -> Point:
    """The point that lies between others, also across the date line."""
    x = y = z = 0.0
    for latitude, longitude in points:
        phi, lam = radians(latitude), radians(longitude)
        x, y, z = x + cos(phi) * cos(lam), y + cos(phi) * sin(lam), z + sin(phi)
    if hypot(x, y, z) < 1e-9:
        return 0.0, 0.0
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def projection(points: list[Point], reach: float = 0.0) -> Projection:
    """The projection for a map that shows points, and so many kilometres around their middle."""
    centre = middle(points)
    widest = max([reach, *(distance(centre, point) for point in points)])
    return EqualEarth() if widest > FAR else EqualArea(*centre)


def degrees_around(shape: Projection, box: Box) -> Box:
    """The stretch of the globe under a box of the sheet: longitudes left and right, latitudes top and bottom."""
    rim: list[Point] = []
    steps = 16
    for i in range(steps + 1):
        x, y = box.left + box.width * i / steps, box.top + box.height * i / steps
        for at in ((x, box.top), (x, box.bottom), (box.left, y), (box.right, y)):
            found = shape.back(*at)
            if found is None:
                return Box(-360.0, -90.0, 360.0, 90.0)
            rim.append(found)
    south, north = min(at[0] for at in rim), max(at[0] for at in rim)
    for pole in (-90.0, 90.0):
        if box.holds(shape.to(pole, 0.0)) and shape.is_even:
            return Box(-360.0, min(south, pole), 360.0, max(north, pole))
    return Box(min(at[1] for at in rim), south, max(at[1] for at in rim), north)
