"""Measure, solve, draw, prove: the passes that bring every note to its line and every reference to its page."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from course_reader.pdf.engine import Job, Measured, Mode, one_pass
from course_reader.pdf.layout import FAR, Layout, LayoutError, Note, prove, solve

#: more passes than a pack has needed so far; then the notes stand where one pass puts them
MOST_PASSES = 8

#: So many of them are drafts at most: each sends notes to the foot, which moves the lines behind them.
_MOST_DRAFTS = 3

#: so many passes move notes that stand too far from their lines; later ones only those that the margin cannot hold
_PASSES_FOR_FAR = 7


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of it."""

    notes: tuple[Note, ...]
    layout: Layout
    passes: int
    #: whether the margin was solved and proved; otherwise notes stand one below the other
    proved: bool
    #: document of an article → its first and last sheet
    sheets: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def far(self) -> dict[str, float]:
        """Notes that stand noticeably away from their line, and how far, in points."""
        return {note: shift for note, shift in self.layout.shifts(self.notes).items() if shift > FAR}


@dataclass(frozen=True, slots=True)
class _Decision:
    """What the next pass is told."""

    sizes: dict[str, float]
    layout: Layout = Layout({}, frozenset())
    pages: dict[str, str] = field(default_factory=dict)
    #: how many pages the contents fill, as soon as it is known
    contents: int | None = None
    #: the first note at the foot of each page, which is parted from the text
    ruled: frozenset[str] = frozenset()

    @classmethod
    def of(cls, layout: Layout, seen: Measured, sizes: dict[str, float]) -> _Decision:
        """What follows from a pass."""
        return cls(sizes, layout, seen.pages, seen.contents, _ruled(seen.notes, layout.foot))

    @property
    def tops(self) -> dict[str, float]:
        """Where each note in the margin stands, as exactly as the engine is told."""
        return {note: round(y, 3) for note, (_, y) in self.layout.places.items()}

    def write(self, folder: Path) -> None:
        """Write what the template reads."""
        data = {
            "places": self.tops,
            "foot": sorted(self.layout.foot),
            "ruled": sorted(self.ruled),
            "pages": self.pages,
            "contents": self.contents,
            "sizes": self.sizes,
        }
        Path(folder, "layout.json").write_text(json.dumps(data), encoding="utf-8")

    def came_true(self, again: Layout, seen: Measured) -> bool:
        """Whether a pass found what it was told."""
        found = _Decision.of(again, seen, self.sizes)
        if (self.pages, self.contents, self.ruled) != (found.pages, found.contents, found.ruled):
            return False
        mine, other = self.layout, again
        if mine.foot != other.foot or mine.places.keys() != other.places.keys():
            return False
        return all(
            page == mine.places[i][0] and abs(y - mine.places[i][1]) < 0.5 for i, (page, y) in other.places.items()
        )


def _ruled(notes: Sequence[Note], foot: Set[str]) -> frozenset[str]:
    """The first note at the foot of each page."""
    return frozenset({note.page: note.id for note in reversed(notes) if note.id in foot}.values())


def print_pack(job: Job, output: Path) -> Printed:
    """Print a pack; the file is put in place only when it is whole.

    Raises:
        EngineError: if the engine refuses it; an earlier file stays as it was.
    """
    fresh = output.with_suffix(".new.pdf")
    try:
        decision, drafts = _drafted(job)
        decision.write(job.root)
        with one_pass(job, Mode.MEASURE) as first:
            seen = first.measured
        decision = _Decision.of(solve(seen.notes, seen.column, decision.layout.foot), seen, decision.sizes)
        for count in range(drafts + 2, MOST_PASSES + 1):
            decision.write(job.root)
            with one_pass(job, Mode.PLACED, decision.tops) as again:
                seen, foot = again.measured, decision.layout.foot
                layout = solve(seen.notes, seen.column, foot, FAR if count < _PASSES_FOR_FAR else math.inf)
                if decision.came_true(layout, seen):
                    prove(seen.notes, decision.layout, seen.column, seen.landed)
                    again.print(fresh)
                    fresh.replace(output)
                    return Printed(tuple(seen.notes), decision.layout, count, proved=True, sheets=seen.sheets)
            decision = _Decision.of(layout, seen, decision.sizes)
        return _at_foot(job, fresh, output)
    except LayoutError:
        return _at_foot(job, fresh, output)
    finally:
        fresh.unlink(missing_ok=True)


def _drafted(job: Job) -> tuple[_Decision, int]:
    """Which notes stand at the foot and how large sheets are, and how many drafts told so.

    Raises:
        EngineError: if the engine refuses the pack.
    """
    decision, count, settled = _Decision({}), 0, False
    while count < _MOST_DRAFTS and not settled:
        decision.write(job.root)
        with one_pass(job, Mode.DRAFT) as draft:
            seen = draft.measured
        foot = solve(seen.notes, seen.column, decision.layout.foot).foot
        settled = foot == decision.layout.foot
        decision = _Decision(decision.sizes or seen.sizes, Layout({}, foot), ruled=_ruled(seen.notes, foot))
        count += 1
    return decision, count


def _at_foot(job: Job, fresh: Path, output: Path) -> Printed:
    """The layout of last resort: every note at the foot of its page, which cannot go wrong."""
    with one_pass(job, Mode.FOOT) as only:
        seen = only.measured
        only.print(fresh)
    fresh.replace(output)
    layout = Layout({}, frozenset(n.id for n in seen.notes))
    return Printed(tuple(seen.notes), layout, MOST_PASSES, proved=False, sheets=seen.sheets)
