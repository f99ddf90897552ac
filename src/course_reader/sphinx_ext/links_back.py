"""Symbolic links that are not followed: to folders that contain the reader itself, and out of the reader.

Following the first would repeat its pages endlessly. The second may lead to anything on the disk, and what they lead to
would be published. The same holds in the folders of static files, where pipes and devices are left out too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.files.regular import is_inside, is_regular
from course_reader.model.glossary import LEADS_OUT
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.sphinx_ext.settings import read_settings

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_WHY = {
    Code.LINK_BACK: "this link points to a folder of the reader itself and is not followed; remove it",
    Code.LINK_OUT: LEADS_OUT,
    Code.NOT_UTF8: "this is not a file, but a pipe, a socket or a device, and is not copied; remove it",
}
#: the steps of a builder that copy folders as they are, and the settings that name them
_COPYING = {"copy_html_static_files": "html_static_path", "copy_extra_files": "html_extra_path"}


def leave_out(app: Sphinx, config: Config) -> None:
    """On `config-inited`: exclude these links, because Sphinx follows all links."""
    root = Path(app.srcdir)
    shown = [shown_path(link, root) for link, _ in _not_followed(root, config)]
    config.exclude_patterns = [
        *config.exclude_patterns,
        *(p for s in shown for p in (_literal(s), f"{_literal(s)}/**")),
    ]


def guard_copying(app: Sphinx) -> None:
    """On `builder-inited`: leave out what may not be copied of the folders of static files."""
    for step, setting in _COPYING.items():
        copy = getattr(app.builder, step, None)
        if copy is not None:
            setattr(app.builder, step, _without_strange(copy, app, setting))


def _without_strange(copy: Callable[..., None], app: Sphinx, setting: str) -> Callable[..., None]:
    @wraps(copy)
    def guarded(*arguments: Any) -> None:
        before = app.config.exclude_patterns
        # Relative to the folder, as Sphinx compares them.
        names = [_literal(path.relative_to(top).as_posix()) for top, path, _ in _strange(app, setting)]
        app.config.exclude_patterns = [*before, *names, *(f"./{name}" for name in names)]
        try:
            copy(*arguments)
        finally:
            app.config.exclude_patterns = before

    return guarded


def problems(app: Sphinx) -> Iterator[Problem]:
    """A problem for each link that was left out."""
    root = Path(app.srcdir)
    static = [(path, code) for setting in _COPYING.values() for _, path, code in _strange(app, setting)]
    for link, code in (*_not_followed(root, app.config), *static):
        yield Problem(shown_path(link, root), 0, code, _WHY[code])


def _strange(app: Sphinx, setting: str) -> Iterator[tuple[Path, Path, Code]]:
    """What is not copied of the folders that a setting names: the folder, the path, and why.

    A folder outside the reader, which `conf.py` may name, is that of a program.
    """
    root = Path(app.srcdir)
    for name in getattr(app.config, setting):
        top = Path(app.confdir, name)
        if not Path(os.path.abspath(top)).is_relative_to(os.path.abspath(root)):
            continue
        for folder, inner, names in os.walk(top, followlinks=True):
            for item in sorted((*inner, *names)):
                path = Path(folder, item)
                if code := _unfit(path, root, is_folder=item in inner):
                    yield top, path, code
                    if item in inner:
                        inner.remove(item)


def _unfit(path: Path, root: Path, *, is_folder: bool) -> Code | None:
    if path.is_symlink() and not is_inside(path, root):
        return Code.LINK_OUT
    if is_folder:
        return Code.LINK_BACK if path.is_symlink() and path.parent.resolve().is_relative_to(path.resolve()) else None
    return None if is_regular(path) or not path.exists() else Code.NOT_UTF8


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
