"""The place of each margin note on its page: pure functions, in points from the top of the paper.

Ideally a note is level with its mention. Notes keep their order and a gap between them; within these limits, the sum
of all shifts is as small as possible. If a page has too many notes for its margin, or if they would be too far from
their lines, some move to the foot of the page: those whose removal brings the others closest to their lines.
The result is verified here too: nothing that overlaps is printed.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from course_reader.errors import ReaderError

#: clear space between two notes
GAP = 5.0

#: a shift that readers notice: 40 mm
FAR = 40 / 25.4 * 72

#: tolerance for the engine's rounding
_SLACK = 0.05


@dataclass(frozen=True, slots=True)
class MarginItem:
    """A note, as measured by the engine."""

    id: str
    #: the page of its mention, from 1
    page: int
    #: the top at which it is level with its mention
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """The margin of a page: notes stay between `top` and `bottom`."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A decision for all notes of a book."""

    #: id → page and top
    places: dict[str, tuple[int, float]]
    #: ids of notes at the foot of their page, because its margin is full
    foot: frozenset[str]

    def shifts(self, notes: Iterable[MarginItem]) -> dict[str, float]:
        """The distance of each margin note from its line."""
        return {n.id: abs(self.places[n.id][1] - n.y) for n in notes if n.id in self.places}


class LayoutError(ReaderError):
    """A layout that must not be printed; the message names the violated rule."""


def solve(notes: Sequence[MarginItem], column: Column, foot: frozenset[str] = frozenset(), far: float = FAR) -> Layout:
    """Decide the place of every note.

    Args:
        notes: All notes in the order of the text.
        column: The margin of every page.
        foot: Notes that are at the foot already; they stay there, so that repeated passes terminate.
        far: The largest shift that a margin note may have; beyond it, notes go to the foot.
    """
    places: dict[str, tuple[int, float]] = {}
    below = set(foot)
    for page, on_page in _by_page(notes).items():
        margin = [note for note in on_page if note.id not in below]
        while (tops := _tops(margin, column, far)) is None:
            below.add(margin.pop(_to_move(margin, column)).id)
        places |= {note.id: (page, top) for note, top in zip(margin, tops, strict=True)}
    return Layout(places, frozenset(below))


def _by_page(notes: Sequence[MarginItem]) -> dict[int, list[MarginItem]]:
    pages: dict[int, list[MarginItem]] = {}
    for note in notes:
        pages.setdefault(note.page, []).append(note)
    return pages


def _tops(notes: Sequence[MarginItem], column: Column, far: float) -> list[float] | None:
    """The tops of the notes of a page; None if some have to leave the margin."""
    if sum(n.height for n in notes) + GAP * (len(notes) - 1) > column.bottom - column.top:
        return None
    tops = place(notes, column)
    return tops if all(abs(n.y - top) <= far for n, top in zip(notes, tops, strict=True)) else None


def _to_move(notes: Sequence[MarginItem], column: Column) -> int:
    """The note that leaves a margin: one too high for any margin, else the one that reduces the other shifts most."""
    for index, note in enumerate(notes):
        if note.height > column.bottom - column.top:
            return index
    endless = Column(column.top, math.inf)

    def shift_without(index: int) -> tuple[float, int]:
        rest = [*notes[:index], *notes[index + 1 :]]
        tops = place(rest, column) if _tops(rest, column, math.inf) is not None else place(rest, endless)
        # Among equals the last one: it is nearest to the foot.
        return round(sum(abs(n.y - top) for n, top in zip(rest, tops, strict=True)), 3), -index

    return min(range(len(notes)), key=shift_without)


def place(notes: Sequence[MarginItem], column: Column) -> list[float]:
    """The tops of the notes of one page that fit its margin and minimise the sum of shifts."""
    if not notes:
        return []
    # Measured from a stack of all notes that starts at zero, the tops only have to increase.
    stacked = [0.0]
    for note in notes[:-1]:
        stacked.append(stacked[-1] + note.height + GAP)
    rising = isotonic_medians([note.y - offset for note, offset in zip(notes, stacked, strict=True)])
    highest = column.bottom - notes[-1].height - stacked[-1]
    return [min(max(top, column.top), highest) + offset for top, offset in zip(rising, stacked, strict=True)]


def isotonic_medians(wanted: Sequence[float]) -> list[float]:
    """The increasing sequence with the smallest sum of distances from the desired one.

    Pools of neighbours that are out of order are merged; each pool takes its (lower) median.
    """
    pools: list[list[float]] = []
    for value in wanted:
        pools.append([value])
        while len(pools) > 1 and _median(pools[-2]) >= _median(pools[-1]):
            for item in pools.pop():
                bisect.insort(pools[-1], item)
    return [_median(pool) for pool in pools for _ in pool]


def _median(ordered: list[float]) -> float:
    return ordered[(len(ordered) - 1) // 2]


def prove(notes: Sequence[MarginItem], layout: Layout, column: Column, landed: dict[str, int] | None = None) -> None:
    """Verify a layout with the measurements made after it was applied.

    Args:
        notes: All notes as the last pass measured them.
        layout: The layout that was applied.
        column: The margin.
        landed: The page that each margin note was drawn on.

    Raises:
        LayoutError: if a note is lost, is on another page, overlaps or leaves the margin.
    """
    for note in notes:
        if note.id not in layout.places and note.id not in layout.foot:
            raise LayoutError(f"the note {note.id} has no place")
        if note.id in layout.places and layout.places[note.id][0] != note.page:
            raise LayoutError(f"the note {note.id} is on page {layout.places[note.id][0]}, its mention on {note.page}")
        if landed and note.id in layout.places and landed.get(note.id, note.page) != note.page:
            raise LayoutError(f"the note {note.id} was drawn on page {landed[note.id]}, its mention is on {note.page}")
    for page, on_page in _by_page(notes).items():
        boxes = [
            (layout.places[n.id][1], layout.places[n.id][1] + n.height, n.id) for n in on_page if n.id in layout.places
        ]
        for (_, end, first), (start, _, second) in pairwise(boxes):
            if start - end < GAP - _SLACK:
                raise LayoutError(f"the notes {first} and {second} on page {page} are too close")
        for start, end, note_id in boxes:
            if start < column.top - _SLACK or end > column.bottom + _SLACK:
                raise LayoutError(f"the note {note_id} leaves the margin of page {page}")
