"""Files that directives take into a page: only regular ones, inside the reader.

A pipe would be read for ever. A path out of the reader, or a link that leads there, may be anything on the disk, and
what a text names would be published; texts are also imported from elsewhere. Nothing is fetched from other hosts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils.parsers.rst import DirectiveError
from docutils.parsers.rst.directives.misc import Include
from sphinx.directives.code import LiteralInclude

from course_reader.files.regular import is_inside, is_regular

if TYPE_CHECKING:
    from docutils import nodes
    from docutils.parsers.rst import Directive
    from sphinx.environment import BuildEnvironment

#: options of directives that name a file
_FILES = ("file", "diff")


def refusal_of(directive: Directive, env: BuildEnvironment) -> str | None:
    """Why a directive may not be run, if it would read something that it may not."""
    if directive.options.get("url"):
        return (
            f"the address {_shown(directive.options['url'])} is not fetched; save the file in the reader and name that"
        )
    named = [directive.options[option] for option in _FILES if directive.options.get(option)]
    if isinstance(directive, (Include, LiteralInclude)):
        named += directive.arguments[:1]
    for name in named:
        if any(_is_wrong(path, Path(env.srcdir)) for path in _places(str(name), env)):
            return f"{_shown(name)} {_WHY}"
    return None


_WHY = "is not a file in the reader and is not read; copy it into the reader"


def guard_inclusions(document: nodes.document, env: BuildEnvironment) -> None:
    """Check the files that MyST includes, which does so without the directive: it notes each before it reads it."""
    noted: Any = document.settings.record_dependencies
    if noted is None or "add" in vars(noted):
        return
    add = noted.add

    def checked(*paths: str) -> None:
        for path in paths:
            if _is_wrong(Path(path), Path(env.srcdir)):
                raise DirectiveError(2, f"{_shown(os.path.relpath(path, env.srcdir))} {_WHY}")
        add(*paths)

    noted.add = checked


def _places(name: str, env: BuildEnvironment) -> Iterator[Path]:
    """Where a directive may look: absolute paths are those of the reader for Sphinx, those of the disk for docutils."""
    if name.startswith("<") and name.endswith(">"):
        # Definitions that come with docutils.
        return
    try:
        yield Path(env.relfn2path(name)[1])
        yield Path(env.doc2path(env.docname)).parent / name
    except ValueError:
        return


def _is_wrong(path: Path, root: Path) -> bool:
    """Whether a file is there and may not be read; of one that is missing the directive says so itself."""
    if not os.path.lexists(path):
        return False
    own = Path(Include.standard_include_path)
    return not is_regular(path) or not (is_inside(path, root) or is_inside(path, own))


def _shown(name: object) -> str:
    text = str(name)
    return repr(text if len(text) <= 80 else f"{text[:77]}…")
