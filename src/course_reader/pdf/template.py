"""The Typst files for printing a pack: the tool's own, and those of a reader with its own template."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

#: `pack.typ`, and the folder `course-reader/`, from which it and readers' templates import
OURS = Path(__file__).parent / "templates"

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"})


@dataclass(frozen=True, slots=True)
class Template:
    """A template, and all files it can use."""

    #: the name of the file that the engine starts with
    main: str
    #: file in the work folder → its source
    files: dict[str, Path]

    def copy(self, folder: Path) -> Path:
        """Copy the files into a work folder, replacing all Typst files in it; return the main one."""
        for old in folder.rglob("*.typ"):
            old.unlink()
        for name, source in self.files.items():
            target = folder / name
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(source, target)
        return folder / self.main


def template(own: Path | None) -> Template:
    """The template of a reader, or that of the tool.

    Args:
        own: The reader's file. The Typst files and pictures in its folder belong to it.

    Raises:
        FileNotFoundError: if the file does not exist.
    """
    ours = {path.relative_to(OURS).as_posix(): path for path in sorted(OURS.rglob("*.typ"))}
    if own is None:
        return Template("pack.typ", ours)
    if not own.is_file():
        raise FileNotFoundError(own)
    del ours["pack.typ"]
    beside = {
        path.name: path
        for path in sorted(own.parent.iterdir())
        if path.is_file() and path.suffix.lower() in PICTURES | {".typ"}
    }
    return Template(own.name, ours | beside | {own.name: own})
