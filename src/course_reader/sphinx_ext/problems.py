"""All problems of a reader that has been read: in its settings, its files and its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.logging import is_suppressed_warning

from course_reader.checks import consistency
from course_reader.model.problems import Code, Problem
from course_reader.sphinx_ext import bib_files, links_back, settings
from course_reader.sphinx_ext.run_state import library_of, parts_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def problems(app: Sphinx, *, questions: bool = False) -> list[Problem]:
    """Every known problem once, by file and line; on request with all questions for the editor."""
    library, parts = library_of(app), parts_of(app)
    found = [*of_settings(app), *links_back.problems(app), *bib_files.problems(app)]
    found += consistency.problems(library, parts, questions=questions)
    if parts.wrong:
        found = [problem for problem in found if not _may_follow(problem)]
    suppressed = app.config.suppress_warnings
    return sorted(p for p in set(found) if not is_suppressed_warning("reader", p.code, suppressed))


def expect_follow_ups(app: Sphinx, config: Config) -> None:
    """On `config-inited`: what a part that cannot be loaded would have defined is not missed as well."""
    if parts_of(app).wrong:
        config.suppress_warnings = [*config.suppress_warnings, "myst.directive_unknown", "myst.role_unknown"]


def _may_follow(problem: Problem) -> bool:
    """Whether a problem may follow from a part that cannot be loaded: its keys are not known."""
    is_unknown = problem.code is Code.UNKNOWN_KEY or "may be meant to restrict the text" in problem.message
    return is_unknown and "did you mean 'rights'" not in problem.message


def of_settings(app: Sphinx) -> list[Problem]:
    """Problems with the settings."""
    return settings.problems(app, parts_of(app))
