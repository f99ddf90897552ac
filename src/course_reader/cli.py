"""The command line: `course-reader COMMAND`.

Exit codes: 0 fine, 1 problems found, 2 wrong use.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import course_reader
from course_reader.commands.command import FINE, PROBLEMS, WRONG_USE, Command, near
from course_reader.errors import ReaderError, UsageError

#: the commands in the order of the help; those whose module has another name, with it
_MODULES = (
    "new", "add", "import=import_", "move", "check", "compare", "mentions", "propose", "glossary", "notes", "pack",
    "build", "serve", "publish", "settings", "schema", "completion",
)  # fmt: skip


def commands(asked: str = "") -> tuple[Command, ...]:
    """All commands; only the one that is asked for, if there is one of this name: loading the others takes time."""
    rows = [row.partition("=") for row in _MODULES]
    modules = {name: module or name for name, _, module in rows}
    names = [asked] if asked in modules else [*modules]
    return tuple(import_module(f"course_reader.commands.{modules[name]}").COMMAND for name in names)


class _Parser(argparse.ArgumentParser):
    """A parser that suggests the command that was probably meant."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and what was probably meant; exit with 2."""
        print(f"course-reader: {_suggestion(message)}", file=sys.stderr)
        print(f"Try `{self.prog} --help`.", file=sys.stderr)
        raise SystemExit(WRONG_USE)


class Contents(argparse.RawDescriptionHelpFormatter):
    """Help as a table of contents: each command and what it does on one line."""

    def add_argument(self, action: argparse.Action) -> None:
        """Add an argument; argparse forgets that the commands below it are indented once more."""
        super().add_argument(action)
        longest = max(map(len, action.choices), default=0) if isinstance(action.choices, dict) else 0
        # Four blanks stand before a command.
        self._action_max_length = max(self._action_max_length, 4 + longest)


def _suggestion(message: str) -> str:
    asked = re.match(r"argument (COMMAND|PART): invalid choice: '(.*?)'.*choose from (.*)\)", message)
    if not asked:
        return message
    return f"there is no {asked[1].lower()} {asked[2]!r}; {near(asked[2], re.findall(r'[a-z-]+', asked[3]))}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit code.
    """
    options = parser(_asked(sys.argv[1:] if argv is None else argv)).parse_args(argv)
    command: Command = options.chosen
    try:
        return command.run(options, _root(options, command))
    except ReaderError as error:
        print(f"course-reader: {error}", file=sys.stderr)
        return WRONG_USE if isinstance(error, UsageError) else PROBLEMS
    except KeyboardInterrupt:
        print("course-reader: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The program that reads our output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


def _root(options: argparse.Namespace, command: Command) -> Path:
    start = Path(options.root or ".").resolve()
    if not command.in_reader:
        return start
    from course_reader.model.reader import find_root

    if not start.is_dir():
        raise UsageError(f"there is no folder {start}; name the reader's folder with --root")
    return find_root(start)


def _asked(argv: Sequence[str]) -> str:
    """The name of the command, if it comes first or after the folder."""
    if argv[:1] == ["--root"]:
        argv = argv[2:]
    elif argv and argv[0].startswith("--root="):
        argv = argv[1:]
    return argv[0] if argv else ""


def parser(asked: str = "") -> argparse.ArgumentParser:
    """The parser of all commands, or of the one that is asked for."""
    made = _Parser(
        prog="course-reader",
        description="Turn articles into an annotated course reader, on the web and in print.",
        epilog="Help for a command: course-reader COMMAND --help",
        formatter_class=Contents,
    )
    made.add_argument("--version", action="version", version=f"course-reader {course_reader.__version__}")
    made.add_argument("--root", metavar="DIR", help="the reader's folder (default: the one you are in)")
    # For the command that prints what can be completed.
    made.set_defaults(commands=commands)
    _add(made, commands(asked), "COMMAND")
    return made


def fill(filled: argparse.ArgumentParser, command: Command) -> None:
    """Add the arguments of a command, or the parts of a group, to a parser."""
    command.arguments(filled)
    filled.set_defaults(chosen=command)
    if command.parts:
        _add(filled, command.parts, "PART")


def _add(above: argparse.ArgumentParser, commands: Sequence[Command], metavar: str) -> None:
    known = above.add_subparsers(metavar=metavar, required=True, title=f"{metavar.lower()}s")
    for command in commands:
        fill(known.add_parser(command.name, help=command.about, description=command.about), command)


if __name__ == "__main__":
    raise SystemExit(main())
