"""Errors that stop Sphinx, as a problem with a sentence instead of a traceback."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from sphinx.errors import ExtensionError, SphinxError

from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.reader import conf_file
from course_reader.sphinx_ext.faults import causes, place_in_own_code

_CANNOT = "the reader cannot be built"

#: the location given by a traceback, or by a syntax error
_FRAME = re.compile(r'File "([^"]+)", line (\d+)')
_SYNTAX = re.compile(r"\(conf\.py, line (\d+)\)")


def fatal_problem(error: Exception, root: Path) -> Problem:
    """The problem that an exception represents, in one sentence, with its place in the reader's own files."""
    own = place_in_own_code(error, root)
    if own is not None:
        message = f"{_CANNOT}: {_named(list(causes(error))[-1])}; correct this line"
        return Problem(shown_path(own[0], root), own[1], Code.NOT_BUILT, message)
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        return Problem("", 0, Code.NOT_BUILT, f"{_CANNOT}: {error.strerror or error}{where}")
    if isinstance(error, ExtensionError) and error.orig_exc and str(error).startswith("Handler"):
        message = f"{_CANNOT}: {error.modname or 'an extension'} failed: {_named(error.orig_exc)}"
        return Problem("", 0, Code.NOT_BUILT, message)
    if not isinstance(error, SphinxError):
        frame = traceback.extract_tb(error.__traceback__)[-1:]
        where = f" (in {Path(frame[0].filename).name}, line {frame[0].lineno})" if frame else ""
        message = f"{_CANNOT}: the program or an extension has a fault: {_named(error)}{where}; please report it"
        return Problem("", 0, Code.NOT_BUILT, message)
    text = str(error)
    before, shown, frames = text.partition("Traceback (most recent call last)")
    # The last line of a traceback says what went wrong.
    short = f"{before.strip()} {frames.strip().splitlines()[-1]}" if shown else text
    path, line = _place(frames or text, root)
    return Problem(path, line, Code.NOT_BUILT, f"{_CANNOT}: {' '.join(short.split())}")


def _named(error: BaseException) -> str:
    return f"{type(error).__name__}: {' '.join(str(error).split()):.300}"


def _place(text: str, root: Path) -> tuple[str, int]:
    """The last place in the reader's own files that a text names."""
    for path, line in reversed(_FRAME.findall(text)):
        if Path(path).is_relative_to(root):
            return shown_path(Path(path), root), int(line)
    syntax = _SYNTAX.search(text)
    if syntax:
        conf = shown_path(conf_file(root), root)
        return conf, int(syntax[1])
    return "", 0
