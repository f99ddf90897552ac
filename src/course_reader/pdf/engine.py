"""The engine from outside: a pass in a process of its own, what it measured, and its file if it is wanted."""

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
from course_reader.pdf.layout import Column, Note

#: the same bytes on every run need the same time in every file: 1 January 2000
_TIMESTAMP = 946684800


class EngineError(ReaderError):
    """The engine refuses the pack; the sentence is for the instructor."""


class Mode(StrEnum):
    """What a pass is for."""

    #: set articles and chapters alone; find how large the letters of each sheet to read before may be
    DRAFT = "draft"
    #: set everything as the decision says
    PLACED = "placed"
    #: set everything at once, with the notes at the foot of the page
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class Job:
    """What a pack is printed with."""

    template: Path
    #: folder that holds the template, the tree and the pictures
    root: Path
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
    #: sheet to read before → the part of the usual size that its letters have, as the first draft finds it
    sizes: dict[str, float] = field(default_factory=dict)
    #: how many pages the contents fill
    contents: int = 1


@dataclass(frozen=True, slots=True)
class Pass:
    """A pass that waits for what is thought of it."""

    measured: Measured
    _engine: subprocess.Popen[str]

    def print(self, output: Path) -> bool:
        """Write out what is set.

        Returns:
            Whether the engine is sure of the numbers of pages that it found itself.

        Raises:
            EngineError: if the engine refuses it.
        """
        return bool(_ask(self._engine, str(output))["settled"])


@contextmanager
def one_pass(job: Job, mode: Mode, tops: Mapping[str, float] | None = None) -> Iterator[Pass]:
    """Set a pack once, with notes where they are to stand.

    Raises:
        EngineError: if the engine refuses it.
    """
    told = {
        "template": str(job.template),
        "root": str(job.root),
        "inputs": {"mode": mode},
        "fonts": list(job.fonts),
        "timestamp": _TIMESTAMP,
    }
    command = [sys.executable, "-m", "course_reader.pdf.worker"]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, text=True, encoding="utf-8"
        ) as engine,
    ):
        try:
            answer = _ask(engine, told)["told"]
            try:
                measured = _measured(answer, tops or {})
            except (KeyError, TypeError) as error:
                # A template of somebody's own.
                message = f"the template does not tell what it measured: {error}; copy `tell` anew from the tool's own"
                raise EngineError(message) from None
            yield Pass(measured, engine)
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


def _measured(told: dict[str, Any], tops: Mapping[str, float]) -> Measured:
    """What the template tells.

    Args:
        told: As it comes.
        tops: Where notes were to stand; the others stood level with their mentions.
    """
    ends = {end["id"]: end for end in told["ends"]}

    def note(row: dict[str, Any]) -> Note:
        name, wanted = row["id"], row["y"] - told["rise"]
        # One at the foot has no height: it takes its room in the text.
        height = ends[name]["y"] - tops.get(name, wanted) if name in ends else 0.0
        return Note(name, row["sheet"], wanted, height)

    turns = {(row["part"], row["at"]): row["sheet"] for row in told["turns"]}
    sheets = {part: (first, turns[part, "last"]) for (part, at), first in turns.items() if at == "first"}
    begin, end = sheets.pop("contents", (1, 1))
    return Measured(
        list(map(note, told["notes"])),
        Column(**told["column"]),
        {name: row["sheet"] for name, row in ends.items()},
        told["pages"] or {},
        sheets,
        {row["of"]: row["size"] for row in told["sizes"]},
        end - begin + 1,
    )
