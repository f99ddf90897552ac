"""Draft, solve, place, prove: the passes that give every note its place and every reference its page number."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from course_reader.pdf.engine import Job, Measured, Mode, one_pass
from course_reader.pdf.glosses import Glosses, glosses_of
from course_reader.pdf.layout import FAR, Layout, LayoutError, MarginItem, prove, solve

#: passes in which all pages usually settle; after each such round, the pages that have not send their notes to the foot
ROUND = 6

#: after so many rounds all notes go to the foot
MOST_ROUNDS = 4

#: The maximum number of drafts: each moves notes to the foot, which moves the lines after them. Pages settle from the
#: first to the last, so a long paragraph full of names takes a few of them for each page.
MOST_DRAFTS = 16

#: how often a note may return from the foot to the margin of another page
_RETURNS = 2

#: in points: places that differ by less are the same
_SAME = 0.5

#: the ids of the author's own footnotes begin so; they are always at the foot
FOOTNOTE = "f:"


@dataclass(frozen=True, slots=True)
class Printed:
    """The result of printing a pack."""

    notes: tuple[MarginItem, ...]
    layout: Layout
    passes: int
    #: whether the margin was solved and proved; otherwise all notes are at the foot of the page
    proved: bool
    #: sheets whose margins did not settle: their notes are at the foot
    unsettled: frozenset[int] = frozenset()
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
    #: glosses left out of full margins, and the numbers of the others in their texts
    dropped: frozenset[str] = frozenset()
    numbers: dict[str, str] = field(default_factory=dict)
    #: label → page number, and the number of pages that the contents fill; if None, the engine finds them
    pages: dict[str, str] | None = None
    contents: int | None = None
    #: the texts of the next draft, by their labels; if None, all
    texts: list[str] | None = None

    def write(self, folder: Path) -> None:
        """Write the file that the template reads."""
        data = {
            "sizes": self.sizes,
            "places": self.tops,
            "foot": sorted(self.foot),
            "ruled": sorted(self.ruled),
            "dropped": sorted(self.dropped),
            "numbers": self.numbers,
            "pages": self.pages,
            "contents": self.contents,
            "texts": self.texts,
        }
        Path(folder, "layout.json").write_text(json.dumps(data), encoding="utf-8")

    def after(self, draft: _Decision, notes: Set[str]) -> _Decision:
        """The decision after a draft of some texts; the notes in others are as they were.

        Page numbers of a draft are not those of the book.
        """
        tops = {note: top for note, top in self.tops.items() if note not in notes}
        return replace(
            draft,
            sizes=self.sizes or draft.sizes,
            tops=tops | draft.tops,
            foot=(self.foot - notes) | draft.foot,
            ruled=(self.ruled - notes) | draft.ruled,
            pages=None,
            contents=None,
        )

    def came_true(self, again: _Decision) -> bool:
        """Whether the decision after a pass equals the one it was given."""
        if (self.foot, self.ruled, self.dropped) != (again.foot, again.ruled, again.dropped):
            return False
        if self.tops.keys() != again.tops.keys():
            return False
        if (self.pages or again.pages, self.contents or again.contents) != (again.pages, again.contents):
            return False
        return all(abs(top - self.tops[note]) < _SAME for note, top in again.tops.items())

    def layout(self, notes: Iterable[MarginItem]) -> Layout:
        """The decision as a layout of measured notes."""
        places = {n.id: (n.page, self.tops[n.id]) for n in notes if n.id in self.tops}
        return Layout(places, self.foot, self.dropped)


def _decide(seen: Measured, kept: frozenset[str], told: _Decision, glosses: Glosses) -> _Decision:
    """The decision after a pass.

    Args:
        seen: What it measured.
        kept: Notes that stay at the foot.
        told: The decision that it was given.
        glosses: The glosses of the pack.
    """
    own = {note.id for note in seen.notes if note.id.startswith(FOOTNOTE)}
    layout = solve(seen.notes, seen.column, kept | own, glosses.points)
    # With the same precision as in the engine's input.
    tops = {note: round(top, 3) for note, (_, top) in layout.places.items()}
    ruled = {note.page: note.id for note in reversed(seen.notes) if note.id in layout.foot}
    # What is left out stays out: it is not measured again.
    dropped = told.dropped | layout.dropped
    return _Decision(
        seen.sizes, tops, layout.foot, frozenset(ruled.values()), dropped, glosses.numbers(dropped), seen.pages,
        seen.contents,
    )  # fmt: skip


def print_pack(job: Job, output: Path) -> Printed:
    """Print a pack; the file is put in place only when it is complete.

    Raises:
        EngineError: if the engine rejects it; an earlier file is left alone.
    """
    fresh = output.with_suffix(".new.pdf")
    glosses = glosses_of(job.root)
    try:
        decision, count = _drafted(job, glosses)
        unsettled: set[int] = set()
        for _ in range(MOST_ROUNDS):
            printed, decision, pages = _round(job, fresh, decision, count, glosses)
            if printed is not None:
                fresh.replace(output)
                return replace(printed, unsettled=frozenset(unsettled))
            count += ROUND
            unsettled |= pages
        return _at_foot(job, fresh, output, count)
    finally:
        fresh.unlink(missing_ok=True)


def _round(
    job: Job, fresh: Path, decision: _Decision, count: int, glosses: Glosses
) -> tuple[Printed | None, _Decision, set[int]]:
    """Some passes of the whole book, until one finds what it was told.

    Returns:
        The result, if a pass was proved and printed; otherwise the decision for the next round, in which the sheets
        that did not settle have their notes at the foot, and the numbers of these sheets.
    """
    moving: set[str] = set()
    seen: Measured | None = None
    for number in range(count + 1, count + ROUND + 1):
        decision.write(job.root)
        with one_pass(job, Mode.PLACED, decision.tops) as placed:
            seen = placed.measured
            found = _decide(seen, decision.foot, decision, glosses)
            moving = _moving(decision, found)
            if decision.came_true(found):
                layout = decision.layout(seen.notes)
                try:
                    prove(seen.notes, layout, seen.column, seen.landed)
                except LayoutError as error:
                    moving = set(error.notes)
                    break
                # Page numbers from the input are proved; those found by the engine must be final.
                if placed.print(fresh) or decision.pages is not None:
                    result = Printed(tuple(seen.notes), layout, number, proved=True, sheets=seen.sheets)
                    return result, decision, set()
        decision = replace(found, sizes=decision.sizes)
    pages = {note.page for note in seen.notes if note.id in moving} if seen else set()
    foot = decision.foot | {note.id for note in seen.notes if note.page in pages} if seen else decision.foot
    tops = {note: top for note, top in decision.tops.items() if note not in foot}
    return None, replace(decision, foot=foot, tops=tops), pages


def _moving(told: _Decision, found: _Decision) -> set[str]:
    """The notes for which a pass has found another place than it was told."""
    moved = {note for note, top in found.tops.items() if abs(top - told.tops.get(note, math.inf)) >= _SAME}
    return moved | (told.foot ^ found.foot)


def _drafted(job: Job, glosses: Glosses) -> tuple[_Decision, int]:
    """The places of notes and the sizes of pre-reading pages, and the number of drafts made.

    A note at the foot moves the lines after it, perhaps onto the next page, whose margin may have room for it. So each
    draft decides afresh, and pages settle one after the other. A note that keeps returning stays at the foot. Each text
    begins on a new page and depends on no other, so a draft has only those that have not settled.

    Raises:
        EngineError: if the engine rejects the pack.
    """
    decision, count = _Decision(), 0
    sent: Counter[str] = Counter()
    heights: dict[str, float] = {}
    while count < MOST_DRAFTS:
        decision.write(job.root)
        with one_pass(job, Mode.DRAFT, decision.tops) as draft:
            # The pass measures no height of a note at the foot, but an earlier one has.
            heights |= {note.id: note.height for note in draft.measured.notes if note.id not in decision.foot}
            notes = [replace(note, height=heights.get(note.id, note.height)) for note in draft.measured.notes]
            stubborn = {note.id for note in notes if sent[note.id] > _RETURNS}
            kept = frozenset(stubborn | _dams(notes, decision.foot, glosses.texts))
            found = _decide(replace(draft.measured, notes=notes), kept, decision, glosses)
        count += 1
        fresh = decision.after(found, {note.id for note in notes})
        changed = (fresh.foot ^ decision.foot) | (fresh.ruled ^ decision.ruled) | (fresh.dropped ^ decision.dropped)
        sent.update(fresh.foot - decision.foot)
        texts = {glosses.texts.get(note) for note in changed}
        decision = replace(fresh, texts=None if None in texts else sorted(filter(None, texts)))
        if not changed:
            break
    return replace(decision, texts=None), count


def _dams(notes: Sequence[MarginItem], foot: frozenset[str], texts: Mapping[str, str]) -> set[str]:
    """Notes that stay at the foot because their line came to a new page with them.

    The line and all lines after it would return to the page before if it had no notes at the foot, and then be sent
    on again.
    """
    found: set[str] = set()
    pages = {page: list(group) for page, group in groupby(notes, key=lambda note: note.page)}
    for page, group in pages.items():
        text = texts.get(group[0].id)
        if any(note.id in foot and texts.get(note.id) == text for note in pages.get(page - 1, ())):
            first = min(note.y for note in group)
            found |= {note.id for note in group if note.y - first < _SAME and note.id in foot}
    return found


def _at_foot(job: Job, fresh: Path, output: Path, count: int) -> Printed:
    """The last resort: every note at the foot of its page, which always works."""
    with one_pass(job, Mode.FOOT) as only:
        seen = only.measured
        only.print(fresh)
    fresh.replace(output)
    layout = Layout({}, frozenset(n.id for n in seen.notes))
    return Printed(tuple(seen.notes), layout, count + 1, proved=False, sheets=seen.sheets)
