"""A new file is whole from the first moment that it has its name."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from course_reader.store import swap


def beside(target: Path) -> Path:
    """A name of its own for a file that will take the place of another; nobody reads a file of such a name."""
    return target.parent / f".{target.name}.{secrets.token_hex(4)}.tmp"


def write(path: Path, data: bytes, like: Path | None = None) -> None:
    """Write a new file and wait until it is on the disk; with the mode and owner of another file, if given."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        if like is not None and os.name != "nt":
            model = like.stat()
            with contextlib.suppress(PermissionError):
                os.fchown(handle, model.st_uid, model.st_gid)
            os.fchmod(handle, stat.S_IMODE(model.st_mode))
        file.write(data)
        file.flush()
        os.fsync(handle)


def sweep(target: Path) -> None:
    """Remove what killed writers of a file have left; only for those who know that nobody is writing it now."""
    for path in target.parent.glob(f".{target.name}.????????.tmp"):
        path.unlink(missing_ok=True)


def replace(target: Path, data: bytes) -> None:
    """Put a file in its place, whatever is there.

    Raises:
        OSError: if it cannot be written; the place is as it was then.
    """
    fresh = beside(target)
    try:
        write(fresh, data)
        fresh.replace(target)
        swap.settle(target.parent)
    finally:
        fresh.unlink(missing_ok=True)
