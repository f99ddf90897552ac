"""Where each margin note stands on its page: pure functions, in points, measured from the top of the paper.

A note wants to stand level with its mention. Notes keep their order and a gap between them; within that, the sum
of all shifts is as small as it can be. Where the notes of a page are too many for its margin, or would stand too far
from their lines, some go to the foot of the page: those whose going brings the others closest to their lines.
What is decided here is proved here: nothing goes to print that overlaps.
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

#: rounding of the engine
_SLACK = 0.05


@dataclass(frozen=True, slots=True)
class Note:
    """A note as the engine measured it."""

    id: str
    #: the page of its mention, from 1
    page: int
    #: where its top would be level with its mention
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
    #: ids of notes that stand at the foot of their page, because its margin is full
    foot: frozenset[str]

    def shifts(self, notes: Iterable[Note]) -> dict[str, float]:
        """How far each margin note stands from its line."""
        return {n.id: abs(self.places[n.id][1] - n.y) for n in notes if n.id in self.places}


class LayoutError(ReaderError):
    """A layout that must not be printed; says which rule it breaks."""


def solve(notes: Sequence[Note], column: Column, foot: frozenset[str] = frozenset(), far: float = FAR) -> Layout:
    """Decide where every note stands.

    Args:
        notes: All notes in the order of the text.
        column: The margin of every page.
        foot: Notes that stand at the foot already; they stay there, so that repeated passes come to an end.
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


def _by_page(notes: Sequence[Note]) -> dict[int, list[Note]]:
    pages: dict[int, list[Note]] = {}
    for note in notes:
        pages.setdefault(note.page, []).append(note)
    return pages


def _tops(notes: Sequence[Note], column: Column, far: float) -> list[float] | None:
    """Where the notes of a page stand; None if some have to leave its margin."""
    if sum(n.height for n in notes) + GAP * (len(notes) - 1) > column.bottom - column.top:
        return None
    tops = place(notes, column)
    return tops if all(abs(n.y - top) <= far for n, top in zip(notes, tops, strict=True)) else None


def _to_move(notes: Sequence[Note], column: Column) -> int:
    """Which note leaves a margin: one that no margin could hold, else the one without which the rest shifts least."""
    for index, note in enumerate(notes):
        if note.height > column.bottom - column.top:
            return index
    endless = Column(column.top, math.inf)

    def shift_without(index: int) -> tuple[float, int]:
        rest = [*notes[:index], *notes[index + 1 :]]
        tops = place(rest, column) if _tops(rest, column, math.inf) is not None else place(rest, endless)
        # Of equals the last: it is the nearest to the foot.
        return round(sum(abs(n.y - top) for n, top in zip(rest, tops, strict=True)), 3), -index

    return min(range(len(notes)), key=shift_without)


def place(notes: Sequence[Note], column: Column) -> list[float]:
    """The tops of the notes of one page, which fit its margin, with the least sum of shifts."""
    if not notes:
        return []
    # Counted from where each would stand if all notes were stacked from zero, tops only have to rise.
    stacked = [0.0]
    for note in notes[:-1]:
        stacked.append(stacked[-1] + note.height + GAP)
    rising = isotonic_medians([note.y - offset for note, offset in zip(notes, stacked, strict=True)])
    highest = column.bottom - notes[-1].height - stacked[-1]
    return [min(max(top, column.top), highest) + offset for top, offset in zip(rising, stacked, strict=True)]


def isotonic_medians(wanted: Sequence[float]) -> list[float]:
    """The rising sequence with the least sum of distances from the wanted one.

    Pools of neighbours that are out of order are merged; each pool stands at its (lower) median.
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


def prove(notes: Sequence[Note], layout: Layout, column: Column, landed: dict[str, int] | None = None) -> None:
    """Check a layout against what was measured after it was applied.

    Args:
        notes: All notes as the last pass measured them.
        layout: What was applied.
        column: The margin.
        landed: The page that each margin note was drawn on.

    Raises:
        LayoutError: if a note is lost, stands on another page, overlaps or leaves the margin.
    """
    for note in notes:
        if note.id not in layout.places and note.id not in layout.foot:
            raise LayoutError(f"the note {note.id} has no place")
        if note.id in layout.places and layout.places[note.id][0] != note.page:
            raise LayoutError(
                f"the note {note.id} stands on page {layout.places[note.id][0]}, its mention on {note.page}"
            )
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
