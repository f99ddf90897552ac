"""Reading `conf.py` without Sphinx, and the lines of settings in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from traceback import walk_tb
from typing import Any

from course_reader.errors import ReaderError
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.reader import conf_file
from course_reader.model.settings import PREFIX, Settings, judge


class BrokenConfError(ReaderError):
    """`conf.py` cannot be run; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem).removesuffix(f" [{problem.code}]"))
        self.problem = problem


class _NoTags:
    """A replacement for Sphinx's `tags`, for commands that run without it: no tag is set."""

    def __contains__(self, name: str) -> bool:
        return False

    def has(self, name: str) -> bool:
        """Whether a tag is set."""
        return False

    def add(self, name: str) -> None:
        """Set a tag, which has no effect here."""

    remove = add


def of_reader(root: Path) -> tuple[Settings, list[Problem]]:
    """Read the settings of a reader without Sphinx.

    Args:
        root: The reader's folder.

    Returns:
        The settings, and the problems with them.

    Raises:
        BrokenConfError: if `conf.py` cannot be run.
    """
    settings, wrongs = judge(read_conf(root))
    return settings, problems(wrongs, root)


def read_conf(root: Path) -> dict[str, Any]:
    """The settings of the reader in `conf.py` by full name, for commands that do not need Sphinx.

    Raises:
        BrokenConfError: if it cannot be run.
    """
    return {name: value for name, value in run_conf(root).items() if name.startswith(PREFIX)}


def run_conf(root: Path) -> dict[str, Any]:
    """All names that `conf.py` defines, with their values.

    Raises:
        BrokenConfError: if it cannot be run.
    """
    path = conf_file(root).absolute()
    values: dict[str, Any] = {"__file__": str(path), "__name__": "conf", "tags": _NoTags()}
    try:
        # As Sphinx does it: paths in the configuration are relative to its folder.
        with chdir(path.parent):
            exec(compile(path.read_bytes(), str(path), "exec"), values)
    except (Exception, SystemExit) as error:
        why = error.msg if isinstance(error, SyntaxError) else str(error)
        message = f"the configuration cannot be run ({type(error).__name__}: {why}); correct it"
        raise BrokenConfError(
            Problem(shown_path(path, root.absolute()), _line_of(error, path), Code.NOT_BUILT, message)
        ) from error
    return values


def _line_of(error: BaseException, path: Path) -> int:
    """The line of a file at which an error arose; 0 if it is not known."""
    if isinstance(error, SyntaxError):
        return error.lineno or 0 if error.filename == str(path) else 0
    frames = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == str(path)]
    return frames[-1] if frames else 0


def problems(wrongs: Mapping[str, str], root: Path) -> list[Problem]:
    """Problems for messages about settings, with their lines in `conf.py`."""
    shown = shown_path(conf_file(root), root)
    return [Problem(shown, conf_line(root, name), Code.BAD_SETTING, message) for name, message in wrongs.items()]


def conf_line(root: Path, name: str) -> int:
    """The line in `conf.py` that sets a name; 0 if there is none, as when it is set on the command line."""
    try:
        lines = conf_file(root).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return 0
    found = [at for at, line in enumerate(lines, 1) if re.match(rf"\s*{re.escape(name)}\b\s*[:=+]", line)]
    return found[-1] if found else 0
