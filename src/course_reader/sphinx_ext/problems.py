"""All problems of a reader that has been read: in its settings, its files and its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.logging import is_suppressed_warning

from course_reader.checks import consistency
from course_reader.model.problems import Problem
from course_reader.sphinx_ext import links_back, settings
from course_reader.sphinx_ext.run_state import library_of, parts_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def problems(app: Sphinx, *, questions: bool = False) -> list[Problem]:
    """Every known problem once, by file and line; on request with all questions for the editor."""
    library, parts = library_of(app), parts_of(app)
    found = [*of_settings(app), *links_back.problems(app)]
    found += consistency.problems(library, parts, questions=questions)
    suppressed = app.config.suppress_warnings
    return sorted(p for p in set(found) if not is_suppressed_warning("reader", p.code, suppressed))


def of_settings(app: Sphinx) -> list[Problem]:
    """Problems with the settings."""
    return settings.problems(app, parts_of(app))
