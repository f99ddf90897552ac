"""Control of the engine: a pass in a separate process, its measurements, and its file on request."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from course_reader.errors import ReaderError
from course_reader.pdf.layout import Column, MarginItem

#: a fixed time in every file, 1 January 2000, so that every run gives the same bytes
TIMESTAMP = 946684800


class EngineError(ReaderError):
    """The engine rejects the pack; the message is for the instructor."""


class Mode(StrEnum):
    """The purpose of a pass."""

    #: set only articles and chapters; find the largest possible letters for each pre-reading page
    DRAFT = "draft"
    #: set everything as decided
    PLACED = "placed"
    #: set everything at once, with the notes at the foot of the page
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Job:
    """The input of a print run."""

    template: Path
    #: folder with the template, the tree and the pictures
    root: Path
    fonts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """The measurements of one pass."""

    notes: list[MarginItem]
    column: Column
    #: note in the margin → the sheet of paper it was drawn on
    landed: dict[str, int]
    #: label → its page number, as printed in references
    pages: dict[str, str] = field(default_factory=dict)
    #: document of an article → its first and last sheet of paper
    sheets: dict[str, tuple[int, int]] = field(default_factory=dict)
    #: pre-reading page → the size of its letters relative to the usual size, found by the first draft
    sizes: dict[str, float] = field(default_factory=dict)
    #: how many pages the contents fill
    contents: int = 1


@dataclass(frozen=True, slots=True)
class Pass:
    """A pass that waits for a decision on its measurements."""

    measured: Measured
    _engine: subprocess.Popen[str]

    def print(self, output: Path) -> bool:
        """Write the pages that have been set to a file.

        Returns:
            Whether the page numbers found by the engine are final.

        Raises:
            EngineError: if the engine rejects it.
        """
        return bool(_ask(self._engine, str(output))["settled"])


@contextmanager
def one_pass(job: Job, mode: Mode, tops: Mapping[str, float] | None = None) -> Iterator[Pass]:
    """Set a pack once, with notes at the given places.

    Raises:
        EngineError: if the engine rejects it.
    """
    request = {
        "template": str(job.template),
        "root": str(job.root),
        "inputs": {"mode": mode},
        "fonts": list(job.fonts),
        "timestamp": TIMESTAMP,
    }
    command = [sys.executable, "-m", "course_reader.pdf.worker"]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8"
        ) as engine,
    ):
        try:
            answer = _ask(engine, request)["measured"]
            try:
                measured = _measured(answer, tops or {})
            except (KeyError, TypeError) as error:
                # This happens with a reader's own template.
                message = f"the template does not report its measurements: {error}; use `report()` from `margin.typ`"
                raise EngineError(message) from None
            yield Pass(measured, engine)
        except BrokenPipeError:
            raise EngineError(f"the engine broke off: {_last_line(errors)}") from None
        finally:
            engine.kill()
            # Discards input that a crashed engine did not read; closing the pipe would fail because of it.
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


def _last_line(errors: IO[str]) -> str:
    errors.seek(0)
    lines = errors.read().strip().splitlines()
    return lines[-1] if lines else "no message"


def _measured(report: dict[str, Any], tops: Mapping[str, float]) -> Measured:
    """The measurements that the template reports.

    Args:
        report: Its data.
        tops: The places that were given for notes; the others are level with their mentions.
    """
    ends = {end["id"]: end for end in report["ends"]}

    def note(row: dict[str, Any]) -> MarginItem:
        name, wanted = row["id"], row["y"] - report["rise"]
        # A note at the foot has no height here: it takes up space in the text.
        height = ends[name]["y"] - tops.get(name, wanted) if name in ends else 0.0
        return MarginItem(name, row["sheet"], wanted, height)

    turns = {(row["part"], row["at"]): row["sheet"] for row in report["turns"]}
    sheets = {part: (first, turns[part, "last"]) for (part, at), first in turns.items() if at == "first"}
    begin, end = sheets.pop("contents", (1, 1))
    return Measured(
        list(map(note, report["notes"])),
        Column(**report["column"]),
        {name: row["sheet"] for name, row in ends.items()},
        report["pages"] or {},
        sheets,
        {row["of"]: row["size"] for row in report["sizes"]},
        end - begin + 1,
    )
