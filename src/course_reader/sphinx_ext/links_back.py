"""Symbolic links to folders that contain the reader itself: following them would repeat its pages endlessly."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.model.problems import Code, Problem, shown_path
from course_reader.sphinx_ext.settings import read_settings

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def leave_out(app: Sphinx, config: Config) -> None:
    """On `config-inited`: exclude these links, because Sphinx follows all links."""
    found = [shown_path(link, Path(app.srcdir)) for link in _leading_back(app, config)]
    config.exclude_patterns = [*config.exclude_patterns, *map(_literal, found)]


def problems(app: Sphinx) -> Iterator[Problem]:
    """A problem for each link that was left out."""
    for link in _leading_back(app, app.config):
        message = "this link points to a folder of the reader itself and is not followed; remove it"
        yield Problem(shown_path(link, Path(app.srcdir)), 0, Code.LINK_BACK, message)


def _leading_back(app: Sphinx, config: Config) -> list[Path]:
    root = Path(app.srcdir)
    found = []
    settings, _ = read_settings(config, ())
    for name in (settings.corpus, settings.glossary, "docs"):
        for folder, inner, _ in os.walk(root / name):
            links = (Path(folder, item) for item in inner if os.path.islink(os.path.join(folder, item)))
            found += [link for link in links if _leads_back(link, root)]
    return sorted(found)


def _leads_back(link: Path, root: Path) -> bool:
    target, root = link.resolve(), root.resolve()
    return target.is_relative_to(root) or root.is_relative_to(target)


def _literal(path: str) -> str:
    """A pattern that matches one path."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in path)
