"""The pages that are served: those of the last successful build, each replaced in one step."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Site:
    """A folder that Sphinx writes into, and the folder that is served.

    A file is served only if it is listed here. The path of a request is looked up in the list and never turned into
    a file path, so that no request can leave the folder.
    """

    built: Path
    served: Path
    #: address below the root → file; replaced as a whole, so that a request sees one state
    files: dict[str, Path] = field(default_factory=dict)
    #: time and size of each built file when it was last copied
    _stamps: dict[str, tuple[int, int]] = field(default_factory=dict)

    def publish(self) -> list[str]:
        """Take over the built files.

        Returns:
            The files that differ from before, relative to the folder, including deleted ones.
        """
        changed, files = [], {}
        stamps: dict[str, tuple[int, int]] = {}
        for name, entry in _files(self.built):
            status = entry.stat(follow_symlinks=False)
            stamps[name] = (status.st_mtime_ns, status.st_size)
            target = self.served / name
            if self._stamps.get(name) != stamps[name] and _copy(Path(entry.path), target):
                changed.append(name)
            files[f"/{name}"] = target
        for name, _ in list(_files(self.served)):
            if name not in stamps:
                (self.served / name).unlink()
                changed.append(name)
        for address in [a for a in files if a.endswith("/index.html")]:
            files[address.removesuffix("index.html")] = files[address]
        self.files, self._stamps = files, stamps
        return changed

    def read(self, address: str) -> bytes | None:
        """The content of a file by its address; None if it does not exist."""
        path = self.files.get(address)
        if path is None:
            return None
        try:
            # A file that has been replaced by a link since it was listed is not followed.
            descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
        except OSError:
            return None
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None
            return file.read()


def _files(folder: Path, below: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder that is neither hidden nor a link, with its path below it."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), f"{below}{entry.name}/")
            elif entry.is_file(follow_symlinks=False):
                yield below + entry.name, entry


def _copy(source: Path, target: Path) -> bool:
    """Copy a file if it differs; whoever reads the target sees the old file or the new one, never a part."""
    content = source.read_bytes()
    if target.is_file() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    beside.write_bytes(content)
    beside.replace(target)
    return True
