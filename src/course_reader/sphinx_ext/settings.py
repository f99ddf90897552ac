"""The settings of a build: those of `conf.py`, made known to Sphinx, read and reported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.model import settings
from course_reader.model.problems import Problem
from course_reader.model.settings import OWN, PREFIX, Settings
from course_reader.sphinx_ext.reports import report

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def register(app: Sphinx) -> None:
    """Make Sphinx know the settings."""
    for setting in OWN:
        # Any type will do for Sphinx: the setting's own check says more.
        app.add_config_value(PREFIX + setting.name, setting.default, setting.rebuild, Any)


def read_settings(config: Config) -> tuple[Settings, dict[str, str]]:
    """The settings of a build, and what is wrong with them by name; a default stands in for a wrong value."""
    values = {PREFIX + setting.name: getattr(config, PREFIX + setting.name) for setting in OWN}
    return settings.judge(values)


def problems(app: Sphinx) -> list[Problem]:
    """What is wrong with the settings, with the lines of `conf.py`; and names like ours that are not known."""
    _, wrongs = read_settings(app.config)
    raw = (name for name in getattr(app.config, "_raw_config", {}) if name not in app.config)
    return settings.problems(wrongs | settings.unknown(raw), Path(app.srcdir))


def allow_no_bibliography(app: Sphinx, config: Config) -> None:
    """On `config-inited`: a reader without sources needs no setting to say so."""
    if config.bibtex_bibfiles is None:
        config.bibtex_bibfiles = []


def report_settings(app: Sphinx, config: Config) -> None:
    """On `config-inited`: say which settings cannot be."""
    for problem in problems(app):
        report(problem, app.srcdir)
