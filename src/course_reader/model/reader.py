"""Where a reader is: its folder, and the folders that its parts have in it."""

from __future__ import annotations

from pathlib import Path

from course_reader.errors import ReaderError


class NoReaderError(ReaderError):
    """The folder holds no reader; the sentence says what to do."""


def find_root(start: Path) -> Path:
    """The folder of the reader that `start` is in: the nearest with `conf/conf.py` or `conf.py`.

    Raises:
        NoReaderError: if there is none.
    """
    for folder in (start, *start.parents):
        if conf_file(folder).is_file():
            return folder
    raise NoReaderError(
        f"there is no reader in {start}: no conf/conf.py; go into its folder, name it with --root, "
        "or make one with `course-reader new`"
    )


def conf_file(root: Path) -> Path:
    """The configuration of a reader: `conf/conf.py`, or `conf.py` in the folder itself."""
    inner = root / "conf" / "conf.py"
    return inner if inner.is_file() else root / "conf.py"
