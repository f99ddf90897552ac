"""Running Sphinx in this process, for the command line: the same build as `sphinx-build`, with its warnings kept."""

from __future__ import annotations

import io
import logging as std_logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from sphinx.application import Sphinx
from sphinx.util.console import strip_escape_sequences
from sphinx.util.docutils import docutils_namespace, patch_docutils

from course_reader.problems import Code, Problem, shown_path

_PLACE = re.compile(r"^(?P<path>.+?):(?P<line>\d+|<unknown>)?(?::\d+)?$")


class NoReader(Exception):
    """The folder holds no reader; the sentence says what to do."""


@dataclass(slots=True)
class Run:
    """A finished run of Sphinx."""

    app: Sphinx
    #: what Sphinx and other extensions warned about; our own problems come from `consistency.problems`
    warnings: list[Problem] = field(default_factory=list)


class _Collector(std_logging.Handler):
    """Takes the warnings that are not ours."""

    def __init__(self, root: Path) -> None:
        super().__init__(std_logging.WARNING)
        self.root = root
        self.found: list[Problem] = []

    def emit(self, record: std_logging.LogRecord) -> None:
        if hasattr(record, "reader_problem"):
            return
        path, line = self._place(getattr(record, "location", None))
        kind = ".".join(filter(None, (getattr(record, "type", None), getattr(record, "subtype", None))))
        message = strip_escape_sequences(record.getMessage()).strip() + (f" ({kind})" if kind else "")
        self.found.append(Problem(path, line, Code.SPHINX, " ".join(message.split())))

    def _place(self, location: Any) -> tuple[str, int]:
        if location is None:
            return "", 0
        if hasattr(location, "source"):
            location = f"{location.source or ''}:{location.line or ''}"
        if isinstance(location, tuple):
            location = f"{location[0] or ''}:{location[1] or ''}"
        match = _PLACE.match(str(location))
        path, line = (match["path"], match["line"]) if match else (str(location).rstrip(":"), None)
        shown = shown_path(Path(path), self.root)
        return shown, int(line) if line and line.isdigit() else 0


def find_root(start: Path) -> Path:
    """The folder of the reader that `start` lies in: the nearest with `conf/conf.py` or `conf.py`.

    Raises:
        NoReader: if there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "conf" / "conf.py").is_file() or (folder / "conf.py").is_file():
            return folder
    raise NoReader(f"there is no reader in {start}: no conf/conf.py; go into its folder, name it with --root, or make one with `course-reader new`")


@contextmanager
def sphinx_run(
    root: Path,
    builder: str,
    *,
    out: Path | None = None,
    status: TextIO | None = None,
    jobs: int = 1,
    fresh: bool = False,
    settings: dict[str, Any] | None = None,
) -> Iterator[Run]:
    """Build a reader and hand out the application.

    Args:
        root: The reader's folder.
        builder: Name of a Sphinx builder.
        out: Where the output goes; `_build/<builder>` if not given.
        status: Where progress is written; nowhere if not given.
        jobs: How many processes read and write.
        fresh: Whether everything is read again.
        settings: Values that override `conf.py`.

    Raises:
        sphinx.errors.SphinxError: if Sphinx cannot build at all.
    """
    confdir = root / "conf" if (root / "conf" / "conf.py").is_file() else root
    collector = _Collector(root)
    build = root / "_build"
    with patch_docutils(confdir), docutils_namespace():
        app = Sphinx(
            srcdir=root,
            confdir=confdir,
            outdir=out or build / builder,
            doctreedir=build / ".doctrees" / builder,
            buildername=builder,
            confoverrides=settings or {},
            status=status,
            warning=io.StringIO(),
            freshenv=fresh,
            parallel=jobs,
        )
        std_logging.getLogger("sphinx").addHandler(collector)
        try:
            app.build()
            yield Run(app, collector.found)
        finally:
            std_logging.getLogger("sphinx").removeHandler(collector)
