"""`new`: a small reader to start from, which builds at once, with one article and three entries."""

from __future__ import annotations

import argparse
from pathlib import Path

from course_reader.commands.command import FINE, Command


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `new`."""
    parser.add_argument("folder", metavar="DIR", help="a folder that does not exist yet, or is empty")


def run(options: argparse.Namespace, root: Path) -> int:
    """Make the reader."""
    made = create(Path(options.folder))
    print(f"Your new reader is in {options.folder}: {len(made)} files.")
    print(f"Next: cd {options.folder} && course-reader build")
    return FINE


def create(folder: Path) -> list[str]:
    """Write a new reader into a folder that is empty or does not exist yet.

    Returns:
        The files that were written, relative to the folder.

    Raises:
        FolderTakenError: if the folder cannot be used; then no file remains.
    """
    from importlib.resources import files

    from course_reader.store.readers import add_reader

    return add_reader(folder, files("course_reader") / "commands" / "new_reader")


COMMAND = Command("new", "Make a new reader to start from.", arguments, run, in_reader=False)
