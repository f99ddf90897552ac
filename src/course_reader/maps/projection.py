"""From the globe to the sheet and back, and what is how far from what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import Protocol

#: mean radius of the Earth in kilometres
RADIUS = 6371.0

#: From the centre of a map to its edge; a map that reaches further shows the whole world, in kilometres.
FAR = 5500.0

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

    def meets(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
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


class Projection(Protocol):
    """From latitude and longitude to the sheet in kilometres."""

    #: whether one length on the sheet is the same distance everywhere, as a scale bar claims
    is_even: bool

    def to(self, latitude: float, longitude: float) -> Point:
        """The place of a point on the sheet."""

    def back(self, x: float, y: float) -> Point | None:
        """Latitude and longitude of a point on the sheet; None off the globe."""


class EqualArea:
    """Lambert's azimuthal projection: areas are true, and lengths near the centre."""

    is_even = True

    def __init__(self, latitude: float, longitude: float) -> None:
        self.longitude = longitude
        self._sin, self._cos = sin(radians(latitude)), cos(radians(latitude))

    def to(self, latitude: float, longitude: float) -> Point:
        """The place of a point on the sheet, in kilometres from the centre."""
        phi, turn = radians(latitude), radians(longitude - self.longitude)
        up, east = sin(phi), cos(phi) * cos(turn)
        near = 1 + self._sin * up + self._cos * east
        k = RADIUS * sqrt(2 / max(near, 1e-9))
        return k * cos(phi) * sin(turn), -k * (self._cos * up - self._sin * east)

    def back(self, x: float, y: float) -> Point | None:
        """The reverse of `to`."""
        rho = hypot(x, y)
        if rho > 2 * RADIUS:
            return None
        if rho < 1e-9:
            return degrees(atan2(self._sin, self._cos)), self.longitude
        c = 2 * asin(rho / (2 * RADIUS))
        up = cos(c) * self._sin - y * sin(c) * self._cos / rho
        turn = atan2(x * sin(c), rho * self._cos * cos(c) + y * self._sin * sin(c))
        return degrees(asin(max(-1.0, min(1.0, up)))), self.longitude + degrees(turn)


class EqualEarth:
    """The Equal Earth projection of Šavrič, Patterson and Jenny (2018), for the whole world."""

    is_even = False
    _TERMS = (1.340264, -0.081106, 0.000893, 0.003796)

    def to(self, latitude: float, longitude: float) -> Point:
        """The place of a point on the sheet, in kilometres from where the equator meets the meridian of Greenwich."""
        t = asin(sqrt(3) / 2 * sin(radians(latitude)))
        a1, a2, a3, a4 = self._TERMS
        bend = 9 * a4 * t**8 + 7 * a3 * t**6 + 3 * a2 * t**2 + a1
        x = 2 * sqrt(3) * radians(longitude) * cos(t) / (3 * bend)
        return RADIUS * x, -RADIUS * (a4 * t**9 + a3 * t**7 + a2 * t**3 + a1 * t)

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
