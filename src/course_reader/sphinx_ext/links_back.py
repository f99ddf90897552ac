"""Symbolic links that are not followed: to folders that contain the reader itself, and out of the reader.

Following the first would repeat its pages endlessly. The second may lead to anything on the disk, and what they lead to
would be published.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.files.regular import is_inside
from course_reader.model.glossary import LEADS_OUT
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.sphinx_ext.settings import read_settings

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_WHY = {
    Code.LINK_BACK: "this link points to a folder of the reader itself and is not followed; remove it",
    Code.LINK_OUT: LEADS_OUT,
}


def leave_out(app: Sphinx, config: Config) -> None:
    """On `config-inited`: exclude these links, because Sphinx follows all links."""
    root = Path(app.srcdir)
    shown = [shown_path(link, root) for link, _ in _not_followed(root, config)]
    config.exclude_patterns = [
        *config.exclude_patterns,
        *(p for s in shown for p in (_literal(s), f"{_literal(s)}/**")),
    ]


def problems(app: Sphinx) -> Iterator[Problem]:
    """A problem for each link that was left out."""
    root = Path(app.srcdir)
    for link, code in _not_followed(root, app.config):
        yield Problem(shown_path(link, root), 0, code, _WHY[code])


def _not_followed(root: Path, config: Config) -> list[tuple[Path, Code]]:
    found = []
    settings, _ = read_settings(config, ())
    for name in (settings.corpus, settings.glossary, "docs"):
        tops = [(str(root), [name], [])] if os.path.islink(root / name) else os.walk(root / name)
        for folder, inner, names in tops:
            for item in (*inner, *names):
                path = Path(folder, item)
                if path.is_symlink() and (code := _wrong(path, root, is_folder=item in inner)):
                    found.append((path, code))
    return sorted(found)


def _wrong(link: Path, root: Path, *, is_folder: bool) -> Code | None:
    if not is_inside(link, root):
        above = is_folder and root.resolve().is_relative_to(link.resolve())
        return Code.LINK_BACK if above else Code.LINK_OUT
    return Code.LINK_BACK if is_folder else None


def _literal(path: str) -> str:
    """A pattern that matches one path."""
    return "".join(f"[{char}]" if char in "*?[" else char for char in path)
