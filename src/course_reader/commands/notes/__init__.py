"""The group of commands `course-reader notes`: what stands where, and what changes files of notes."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

from course_reader.commands import Command, Run
from course_reader.commands.notes.arguments import (
    export_arguments,
    fix_arguments,
    import_arguments,
    list_arguments,
    reanchor_arguments,
)


def _of(module: str) -> Run:
    """What a module of this package does, loaded when it is called: the modules need all of Sphinx."""

    def run(options: argparse.Namespace, root: Path) -> int:
        code: int = import_module(f"{__name__}.{module}").run(options, root)
        return code

    return run


NOTES = Command(
    "notes",
    "List notes, and bring them up to date with their texts.",
    parts=(
        Command("list", "Say where each note stands, and how sure that is.", list_arguments, _of("listing")),
        Command("fix", "Give notes that were written by hand what finds them again.", fix_arguments, _of("fixing")),
        Command(
            "reanchor", "Bring notes to their words after a text was edited.", reanchor_arguments, _of("reanchoring")
        ),
        Command("export", "Write the notes of an article as W3C Web Annotations.", export_arguments, _of("exporting")),
        Command("import", "Turn annotations of other tools into notes.", import_arguments, _of("importing")),
    ),
)

__all__ = ["NOTES"]
