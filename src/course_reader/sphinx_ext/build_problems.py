"""What stops Sphinx, as a problem with a sentence instead of a traceback."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.errors import SphinxError

from course_reader.problems import Code, Problem


def fatal_problem(error: Exception, root: Path) -> Problem | None:
    """The problem that an exception of Sphinx stands for; None if it is a fault of the program."""
    if isinstance(error, SphinxError):
        message = " ".join(re.sub(r"\s*Traceback.*", "", str(error), flags=re.DOTALL).split())
        return Problem("", 0, Code.SPHINX, f"the reader cannot be built: {message or type(error).__name__}")
    if isinstance(error, OSError):
        return Problem("", 0, Code.SPHINX, f"the reader cannot be built: {error.strerror} ({error.filename})")
    return None
