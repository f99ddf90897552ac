"""Files that are neither Markdown nor read by the reader: settings of other programs."""

from __future__ import annotations

from pathlib import Path

from course_reader.model.problems import shown_path
from course_reader.store import whole
from course_reader.store.errors import OutsideReaderError, refusal


def add_plain(path: Path, root: Path, text: str) -> bool:
    """Write a file, unless there is one.

    Returns:
        Whether it was written.

    Raises:
        StoreError: if it cannot be written, or is outside the reader.
    """
    if not path.resolve().is_relative_to(root.resolve()):
        raise OutsideReaderError(shown_path(path, root))
    if path.exists():
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.replace(path, text.encode())
    except OSError as error:
        raise refusal(shown_path(path, root), error) from None
    return True
