"""The outlines of land, borders and lakes from Natural Earth, packed by `tools/make_outlines.py`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from course_reader.maps.projection import Rectangle

DATA = Path(__file__).parent / "data" / "outlines.json.gz"

#: from a longitude to its equivalents
TURNS = (0.0, -360.0, 360.0)

#: latitude and longitude
Degrees = tuple[float, float]

#: a box in steps of the grid: left, low, right, high
Steps = tuple[int, int, int, int]


class Ring(NamedTuple):
    """The numbers of the lines around an area, and their bounding box."""

    lines: tuple[int, ...]
    box: Steps


class Country(NamedTuple):
    """A country or territory in Natural Earth: its name, its areas, and their bounding box."""

    name: str
    rings: tuple[Ring, ...]
    box: Steps


class Outlines:
    """Lines by number; a negative number is the line `~number` in reverse."""

    def __init__(self, path: Path = DATA) -> None:
        with gzip.open(path) as file:
            # Each form of the data is freed once the next is made; together they would take a third more memory.
            data = json.loads(file.read().decode())
        self._grid: int = data["grid"]
        #: for each line, its bounding box and its points as text: as numbers they would take ten times the memory
        self.boxes: list[Steps] = [(left, low, right, high) for left, low, right, high, _ in data["lines"]]
        self._lines: list[str] = [steps for *_, steps in data["lines"]]
        self.countries = [self._country(country["name"], country["rings"]) for country in data["countries"]]
        self.lakes = [self._ring(lake) for lake in data["lakes"]]
        self.borders: list[int] = data["borders"]
        self.disputed: list[int] = data["disputed"]
        self.coasts: list[int] = data["coasts"]

    def _country(self, name: str, rings: list[list[int]]) -> Country:
        found = tuple(map(self._ring, rings))
        return Country(name, found, _around([ring.box for ring in found]))

    def _ring(self, lines: list[int]) -> Ring:
        return Ring(tuple(lines), _around([self.boxes[plain(number)] for number in lines]))

    def bounds(self, ring: Ring) -> Rectangle:
        """Longitudes left and right, latitudes top (south) and bottom (north)."""
        left, low, right, high = ring.box
        return Rectangle(left / self._grid, low / self._grid, right / self._grid, high / self._grid)

    def line(self, number: int) -> list[Degrees]:
        """The points of a line."""
        steps = list(map(int, self._lines[plain(number)].split()))
        xs, ys, grid = accumulate(steps[::2]), accumulate(steps[1::2]), self._grid
        points = [(y / grid, x / grid) for x, y in zip(xs, ys, strict=True)]
        return points if number >= 0 else points[::-1]

    def start(self, number: int) -> Degrees:
        """The first point of a line, in either direction; an invisible line needs no more."""
        x, y, *_ = self._lines[plain(number)].split(" ", 2)
        return int(y) / self._grid, int(x) / self._grid

    def near(self, boxes: Iterable[Steps], around: Rectangle) -> list[bool]:
        """For each box, whether it may overlap a stretch of the globe."""
        south, north = around.top * self._grid, around.bottom * self._grid
        # Longitudes repeat every 360 degrees.
        (west0, east0), (west1, east1), (west2, east2) = (
            ((around.left + turn) * self._grid, (around.right + turn) * self._grid) for turn in TURNS
        )
        return [
            low < north
            and south < high
            and (
                (left < east0 and west0 < right) or (left < east1 and west1 < right) or (left < east2 and west2 < right)
            )
            for left, low, right, high in boxes
        ]

    def country(self, name: str) -> Country | None:
        """A country by its name, in upper or lower case."""
        folded = name.casefold()
        return next((country for country in self.countries if country.name.casefold() == folded), None)


def _around(boxes: list[Steps]) -> Steps:
    if len(boxes) == 1:
        return boxes[0]
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return min(lefts), min(lows), max(rights), max(highs)


def plain(number: int) -> int:
    """The number of a line without its direction."""
    return number if number >= 0 else ~number


@cache
def outlines() -> Outlines:
    """The outlines, read once per process."""
    return Outlines()
