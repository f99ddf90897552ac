"""One file replaces another in one step, unless somebody saved there in the meantime."""

from __future__ import annotations

import contextlib
import ctypes
import os
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from course_reader.store.probe import is_being_written

_HERE = -100  # AT_FDCWD: paths count from the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE
#: seconds between attempts to replace a file that another program has open, on Windows
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


def put(beside: Path, target: Path, before: bytes | None) -> bool:
    """Put a file in the place of another.

    Args:
        beside: The new file, in the folder of `target`; afterwards it may be gone or have the old content.
        target: The file to replace.
        before: The expected content of the target; None if it should not exist.

    Returns:
        Whether it was done, and is on the disk. A target with another content stays as it is.
    """
    if before is None:
        done = _create(beside, target)
    elif _holds(target) != before:
        return False
    elif exchange(beside, target):
        # Whoever opened the old file just before still writes into it. The disk takes longer than they do.
        settle(target.parent)
        if _holds(beside) == before and not is_being_written(beside):
            return True
        # Somebody saved between the comparison and the exchange: their file goes back.
        exchange(beside, target)
        done = False
    else:
        _replace(beside, target)
        done = True
    settle(target.parent)
    return done


def _holds(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _create(beside: Path, target: Path) -> bool:
    try:
        os.link(beside, target)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if target.exists():
            return False
        _replace(beside, target)
    return True


def _replace(beside: Path, target: Path) -> None:
    for pause in _PAUSES if os.name == "nt" else ():
        with contextlib.suppress(PermissionError):
            beside.replace(target)
            return
        time.sleep(pause)
    beside.replace(target)


def exchange(one: Path, other: Path) -> bool:
    """Exchange the names of two files in one step; False where the system cannot."""
    rename = _renameat2()
    return rename is not None and rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


@cache
def _renameat2() -> Callable[..., int] | None:
    """The system call of Linux, which Python does not offer."""
    try:
        call: Callable[..., int] = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return None
    return call


def settle(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
