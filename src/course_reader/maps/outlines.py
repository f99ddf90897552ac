"""The outlines of land, borders and lakes: Natural Earth, as `tools/make_outlines.py` packed it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from course_reader.maps.projection import Box

DATA = Path(__file__).parent / "data" / "outlines.json.gz"

#: Longitudes count around the globe.
_TURNS = (-360.0, 0.0, 360.0)

#: latitude and longitude
Degrees = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory as Natural Earth counts them: its name and the lines around its areas."""

    name: str
    rings: tuple[tuple[int, ...], ...]


class Outlines:
    """Lines by number; a number below zero is the line `~number` backwards."""

    def __init__(self, path: Path = DATA) -> None:
        data = json.loads(gzip.decompress(path.read_bytes()))
        self.source: str = data["source"]
        self._grid: int = data["grid"]
        self._lines: list[tuple[int, int, int, int, str]] = data["lines"]
        self._known: dict[int, list[Degrees]] = {}
        self.countries = [Country(c["name"], tuple(map(tuple, c["rings"]))) for c in data["countries"]]
        self.lakes: list[tuple[int, ...]] = [tuple(lake) for lake in data["lakes"]]
        self.borders: list[int] = data["borders"]
        self.disputed: list[int] = data["disputed"]
        self.coasts: list[int] = data["coasts"]

    def bounds(self, lines: Iterable[int]) -> Box:
        """Longitudes left and right, latitudes top (south) and bottom (north)."""
        boxes = [self._lines[n if n >= 0 else ~n] for n in lines]
        grid = self._grid
        return Box(
            min(b[0] for b in boxes) / grid,
            min(b[1] for b in boxes) / grid,
            max(b[2] for b in boxes) / grid,
            max(b[3] for b in boxes) / grid,
        )

    def line(self, number: int) -> list[Degrees]:
        """The points of a line."""
        plain = number if number >= 0 else ~number
        points = self._known.get(plain)
        if points is None:
            steps = list(map(int, self._lines[plain][4].split()))
            x = y = 0
            points = []
            for dx, dy in zip(steps[::2], steps[1::2], strict=True):
                x, y = x + dx, y + dy
                points.append((y / self._grid, x / self._grid))
            self._known[plain] = points
        return points if number >= 0 else points[::-1]

    def start(self, number: int) -> Degrees:
        """The point where a line starts, or ends if it is walked backwards: enough of a line that nobody sees."""
        x, y, *_ = self._lines[number if number >= 0 else ~number][4].split(" ", 2)
        return int(y) / self._grid, int(x) / self._grid

    def near(self, lines: Iterable[int], around: Box) -> bool:
        """Whether something of these lines may lie in a stretch of the globe: looked at piece by piece."""
        south, north = around.top * self._grid, around.bottom * self._grid
        spans = [(around.left + turn) * self._grid for turn in _TURNS], (around.right - around.left) * self._grid
        for number in lines:
            left, low, right, high, _ = self._lines[number if number >= 0 else ~number]
            if low < north and south < high and any(left < west + spans[1] and west < right for west in spans[0]):
                return True
        return False

    def country(self, name: str) -> Country | None:
        """A country by its name, whatever its case."""
        folded = name.casefold()
        return next((country for country in self.countries if country.name.casefold() == folded), None)


@cache
def outlines() -> Outlines:
    """The outlines, read once for each process."""
    return Outlines()
