"""Errors that stop Sphinx, as a problem with a sentence instead of a traceback."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.errors import ExtensionError, SphinxError

from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.reader import conf_file

#: the location given by a traceback, or by a syntax error
_FRAME = re.compile(r'File "([^"]+)", line (\d+)')
_SYNTAX = re.compile(r"\(conf\.py, line (\d+)\)")


def fatal_problem(error: Exception, root: Path) -> Problem | None:
    """The problem that an exception of Sphinx represents; None if it is a bug."""
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        return Problem("", 0, Code.SPHINX, f"the reader cannot be built: {error.strerror or error}{where}")
    if not isinstance(error, SphinxError):
        return None
    if isinstance(error, ExtensionError) and error.orig_exc and str(error).startswith("Handler"):
        message = f"the reader cannot be built: {error.modname or 'an extension'} failed: {error.orig_exc}"
        return Problem("", 0, Code.SPHINX, message)
    text = str(error)
    before, traceback, frames = text.partition("Traceback (most recent call last)")
    # The last line of a traceback says what went wrong.
    short = f"{before.strip()} {frames.strip().splitlines()[-1]}" if traceback else text
    path, line = _place(frames or text, root)
    return Problem(path, line, Code.SPHINX, f"the reader cannot be built: {' '.join(short.split())}")


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
