"""The settings of a build, from `conf.py`: registered with Sphinx, read and checked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.files.regular import is_inside, is_regular
from course_reader.model import settings
from course_reader.model.conf import problems as conf_problems
from course_reader.model.glossary import LEADS_OUT
from course_reader.model.named_files import missing
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.settings import OWN, PREFIX, Setting, Settings
from course_reader.pages.reports import report
from course_reader.parts.registry import Parts, of_reader
from course_reader.sphinx_ext import conf_values

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
    root = Path(app.srcdir)
    found, wrongs = read_settings(app.config, parts.settings)
    raw = getattr(app.config, "_raw_config", {})
    wrongs |= conf_values.wrongs(app) | missing(found, raw.keys() - wrongs.keys(), root)
    if not parts.wrong:
        # The settings of a part that cannot be loaded are not known.
        wrongs |= settings.unknown((name for name in raw if name not in app.config), parts.settings)
    return [*(error.problem(root) for error in parts.wrong), *conf_problems(wrongs, root)]


def allow_no_bibliography(app: Sphinx, config: Config) -> None:
    """On `config-inited`: a reader without sources needs no setting; what is not a file of it is not read."""
    kept = []
    for name in config.bibtex_bibfiles or ():
        path = Path(app.confdir, name)
        shown = shown_path(path.absolute(), Path(app.srcdir))
        if path.is_symlink() and not is_inside(path, Path(app.srcdir)):
            report(Problem(shown, 0, Code.LINK_OUT, LEADS_OUT), Path(app.srcdir))
        elif path.exists() and not is_regular(path):
            report(Problem(shown, 0, Code.NOT_UTF8, "this is not a file with a text; remove it"), Path(app.srcdir))
        else:
            kept.append(name)
    config.bibtex_bibfiles = kept
