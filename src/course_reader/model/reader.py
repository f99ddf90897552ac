"""Finding the folder of a reader and its configuration."""

from __future__ import annotations

from pathlib import Path


class NoReaderError(Exception):
    """There is no reader in the folder; the message says what to do."""


def find_root(start: Path) -> Path:
    """Find the reader that a folder belongs to: the nearest folder above with `conf/conf.py` or `conf.py`.

    Args:
        start: The folder to start from; it may be the reader's folder itself.

    Raises:
        NoReaderError: if there is none.
    """
    for folder in (start, *start.parents):
        if conf_file(folder).is_file():
            return folder
    raise NoReaderError(
        f"there is no reader in {start}: conf/conf.py is missing; change to a reader's folder, name it with --root, "
        "or make one with `course-reader new`"
    )


def conf_file(root: Path) -> Path:
    """The configuration of a reader: `conf/conf.py`, or `conf.py` in the folder itself."""
    inner = root / "conf" / "conf.py"
    return inner if inner.is_file() else root / "conf.py"
