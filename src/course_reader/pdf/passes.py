"""Draft, solve, place, prove: the passes that bring every note to its line and every reference to its page."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
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

    sizes: dict[str, float] = field(default_factory=dict)
    #: note in the margin → its top
    tops: dict[str, float] = field(default_factory=dict)
    foot: frozenset[str] = frozenset()
    #: the first note at the foot of each page, which is parted from the text
    ruled: frozenset[str] = frozenset()
    #: label → number of its page, and how many pages the contents fill; if None, the engine finds them itself
    pages: dict[str, str] | None = None
    contents: int | None = None

    def write(self, folder: Path) -> None:
        """Write what the template reads."""
        told = {
            "sizes": self.sizes,
            "places": self.tops,
            "foot": sorted(self.foot),
            "ruled": sorted(self.ruled),
            "pages": self.pages,
            "contents": self.contents,
        }
        Path(folder, "layout.json").write_text(json.dumps(told), encoding="utf-8")

    def came_true(self, again: _Decision) -> bool:
        """Whether what follows from a pass is what it was told."""
        if (self.foot, self.ruled) != (again.foot, again.ruled) or self.tops.keys() != again.tops.keys():
            return False
        if (self.pages or again.pages, self.contents or again.contents) != (again.pages, again.contents):
            return False
        return all(abs(top - self.tops[note]) < 0.5 for note, top in again.tops.items())

    def layout(self, notes: Iterable[Note]) -> Layout:
        """The decision for notes as they were measured."""
        return Layout({n.id: (n.page, self.tops[n.id]) for n in notes if n.id in self.tops}, self.foot)


def _decide(seen: Measured, foot: frozenset[str], far: float = FAR) -> _Decision:
    """What follows from a pass."""
    layout = solve(seen.notes, seen.column, foot, far)
    # As exactly as the engine is told.
    tops = {note: round(top, 3) for note, (_, top) in layout.places.items()}
    ruled = {note.page: note.id for note in reversed(seen.notes) if note.id in layout.foot}
    return _Decision(seen.sizes, tops, layout.foot, frozenset(ruled.values()), seen.pages, seen.contents)


def print_pack(job: Job, output: Path) -> Printed:
    """Print a pack; the file is put in place only when it is whole.

    Raises:
        EngineError: if the engine refuses it; an earlier file stays as it was.
    """
    fresh = output.with_suffix(".new.pdf")
    try:
        told, drafts = _drafted(job)
        for count in range(drafts + 1, MOST_PASSES + 1):
            told.write(job.root)
            with one_pass(job, Mode.PLACED, told.tops) as placed:
                seen = placed.measured
                found = _decide(seen, told.foot, FAR if count < _PASSES_FOR_FAR else math.inf)
                if told.came_true(found):
                    layout = told.layout(seen.notes)
                    prove(seen.notes, layout, seen.column, seen.landed)
                    # Pages that were told are proved; of those that the engine found it has to be sure itself.
                    if placed.print(fresh) or told.pages is not None:
                        fresh.replace(output)
                        return Printed(tuple(seen.notes), layout, count, proved=True, sheets=seen.sheets)
            told = replace(found, sizes=told.sizes)
        return _at_foot(job, fresh, output)
    except LayoutError:
        return _at_foot(job, fresh, output)
    finally:
        fresh.unlink(missing_ok=True)


def _drafted(job: Job) -> tuple[_Decision, int]:
    """Where notes stand and how large sheets are, and how many drafts told so.

    Raises:
        EngineError: if the engine refuses the pack.
    """
    told, count, settled = _Decision(), 0, False
    while count < _MOST_DRAFTS and not settled:
        told.write(job.root)
        with one_pass(job, Mode.DRAFT, told.tops) as draft:
            found = _decide(draft.measured, told.foot)
        settled = (found.foot, found.ruled) == (told.foot, told.ruled)
        # Pages of a draft are none of the book.
        told = replace(found, sizes=told.sizes or found.sizes, pages=None, contents=None)
        count += 1
    return told, count


def _at_foot(job: Job, fresh: Path, output: Path) -> Printed:
    """The layout of last resort: every note at the foot of its page, which cannot go wrong."""
    with one_pass(job, Mode.FOOT) as only:
        seen = only.measured
        only.print(fresh)
    fresh.replace(output)
    layout = Layout({}, frozenset(n.id for n in seen.notes))
    return Printed(tuple(seen.notes), layout, MOST_PASSES, proved=False, sheets=seen.sheets)
