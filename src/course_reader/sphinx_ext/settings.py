"""The settings of a build, from `conf.py`: registered with Sphinx, read and checked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.model import settings
from course_reader.model.problems import Problem
from course_reader.model.settings import OWN, PREFIX, Setting, Settings
from course_reader.parts.registry import Parts, of_reader

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def register(app: Sphinx) -> None:
    """Register the settings of the reader as a whole with Sphinx."""
    _add(app, OWN)


def register_parts(app: Sphinx) -> Parts:
    """Load the parts of the reader, and register their settings with Sphinx."""
    settings, _ = read_settings(app.config, ())
    parts = of_reader(settings.parts, Path(app.confdir))
    _add(app, parts.settings)
    return parts


def _add(app: Sphinx, settings: Iterable[Setting[Any]]) -> None:
    for setting in settings:
        # Sphinx accepts any type, because the setting's own check is more precise.
        app.add_config_value(PREFIX + setting.name, setting.default, setting.rebuild, Any)


def read_settings(config: Config, more: Iterable[Setting[Any]]) -> tuple[Settings, dict[str, str]]:
    """The settings of a build, and their errors by name; a default replaces a wrong value."""
    more = tuple(more)
    values = {PREFIX + setting.name: getattr(config, PREFIX + setting.name) for setting in (*OWN, *more)}
    return settings.judge(values, more)


def problems(app: Sphinx, parts: Parts) -> list[Problem]:
    """Errors in the settings, with their lines in `conf.py`, and unknown names that look like ours."""
    _, wrongs = read_settings(app.config, parts.settings)
    raw = (name for name in getattr(app.config, "_raw_config", {}) if name not in app.config)
    wrongs |= settings.unknown(raw, parts.settings)
    if parts.wrong:
        wrongs[f"{PREFIX}parts"] = "; ".join(parts.wrong)
    return settings.problems(wrongs, Path(app.srcdir))


def allow_no_bibliography(app: Sphinx, config: Config) -> None:
    """On `config-inited`: a reader without sources needs no setting for it."""
    if config.bibtex_bibfiles is None:
        config.bibtex_bibfiles = []
