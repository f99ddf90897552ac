"""`notes`: listing notes, and changing files of notes. Each part of the command is a module."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

from course_reader.commands.command import Command, Run
from course_reader.commands.notes import arguments


def _of(module: str) -> Run:
    """The run of a module of this package, which is loaded only then."""

    def run(options: argparse.Namespace, root: Path) -> int:
        code: int = import_module(f"{__name__}.{module}").run(options, root)
        return code

    return run


COMMAND = Command(
    "notes",
    "List notes, and bring them up to date with their texts.",
    parts=(
        Command("list", "Show where each note is, and how certain that is.", arguments.of_list, _of("list")),
        Command(
            "fix",
            "Add ids and context to handwritten notes so that they can be found again.",
            arguments.of_fix,
            _of("fix"),
        ),
        Command(
            "reanchor", "Move notes to their words after a text was edited.", arguments.of_reanchor, _of("reanchor")
        ),
        Command("export", "Write the notes on an article as W3C Web Annotations.", arguments.of_export, _of("export")),
        Command("import", "Turn annotations from other tools into notes.", arguments.of_import, _of("import_")),
    ),
)
