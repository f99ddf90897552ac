"""The form of a command, and the options and answers that commands share."""

from __future__ import annotations

import argparse
import difflib
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.errors import UsageError
from course_reader.model.outputs import AUDIENCES

if TYPE_CHECKING:
    from course_reader.model.problems import Problem

FINE, PROBLEMS, WRONG_USE = 0, 1, 2

#: the name of the program
COMMAND = "course-reader"

Run = Callable[[argparse.Namespace, Path], int]


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of a command that has none."""


def group_only(options: argparse.Namespace, root: Path) -> int:
    """A group of commands does nothing by itself; one of its parts has to be named."""
    raise UsageError("say which part of the command you want")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, one line about it, its arguments, and the function that runs it."""

    name: str
    about: str
    arguments: Callable[[argparse.ArgumentParser], None] = no_arguments
    run: Run = group_only
    #: whether it needs a reader to work on
    in_reader: bool = True
    #: the commands of a group, each called by both names: `notes list`
    parts: tuple[Command, ...] = field(default=())


def named(commands: Sequence[Command], before: str = "") -> Iterator[tuple[str, Command]]:
    """Every command by its full name, including those of groups."""
    for command in commands:
        yield f"{before}{command.name}", command
        yield from named(command.parts, f"{before}{command.name} ")


def json_argument(parser: argparse.ArgumentParser) -> None:
    """The option of every command that can answer with data."""
    parser.add_argument("--json", action="store_true", help="answer with data")


def audience_argument(parser: argparse.ArgumentParser) -> None:
    """The option of every command that builds pages."""
    parser.add_argument("--audience", choices=AUDIENCES, help="audience to build for (overrides conf.py)")


def print_json(value: Any) -> None:
    """Answer with data."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems to the standard error, so that answers stay clean."""
    for problem in problems:
        print(problem, file=sys.stderr)


def exit_code(problems: Sequence[Problem]) -> int:
    """The exit code of a command that has found these problems."""
    return PROBLEMS if problems else FINE


def progress_of(options: argparse.Namespace) -> Any:
    """The stream for progress: the standard error, so that answers stay clean; none if the answer is data."""
    return None if options.json else sys.stderr


def near(given: str, names: Sequence[str]) -> str:
    """A hint at the name that was probably meant, or at all there are."""
    found = difflib.get_close_matches(given, names, 1, 0.5)
    return f"did you mean {found[0]!r}?" if found else f"there are {', '.join(names)}"


def own_name() -> str:
    """The command as the user can type it: without its folder only if the shell finds it."""
    called = Path(sys.argv[0])
    is_found = shutil.which(COMMAND) is not None or called.stem != COMMAND
    return COMMAND if is_found else str(called)
