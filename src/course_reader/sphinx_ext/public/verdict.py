"""The end of a build for the public: an error if it is unclear what the public may see."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.marks.domain import reader_domain
from course_reader.model.layers import decides
from course_reader.model.problems import Code, Problem
from course_reader.pages.reports import report
from course_reader.sphinx_ext.public.left_out import left_out
from course_reader.sphinx_ext.run_state import session

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_REPORTED = "reader_reported"


def unclear(app: Sphinx) -> list[Problem]:
    """The problems in what decides what the public sees, whether they are suppressed or not."""
    pages = reader_domain(app.env).pages.values()
    found = {page.access.unclear for page in pages}
    written = [problem for page in pages for problem in page.problems]
    found |= {problem for problem in written if decides(problem) or problem.code is Code.CLOSED_FILE}
    found |= {item.unclear for item in left_out(app.env, session(app))}
    return sorted(problem for problem in found if problem)


def were_reported(app: Sphinx) -> None:
    """Remember that this build has reported its problems."""
    app.__dict__[_REPORTED] = True


def finish(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`: end a build for the public with 1 if something was unclear; everything else is built.

    A build that reads nothing reports nothing, so the reasons are repeated.
    """
    reported = app.__dict__.pop(_REPORTED, False)
    if error or session(app).reads_all:
        return
    found = unclear(app)
    for problem in found if not reported else ():
        report(problem, Path(app.srcdir))
    if found:
        app.statuscode = 1
