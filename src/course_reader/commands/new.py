"""A new reader to start from: a small reader that builds at once, with one article and three entries."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from course_reader.errors import ReaderError

_FILES = files("course_reader") / "commands" / "new_reader"

#: In the package a leading dot would hide the file from tools that pack it.
_DOTTED = {"gitignore": ".gitignore"}


class FolderTakenError(ReaderError):
    """The folder cannot be used; the sentence says why and what to do."""


def create(folder: Path) -> list[str]:
    """Write a new reader into a folder that is empty or not there yet.

    Returns:
        The files that were written, relative to the folder.

    Raises:
        FolderTakenError: if something stands in the way; then nothing is written.
    """
    if folder.exists() and not folder.is_dir():
        raise FolderTakenError(f"{folder} is a file; name a folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise FolderTakenError(f"{folder} is not empty; name a new folder, so that nothing is overwritten")
    made: list[str] = []
    try:
        _copy(_FILES, folder, "", made)
    except OSError as error:
        raise FolderTakenError(f"{error.filename} cannot be written: {error.strerror}") from None
    return made


def _copy(source: Traversable, folder: Path, below: str, made: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for item in sorted(source.iterdir(), key=lambda i: i.name):
        name = _DOTTED.get(item.name, item.name)
        if item.is_dir():
            if name != "__pycache__":
                _copy(item, folder / name, f"{below}{name}/", made)
            continue
        (folder / name).write_bytes(item.read_bytes())
        made.append(below + name)
