"""Files that can be read without danger: regular ones, inside the reader."""

from __future__ import annotations

import stat
from pathlib import Path


def is_regular(path: Path) -> bool:
    """Whether a path is a regular file or a link to one; reading a pipe or a device may never end."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def is_inside(path: Path, root: Path) -> bool:
    """Whether a path is in a folder once all links on the way are followed; a link that leads nowhere counts too.

    >>> is_inside(Path("/reader/a/../b.md"), Path("/reader")), is_inside(Path("/reader/../b.md"), Path("/reader"))
    (True, False)
    """
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        # A circle of links leads nowhere.
        return True
