"""What a command is: shared by the command line and the modules that add commands to it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course_reader.errors import ReaderError

FINE, PROBLEMS, WRONG_USE = 0, 1, 2

Run = Callable[[argparse.Namespace, Path], int]


class UsageError(ReaderError):
    """Something was asked for that cannot be; the sentence says what to do."""


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of a command that has none."""


def group_only(options: argparse.Namespace, root: Path) -> int:
    """What a group of commands does by itself: nothing, since one of its parts has to be named."""
    raise UsageError("say which part of the command you want")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, one line about it, its arguments, and the function that does it."""

    name: str
    about: str
    arguments: Callable[[argparse.ArgumentParser], None] = no_arguments
    run: Run = group_only
    #: whether it needs to stand in a reader
    in_reader: bool = True
    #: the commands of a group, each called by both names: `notes list`
    parts: tuple[Command, ...] = field(default=())


def print_json(value: Any) -> None:
    """Answer with data."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def progress_of(options: argparse.Namespace) -> Any:
    """Where progress goes: to the standard error, so that answers stay clean; nowhere if the answer is data."""
    return None if options.json else sys.stderr
