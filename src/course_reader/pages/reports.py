"""Problems as Sphinx warnings: the only module that logs."""

from __future__ import annotations

from pathlib import Path

from sphinx.util import logging

from course_reader.model.problems import Problem, Severity

logger = logging.getLogger("course_reader")


def report(problem: Problem, srcdir: Path) -> None:
    """Print a problem as a warning of type `reader`; hints are left to `check`."""
    if problem.severity is Severity.HINT:
        return
    location = None
    if problem.path:
        path = Path(srcdir, problem.path).as_posix()
        # Sphinx takes a location without a line number for a document name.
        location = f"{path}:{problem.line or 1}"
    logger.warning(
        problem.message.replace("%", "%%"),
        type="reader",
        subtype=str(problem.code),
        location=location,
        extra={"reader_problem": problem},
    )
