"""Reading a whole reader with Sphinx, without writing pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from course_reader.sphinx_ext.progress import Progress
from course_reader.sphinx_ext.run import CannotBuildError, sphinx_run


@contextmanager
def read_reader(root: Path, *, progress: Any = None) -> Iterator[Sphinx]:
    """Hand out the application that has read a reader; whatever has not changed since the last time is not read again.

    Args:
        root: The reader's folder.
        progress: The stream for progress.

    Raises:
        CannotBuildError: if the reader cannot be read.
    """
    with sphinx_run(root, "dummy", out=root / "_build" / "check", status=Progress.on(progress, is_build=False)) as run:
        if run.stopped:
            raise CannotBuildError(run.stopped)
        yield run.app
