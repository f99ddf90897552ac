"""A new reader, copied from a template."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

from course_reader.errors import UsageError

#: In the package a leading dot would hide the file from tools that pack it.
_DOTTED = {"gitignore": ".gitignore"}


class FolderTakenError(UsageError):
    """The folder cannot hold a new reader."""


#: the content of a file, by its path in the reader and its content in the template
Edit = Callable[[str, bytes], bytes]


def add_reader(folder: Path, template: Traversable, edit: Edit, more: Mapping[str, bytes]) -> list[str]:
    """Copy a template into a folder that is empty or does not exist yet.

    Args:
        folder: The folder.
        template: The folder with the template.
        edit: Turns the content of a template's file into that of the reader's.
        more: Further files by path.

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
    contents = {name: edit(name, data) for name, data in _files(template, "")}
    try:
        for name, data in {**contents, **more}.items():
            _write(folder / name, data, made)
    except OSError as error:
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise FolderTakenError(f"{error.filename} cannot be written: {error.strerror}") from None
    return [path.relative_to(folder).as_posix() for path in made if path.is_file()]


def _files(folder: Traversable, before: str) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda i: i.name):
        name = before + _DOTTED.get(item.name, item.name)
        if not item.is_dir():
            yield name, item.read_bytes()
        elif item.name != "__pycache__":
            yield from _files(item, f"{name}/")


def _write(path: Path, data: bytes, made: list[Path]) -> None:
    for missing in reversed([folder for folder in path.parents if not folder.exists()]):
        missing.mkdir()
        made.append(missing)
    made.append(path)
    path.write_bytes(data)
