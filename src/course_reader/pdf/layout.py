"""The place of each margin note on its page: pure functions, in points from the top of the paper.

Ideally a note is level with its mention. Notes keep their order and a gap between them; within these limits, the sum
of all shifts is as small as possible. If a page has too many notes for its margin, the last ones move to the foot of
the page, and only when its margin has no room for them.
The result is verified here too: nothing that overlaps is printed.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from course_reader.errors import ReaderError

#: clear space between two notes
GAP = 5.0

#: a shift after which a reader may not find a note: 160 mm
FAR = 160 / 25.4 * 72

#: a shift from which a page is too full: the glosses that its readers need least are left out. 70 mm
NEAR = 70 / 25.4 * 72

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
    #: ids of glosses that are left out, because their page is too full: the glossary explains them
    dropped: frozenset[str] = frozenset()

    def shifts(self, notes: Iterable[MarginItem]) -> dict[str, float]:
        """The distance of each margin note from its line."""
        return {n.id: abs(self.places[n.id][1] - n.y) for n in notes if n.id in self.places}


class LayoutError(ReaderError):
    """A layout that must not be printed; the message names the violated rule, and `notes` the ids of the notes."""

    def __init__(self, message: str, *notes: str) -> None:
        super().__init__(message)
        self.notes = frozenset(notes)


def solve(
    notes: Sequence[MarginItem],
    column: Column,
    kept: frozenset[str] = frozenset(),
    points: Mapping[str, int] | None = None,
) -> Layout:
    """Decide the place of every note.

    Args:
        notes: All notes in the order of the text.
        column: The margin of every page.
        kept: Notes that are at the foot whatever room there is.
        points: How much readers need a gloss at its line, for those that may be left out.
    """
    places: dict[str, tuple[int, float]] = {}
    below, dropped = set(kept), set[str]()
    for page, on_page in _by_page(notes).items():
        wanted = [note for note in on_page if note.id not in kept]
        while (spare := _to_drop(wanted, column, points or {})) is not None:
            dropped.add(spare.id)
            wanted.remove(spare)
        margin = _fitting(wanted, column)
        below |= {note.id for note in wanted} - {note.id for note in margin}
        tops = place(margin, column)
        places |= {note.id: (page, top) for note, top in zip(margin, tops, strict=True)}
    return Layout(places, frozenset(below), frozenset(dropped))


def _to_drop(notes: Sequence[MarginItem], column: Column, points: Mapping[str, int]) -> MarginItem | None:
    """The gloss to leave out next, if a page is too full: of those that crowd it, the one that is needed least."""
    # Whatever is left out, a note that is higher than the margin has no room.
    notes = [note for note in notes if note.height < column.bottom - column.top - _SLACK]
    margin = _fitting(notes, column)
    tops = place(margin, column)
    far = [at for at, (note, top) in enumerate(zip(margin, tops, strict=True)) if abs(top - note.y) > NEAR]
    if len(margin) < len(notes):
        crowd = list(notes)
    elif far:
        first, last = far[0], far[-1]
        # Notes without room between them are pushed by each other.
        while first and tops[first] - tops[first - 1] - margin[first - 1].height <= GAP + _SLACK:
            first -= 1
        while last + 1 < len(margin) and tops[last + 1] - tops[last] - margin[last].height <= GAP + _SLACK:
            last += 1
        crowd = margin[first : last + 1]
    else:
        return None
    # Of equals the last one: what comes first is needed for what follows.
    spare = [(points[note.id], -at, note) for at, note in enumerate(crowd) if note.id in points]
    return min(spare, key=lambda row: row[:2])[2] if spare else None


def _by_page(notes: Sequence[MarginItem]) -> dict[int, list[MarginItem]]:
    pages: dict[int, list[MarginItem]] = {}
    for note in notes:
        pages.setdefault(note.page, []).append(note)
    return pages


def _fitting(notes: Sequence[MarginItem], column: Column) -> list[MarginItem]:
    """The notes of a page that its margin has room for, from the first one on.

    The engine measures a note only down to the end of a margin: one of that height may be longer.
    """
    found: list[MarginItem] = []
    room = whole = column.bottom - column.top
    for note in notes:
        if note.height <= room and note.height < whole - _SLACK:
            found.append(note)
            room -= note.height + GAP
    return found


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
        if note.id in layout.dropped:
            raise LayoutError(f"the note {note.id} was left out and is there", note.id)
        if note.id not in layout.places and note.id not in layout.foot:
            raise LayoutError(f"the note {note.id} has no place", note.id)
        if note.id in layout.places and layout.places[note.id][0] != note.page:
            raise LayoutError(
                f"the note {note.id} is on page {layout.places[note.id][0]}, its mention on {note.page}", note.id
            )
        if landed and note.id in layout.places and landed.get(note.id, note.page) != note.page:
            message = f"the note {note.id} was drawn on page {landed[note.id]}, its mention is on {note.page}"
            raise LayoutError(message, note.id)
    for page, on_page in _by_page(notes).items():
        boxes = [
            (layout.places[n.id][1], layout.places[n.id][1] + n.height, n.id) for n in on_page if n.id in layout.places
        ]
        for (_, end, first), (start, _, second) in pairwise(boxes):
            if start - end < GAP - _SLACK:
                raise LayoutError(f"the notes {first} and {second} on page {page} are too close", first, second)
        for start, end, note_id in boxes:
            if start < column.top - _SLACK or end > column.bottom + _SLACK:
                raise LayoutError(f"the note {note_id} leaves the margin of page {page}", note_id)
