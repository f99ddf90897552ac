"""Snapshots: the texts that notes were made on, kept with their article by their hash."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path

from course_reader.files.regular import is_regular
from course_reader.model.problems import shown_path
from course_reader.store import whole
from course_reader.store.errors import OutsideReaderError, refusal
from course_reader.text.anchor import text_hash

#: the folder in an article's folder
FOLDER = "snapshots"
#: the form of a hash; nothing else becomes part of a path
_HASH = re.compile(r"t-[0-9a-f]{16}")


def snapshot_path(folder: Path, mark: str) -> Path | None:
    """The path of the snapshot with a hash, whether it exists or not; None if this is not one of our hashes."""
    return folder / FOLDER / f"{mark}.txt" if _HASH.fullmatch(mark) else None


def snapshot_files(folder: Path) -> list[Path]:
    """All snapshots in an article's folder."""
    return sorted(p for p in (folder / FOLDER).glob("*.txt") if _HASH.fullmatch(p.stem))


def read_snapshot(folder: Path, mark: str | None) -> str | None:
    """The text with a hash; None if it is not kept, or if the file now contains another text."""
    path = snapshot_path(folder, mark) if mark else None
    if path is None or not is_regular(path):
        return None
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    # Line ends that git has changed are read as they were; editors often add one at the end.
    return next((t for t in (text.removesuffix("\n"), text) if text_hash(t) == mark), None)


def write_snapshot(folder: Path, text: str, root: Path) -> Path | None:
    """Keep a text in an article's folder, followed by a line end.

    Args:
        folder: The article's folder.
        text: The text.
        root: The reader's folder.

    Returns:
        The file, or None if the text was kept already.

    Raises:
        StoreError: if it cannot be written.
    """
    mark = text_hash(text)
    path = folder / FOLDER / f"{mark}.txt"
    if read_snapshot(folder, mark) is not None:
        return None
    name = shown_path(path, root)
    if not path.parent.resolve().is_relative_to(root.resolve()):
        raise OutsideReaderError(name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.replace(path, f"{text}\n".encode())
    except OSError as error:
        raise refusal(name, error) from None
    return path


def drop_snapshots(folder: Path, used: Container[str]) -> list[Path]:
    """Delete the texts in an article's folder whose hashes are not in use.

    Returns:
        The files that were deleted.
    """
    gone = [path for path in snapshot_files(folder) if path.stem not in used]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone
