"""One build at a time: a second one into the same folders waits until the first has ended.

The operating system releases the lock of a process that ends in any way.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from sphinx.errors import SphinxError
from sphinx.util import logging

from course_reader.errors import ReaderError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

#: how long a build waits for another one, in seconds
PATIENCE = 600.0

#: the locks that this process has; only one build runs in it at a time
_held: dict[Path, FileLock] = {}


class BuildBusyError(SphinxError, ReaderError):
    """Another build does not end; an error of Sphinx too, so that Sphinx hands it on as it is."""

    category = "Another build"


def take(app: Sphinx, config: Config) -> None:
    """On `config-inited`, before Sphinx loads what is kept.

    Raises:
        BuildBusyError: if another build has the folders for too long.
    """
    _take(app)


def take_again(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """On `env-get-outdated`: an application that is kept builds several times."""
    _take(app)
    return []


def release(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`, after everything else."""
    for path in _paths(app):
        if lock := _held.pop(path, None):
            lock.release()


def release_all() -> None:
    """Release every lock of this process, for an application that is given up."""
    while _held:
        _held.popitem()[1].release()


def _take(app: Sphinx) -> None:
    for path in _paths(app):
        if path in _held:
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(path)
            _acquire(lock, Path(app.outdir))
        except OSError:
            # Where no lock can be made, as on some network drives, a build has to do without.
            continue
        _held[path] = lock


def _acquire(lock: FileLock, folder: Path) -> None:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        logger.info("another build writes into %s; waiting until it has ended", folder)
        try:
            lock.acquire(timeout=PATIENCE, poll_interval=0.1)
        except Timeout:
            minutes = PATIENCE / 60
            message = f"another build has been writing into {folder} for {minutes:.0f} minutes; wait for it, or end it"
            raise BuildBusyError(message) from None


def _paths(app: Sphinx) -> list[Path]:
    """The locks of a build: that of the doctrees, and that of the output, beside its folder."""
    out, doctrees = Path(app.outdir), Path(app.doctreedir)
    return sorted({doctrees / "reader-build.lock", out.with_name(f".{out.name}.lock")})
