"""Draft, solve, place, prove: the passes that give every note its place and every reference its page number."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from course_reader.pdf.engine import Job, Measured, Mode, one_pass
from course_reader.pdf.layout import FAR, Layout, LayoutError, MarginItem, prove, solve

#: more passes than any pack has needed so far; after that the notes go to the foot of the page
MOST_PASSES = 8

#: The maximum number of drafts: each moves notes to the foot, which moves the lines after them.
_MOST_DRAFTS = 3

#: passes that move notes too far from their lines; later ones move only notes that do not fit the margin
_PASSES_FOR_FAR = 7


@dataclass(frozen=True, slots=True)
class Printed:
    """The result of printing a pack."""

    notes: tuple[MarginItem, ...]
    layout: Layout
    passes: int
    #: whether the margin was solved and proved; otherwise all notes are at the foot of the page
    proved: bool
    #: document of an article → its first and last sheet of paper
    sheets: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def far(self) -> dict[str, float]:
        """Notes noticeably away from their line, with the distance in points."""
        return {note: shift for note, shift in self.layout.shifts(self.notes).items() if shift > FAR}


@dataclass(frozen=True, slots=True)
class _Decision:
    """The input for the next pass."""

    sizes: dict[str, float] = field(default_factory=dict)
    #: note in the margin → its top
    tops: dict[str, float] = field(default_factory=dict)
    foot: frozenset[str] = frozenset()
    #: the first note at the foot of each page, which a line separates from the text
    ruled: frozenset[str] = frozenset()
    #: label → page number, and the number of pages that the contents fill; if None, the engine finds them
    pages: dict[str, str] | None = None
    contents: int | None = None

    def write(self, folder: Path) -> None:
        """Write the file that the template reads."""
        data = {
            "sizes": self.sizes,
            "places": self.tops,
            "foot": sorted(self.foot),
            "ruled": sorted(self.ruled),
            "pages": self.pages,
            "contents": self.contents,
        }
        Path(folder, "layout.json").write_text(json.dumps(data), encoding="utf-8")

    def came_true(self, again: _Decision) -> bool:
        """Whether the decision after a pass equals the one it was given."""
        if (self.foot, self.ruled) != (again.foot, again.ruled) or self.tops.keys() != again.tops.keys():
            return False
        if (self.pages or again.pages, self.contents or again.contents) != (again.pages, again.contents):
            return False
        return all(abs(top - self.tops[note]) < 0.5 for note, top in again.tops.items())

    def layout(self, notes: Iterable[MarginItem]) -> Layout:
        """The decision as a layout of measured notes."""
        return Layout({n.id: (n.page, self.tops[n.id]) for n in notes if n.id in self.tops}, self.foot)


def _decide(seen: Measured, foot: frozenset[str], far: float = FAR) -> _Decision:
    """The decision after a pass."""
    layout = solve(seen.notes, seen.column, foot, far)
    # With the same precision as in the engine's input.
    tops = {note: round(top, 3) for note, (_, top) in layout.places.items()}
    ruled = {note.page: note.id for note in reversed(seen.notes) if note.id in layout.foot}
    return _Decision(seen.sizes, tops, layout.foot, frozenset(ruled.values()), seen.pages, seen.contents)


def print_pack(job: Job, output: Path) -> Printed:
    """Print a pack; the file is put in place only when it is complete.

    Raises:
        EngineError: if the engine rejects it; an earlier file is left alone.
    """
    fresh = output.with_suffix(".new.pdf")
    try:
        decision, drafts = _drafted(job)
        for count in range(drafts + 1, MOST_PASSES + 1):
            decision.write(job.root)
            with one_pass(job, Mode.PLACED, decision.tops) as placed:
                seen = placed.measured
                found = _decide(seen, decision.foot, FAR if count < _PASSES_FOR_FAR else math.inf)
                if decision.came_true(found):
                    layout = decision.layout(seen.notes)
                    prove(seen.notes, layout, seen.column, seen.landed)
                    # Page numbers from the input are proved; those found by the engine must be final.
                    if placed.print(fresh) or decision.pages is not None:
                        fresh.replace(output)
                        return Printed(tuple(seen.notes), layout, count, proved=True, sheets=seen.sheets)
            decision = replace(found, sizes=decision.sizes)
        return _at_foot(job, fresh, output)
    except LayoutError:
        return _at_foot(job, fresh, output)
    finally:
        fresh.unlink(missing_ok=True)


def _drafted(job: Job) -> tuple[_Decision, int]:
    """The places of notes and the sizes of pre-reading pages, and the number of drafts made.

    Raises:
        EngineError: if the engine rejects the pack.
    """
    decision, count, settled = _Decision(), 0, False
    while count < _MOST_DRAFTS and not settled:
        decision.write(job.root)
        with one_pass(job, Mode.DRAFT, decision.tops) as draft:
            found = _decide(draft.measured, decision.foot)
        settled = (found.foot, found.ruled) == (decision.foot, decision.ruled)
        # Page numbers of a draft are not those of the book.
        decision = replace(found, sizes=decision.sizes or found.sizes, pages=None, contents=None)
        count += 1
    return decision, count


def _at_foot(job: Job, fresh: Path, output: Path) -> Printed:
    """The last resort: every note at the foot of its page, which always works."""
    with one_pass(job, Mode.FOOT) as only:
        seen = only.measured
        only.print(fresh)
    fresh.replace(output)
    layout = Layout({}, frozenset(n.id for n in seen.notes))
    return Printed(tuple(seen.notes), layout, MOST_PASSES, proved=False, sheets=seen.sheets)
