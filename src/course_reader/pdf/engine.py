"""The engine from outside: a pass in a process of its own, what it measured, and its file if it is wanted."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from course_reader.pdf.layout import Column, Note

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
class Measured:
    """What one pass found."""

    notes: list[Note]
    column: Column
    #: note in the margin → the sheet it was drawn on
    landed: dict[str, int]
    #: label → the number of its page, which references print
    pages: dict[str, str] = field(default_factory=dict)
    #: document of an article → its first and last sheet
    sheets: dict[str, tuple[int, int]] = field(default_factory=dict)
    #: sheet to read before → the part of the usual size that its letters have, where this pass looked for it
    sizes: dict[str, float] = field(default_factory=dict)
    #: how many pages the contents fill
    contents: int = 1


@dataclass(frozen=True, slots=True)
class Pass:
    """A pass that waits for what is thought of it."""

    measured: Measured
    _engine: subprocess.Popen[str]

    def print(self, output: Path) -> None:
        """Write out what is set.

        Raises:
            EngineError: if the engine refuses it.
        """
        _ask(self._engine, str(output))


@contextmanager
def one_pass(job: Job, inputs: dict[str, str], tops: Mapping[str, float] | None = None) -> Iterator[Pass]:
    """Set a pack once, with notes where they are to stand.

    Raises:
        EngineError: if the engine refuses it.
    """
    told = {
        "template": str(job.template),
        "root": str(job.root),
        "inputs": dict(job.inputs) | inputs,
        "fonts": list(job.fonts),
        "timestamp": _TIMESTAMP,
        "ua": True,
    }
    command = [sys.executable, "-m", "course_reader.pdf.worker"]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, text=True, encoding="utf-8"
        ) as engine,
    ):
        try:
            yield Pass(_measured(_ask(engine, told)["notes"], tops or {}), engine)
        except BrokenPipeError:
            raise EngineError(f"the engine broke off: {_last_line(said)}") from None
        finally:
            engine.kill()
            # Drops what an engine that fell over did not read; closing the pipe alone would fail for it.
            engine.communicate()


def _ask(engine: subprocess.Popen[str], what: object) -> dict[str, Any]:
    """Send a line to an engine and wait for its answer."""
    if engine.stdin is None or engine.stdout is None:
        raise BrokenPipeError
    engine.stdin.write(json.dumps(what) + "\n")
    engine.stdin.flush()
    line = engine.stdout.readline()
    if not line:
        raise BrokenPipeError
    answer: dict[str, Any] = json.loads(line)
    if "error" in answer:
        raise EngineError(" ".join([answer["error"], *answer["hints"]]))
    return answer


def _last_line(said: IO[str]) -> str:
    said.seek(0)
    lines = said.read().strip().splitlines()
    return lines[-1] if lines else "no word"


def _measured(rows: list[dict[str, Any]], tops: Mapping[str, float]) -> Measured:
    """What the template tells, row by row.

    Args:
        rows: The rows.
        tops: Where notes were to stand; the others stood level with their mentions.
    """
    ends = {row["end"]: (row["sheet"], row["y"]) for row in rows if "end" in row}
    first = {row["part"]: row["sheet"] for row in rows if row.get("at") == "first"}
    last = {row["part"]: row["sheet"] for row in rows if row.get("at") == "last"}
    sheets = {part: (sheet, last[part]) for part, sheet in first.items() if part in last}
    begin, end = sheets.pop("contents", (1, 1))
    return Measured(
        [_note(row, ends, tops) for row in rows if "id" in row],
        next(Column(row["top"], row["bottom"]) for row in rows if "top" in row),
        {note: sheet for note, (sheet, _) in ends.items()},
        next((row["pages"] for row in rows if "pages" in row), {}),
        sheets,
        {row["of"]: row["size"] for row in rows if "size" in row},
        end - begin + 1,
    )


def _note(row: dict[str, Any], ends: Mapping[str, tuple[int, float]], tops: Mapping[str, float]) -> Note:
    """A note; one at the foot has no height, since it takes its room in the text."""
    note, wanted = row["id"], row["y"]
    height = ends[note][1] - tops.get(note, wanted) if note in ends else 0.0
    return Note(note, row["page"], wanted, height)
