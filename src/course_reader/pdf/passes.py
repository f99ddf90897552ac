"""Measure, solve, draw, prove: the passes that bring every note to its line."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course_reader.pdf.layout import FAR, Column, Layout, LayoutError, Note, prove, solve

#: more passes than a pack has needed so far; then the notes stand where one pass puts them
MOST_PASSES = 8

#: so many passes move notes that stand too far from their lines; later ones only those that the margin cannot hold
_PASSES_FOR_FAR = 5

#: the same bytes on every run need the same time in every file: 1 January 2000
_TIMESTAMP = 946684800


class EngineError(Exception):
    """The engine refuses the pack; the sentence is for the instructor."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a pack is printed with."""

    template: Path
    #: folder that holds the template, the tree and the pictures
    root: Path
    inputs: Mapping[str, str]
    fonts: tuple[str, ...] = ()


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
class Measured:
    """What one pass found."""

    notes: list[Note]
    column: Column
    #: the page that each margin note was drawn on
    landed: dict[str, int]
    #: document of an article → its first and last sheet
    sheets: dict[str, tuple[int, int]] = field(default_factory=dict)


def print_pack(job: Job, output: Path) -> Printed:
    """Print a pack; the file is put in place only when it is whole.

    Raises:
        EngineError: if the engine refuses it; an earlier file stays as it was.
    """
    fresh = output.with_suffix(".new.pdf")
    layout_file = job.root / "layout.json"
    try:
        seen = _pass(job, {"mode": "measure"}, None)
        layout = solve(seen.notes, seen.column)
        for count in range(2, MOST_PASSES + 1):
            _write_layout(layout_file, layout, seen.notes)
            seen = _pass(job, {"mode": "placed", "layout": "/layout.json"}, fresh)
            again = solve(seen.notes, seen.column, layout.foot, FAR if count < _PASSES_FOR_FAR else math.inf)
            if _same(again, layout):
                prove(seen.notes, layout, seen.column, seen.landed)
                fresh.replace(output)
                return Printed(tuple(seen.notes), layout, count, proved=True, sheets=seen.sheets)
            layout = again
        return _one_pass(job, fresh, output)
    except LayoutError:
        return _one_pass(job, fresh, output)
    finally:
        fresh.unlink(missing_ok=True)


def _one_pass(job: Job, fresh: Path, output: Path) -> Printed:
    """The layout of last resort: every note at the foot of its page, which cannot go wrong."""
    seen = _pass(job, {"mode": "foot"}, fresh)
    fresh.replace(output)
    layout = Layout({}, frozenset(n.id for n in seen.notes))
    return Printed(tuple(seen.notes), layout, MOST_PASSES, proved=False, sheets=seen.sheets)


def _same(one: Layout, other: Layout) -> bool:
    if one.foot != other.foot or one.places.keys() != other.places.keys():
        return False
    return all(page == other.places[i][0] and abs(y - other.places[i][1]) < 0.5 for i, (page, y) in one.places.items())


def _write_layout(path: Path, layout: Layout, notes: Sequence[Note]) -> None:
    """What the template reads: where notes stand, which are at the foot, and which of these are the first of a page."""
    first = {note.page: note.id for note in reversed(notes) if note.id in layout.foot}
    data = {
        "places": {i: round(y, 3) for i, (_, y) in layout.places.items()},
        "foot": sorted(layout.foot),
        "ruled": sorted(first.values()),
    }
    path.write_text(json.dumps(data), encoding="utf-8")


def _pass(job: Job, inputs: dict[str, str], output: Path | None) -> Measured:
    answer = _run({
        "template": str(job.template),
        "root": str(job.root),
        "inputs": dict(job.inputs) | inputs,
        "fonts": list(job.fonts),
        "output": str(output) if output else None,
        "timestamp": _TIMESTAMP,
        "ua": True,
    })  # fmt: skip
    rows = [row for row in answer["notes"] if "id" in row]
    column = next(Column(row["top"], row["bottom"]) for row in answer["notes"] if "top" in row)
    notes = [Note(row["id"], row["page"], row["y"], row["h"]) for row in rows]
    first = {row["part"]: row["sheet"] for row in answer["notes"] if row.get("at") == "first"}
    last = {row["part"]: row["sheet"] for row in answer["notes"] if row.get("at") == "last"}
    sheets = {part: (sheet, last[part]) for part, sheet in first.items() if part in last}
    return Measured(notes, column, {row["id"]: row["drawn"] for row in rows}, sheets)


def _run(job: dict[str, Any]) -> dict[str, Any]:
    command = [sys.executable, "-m", "course_reader.pdf.worker"]
    done = subprocess.run(command, input=json.dumps(job), capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise EngineError(f"the engine broke off: {done.stderr.strip().splitlines()[-1] if done.stderr else 'no word'}")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise EngineError(" ".join([answer["error"], *answer["hints"]]))
    return answer
