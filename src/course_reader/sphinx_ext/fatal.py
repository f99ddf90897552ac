"""Errors that stop Sphinx, as a problem with a sentence instead of a traceback."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from sphinx.errors import ExtensionError, SphinxError

from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.reader import conf_file

#: the location given by a traceback, or by a syntax error
_FRAME = re.compile(r'File "([^"]+)", line (\d+)')
_SYNTAX = re.compile(r"\(conf\.py, line (\d+)\)")


def fatal_problem(error: Exception, root: Path) -> Problem | None:
    """The problem that an exception of Sphinx represents; None if it is a bug."""
    own = _in_own_code(error, root)
    if own is not None:
        return own
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        return Problem("", 0, Code.SPHINX, f"the reader cannot be built: {error.strerror or error}{where}")
    if not isinstance(error, SphinxError):
        return None
    if isinstance(error, ExtensionError) and error.orig_exc and str(error).startswith("Handler"):
        message = f"the reader cannot be built: {error.modname or 'an extension'} failed: {error.orig_exc}"
        return Problem("", 0, Code.SPHINX, message)
    text = str(error)
    before, shown, frames = text.partition("Traceback (most recent call last)")
    # The last line of a traceback says what went wrong.
    short = f"{before.strip()} {frames.strip().splitlines()[-1]}" if shown else text
    path, line = _place(frames or text, root)
    return Problem(path, line, Code.SPHINX, f"the reader cannot be built: {' '.join(short.split())}")


def _in_own_code(error: Exception, root: Path) -> Problem | None:
    """The problem if the error was raised in Python code of the reader, such as a part beside `conf.py`."""
    conf = conf_file(root)
    for cause in _causes(error):
        for frame in reversed(traceback.extract_tb(cause.__traceback__)):
            path = Path(frame.filename)
            if path != conf and path.is_relative_to(conf.parent) and "site-packages" not in path.parts:
                message = f"the reader cannot be built: {type(cause).__name__}: {cause}; correct this line"
                return Problem(shown_path(path, root), frame.lineno or 1, Code.SPHINX, message)
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception, and those that it was made from."""
    seen: list[BaseException] = []
    found: BaseException | None = error
    while found is not None and found not in seen:
        yield found
        seen.append(found)
        original = found.orig_exc if isinstance(found, ExtensionError) else None
        found = original or found.__cause__ or found.__context__


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
