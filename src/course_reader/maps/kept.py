"""Pictures of maps, kept on disk by a digest of what they show: each is drawn once, whatever build asks for it."""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from course_reader.maps.draw import draw
from course_reader.maps.extent import LEAST, Extent
from course_reader.maps.look import SCREEN, Look
from course_reader.maps.outlines import DATA
from course_reader.maps.spots import Spot

#: how many bytes are kept, about 20,000 pictures; the ones that were asked for longest ago go first
MOST = 200_000_000

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Picture:
    """A map as SVG, and what it says in words."""

    svg: str
    width: float
    height: float
    title: str
    description: str
    #: the places without a label, for lack of room
    nameless: tuple[str, ...]


class _Shelf:
    """The folder of the process; None if nothing is kept."""

    folder: Path | None = None


def keep_in(folder: Path | None) -> None:
    """Keep pictures in a folder from now on."""
    _Shelf.folder = folder


def picture(
    spots: Sequence[Spot],
    *,
    units: float = 720.0,
    look: Look = SCREEN,
    extent: Extent | None = None,
    second: bool = True,
    title: str = "",
    key: str = "map",
    least: float = LEAST,
    heights: tuple[float, float] | None = None,
) -> Picture:
    """A map, drawn now or in an earlier build; the arguments are those of `draw`."""
    made_of = (sorted(spots, key=lambda spot: (spot.name, spot.id)), units, look, extent, second, title, key, least)
    path = _place(repr((made_of, heights)))
    found = _load(path) if path else None
    if found is None:
        made = draw(
            spots, units=units, look=look, extent=extent, second=second, title=title, key=key, least=least,
            heights=heights,
        )  # fmt: skip
        found = Picture(made.svg, made.width, made.height, made.title, made.description, made.nameless)
        if path:
            _save(path, found)
    return found


def tidy(folder: Path, most: int = MOST) -> None:
    """Remove the pictures that nobody has asked for longest, if there are too many."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        found = [(status.st_mtime_ns, entry.path, status.st_size) for entry in entries if (status := entry.stat())]
    room = most - sum(size for *_, size in found)
    for _, path, size in sorted(found):
        if room >= 0:
            return
        Path(path).unlink(missing_ok=True)
        room += size


def _place(made_of: str) -> Path | None:
    if _Shelf.folder is None:
        return None
    return _Shelf.folder / hashlib.sha256(f"{_drawn_by()}{made_of}".encode()).hexdigest()[:40]


@cache
def _drawn_by() -> str:
    """The digest of the code that draws, and of the outlines."""
    found = hashlib.sha256()
    for path in [*sorted(_HERE.glob("*.py")), DATA]:
        found.update(path.read_bytes())
    return found.hexdigest()


def _load(path: Path) -> Picture | None:
    """A picture; None if it is not there, or was cut."""
    try:
        fields = json.loads(zlib.decompress(path.read_bytes()))
        os.utime(path)
        return Picture(**fields | {"nameless": tuple(fields["nameless"])})
    except (OSError, ValueError, TypeError, KeyError, zlib.error):
        return None


def _save(path: Path, found: Picture) -> None:
    """Put a picture on the disk as a whole; where that fails, it is drawn again next time."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(zlib.compress(json.dumps(asdict(found)).encode(), 1))
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
