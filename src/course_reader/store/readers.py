"""A new reader, copied from a template."""

from __future__ import annotations

import contextlib
from importlib.resources.abc import Traversable
from pathlib import Path

from course_reader.errors import UsageError

#: In the package a leading dot would hide the file from tools that pack it.
_DOTTED = {"gitignore": ".gitignore"}


class FolderTakenError(UsageError):
    """The folder cannot hold a new reader."""


def add_reader(folder: Path, template: Traversable) -> list[str]:
    """Copy a template into a folder that is empty or does not exist yet.

    Returns:
        The files that were written, relative to the folder.

    Raises:
        FolderTakenError: if the folder cannot be used; then no file remains.
    """
    if folder.exists() and not folder.is_dir():
        raise FolderTakenError(f"{folder} is a file; name a folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise FolderTakenError(f"{folder} is not empty; name a new folder, so that nothing is overwritten")
    made: list[Path] = []
    try:
        _copy(template, folder, made)
    except OSError as error:
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise FolderTakenError(f"{error.filename} cannot be written: {error.strerror}") from None
    return [path.relative_to(folder).as_posix() for path in made if path.is_file()]


def _copy(source: Traversable, folder: Path, made: list[Path]) -> None:
    for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        missing.mkdir()
        made.append(missing)
    for item in sorted(source.iterdir(), key=lambda i: i.name):
        target = folder / _DOTTED.get(item.name, item.name)
        if not item.is_dir():
            made.append(target)
            target.write_bytes(item.read_bytes())
        elif item.name != "__pycache__":
            _copy(item, target, made)
