"""`schema`: what a kind of file may say, as JSON Schema, with the keys that the reader's own parts add."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course_reader.commands.command import FINE, Command
from course_reader.errors import UsageError


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `schema`."""
    parser.add_argument("kind", metavar="KIND", nargs="?", help="article, pack, notes, person … (default: list them)")


def run(options: argparse.Namespace, root: Path) -> int:
    """Print a schema."""
    from course_reader.commands.own_parts import parts_of_reader
    from course_reader.parts.schemas import NAMES, text_of

    if options.kind is None:
        print("\n".join(NAMES))
        return FINE
    if options.kind not in NAMES:
        raise UsageError(f"there is no schema {options.kind!r}; there are: {', '.join(NAMES)}")
    sys.stdout.write(text_of(options.kind, parts_of_reader(root)))
    return FINE


COMMAND = Command("schema", "Print the JSON Schema of a kind of file, for an editor.", arguments, run)
