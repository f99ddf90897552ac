"""The record of what a build has written, kept beside the doctrees: which files, and with which content.

With it the next build knows what to write again, and which files of its own have no source any longer. A record that is
missing or cut counts as none: then every page is written again. The names of the files are also kept in the output
itself, so that files without a source are found even then.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: changes with the format of the record
_FORM = 2

#: the list of files in the output
LIST = ".course-reader"


@dataclass(slots=True)
class OutputRecord:
    """What a build has written into a folder."""

    #: digest of everything that all pages depend on
    look: str = ""
    #: digest of everything that they are made of
    inputs: str = ""
    #: document → digest of what its page shows
    digests: dict[str, str] = field(default_factory=dict)
    #: document → the pictures on its page
    pictures: dict[str, list[str]] = field(default_factory=dict)
    #: document → the entries of the index that the search finds on its page
    entries: dict[str, list[list[str]]] = field(default_factory=dict)
    #: pages without a document
    pages: list[str] = field(default_factory=list)
    #: file below the output's folder → its size and time after the build
    files: dict[str, list[int]] = field(default_factory=dict)


def load(app: Sphinx) -> OutputRecord:
    """The record of the last build of the same format into the same folder; an empty one if it cannot be read."""
    try:
        data = json.loads(_path(app).read_bytes())
        return OutputRecord(**data["written"]) if data["form"] == _FORM else OutputRecord()
    except (OSError, ValueError, LookupError, TypeError):
        return OutputRecord()


def save(app: Sphinx, written: OutputRecord) -> None:
    """Keep a record, and the list of files in the output."""
    _replace(_path(app), json.dumps({"form": _FORM, "written": asdict(written)}, sort_keys=True))
    rows = "".join(f"{json.dumps(name)}\n" for name in sorted(written.files))
    _replace(Path(app.outdir, LIST), f"{len(written.files)}\n{rows}")


def listed(app: Sphinx) -> set[str] | None:
    """The files that the output's own list names; None if there is no such list, or if it is cut."""
    try:
        count, *rows = Path(app.outdir, LIST).read_text(encoding="utf-8").splitlines()
        names = {str(json.loads(row)) for row in rows}
        return names if len(names) == int(count) else None
    except (OSError, ValueError):
        return None


def discard(app: Sphinx) -> None:
    """Forget the record while a build is writing, so that one that is ended early writes everything again."""
    _path(app).unlink(missing_ok=True)


def _path(app: Sphinx) -> Path:
    assert app.builder is not None
    where = hashlib.sha256(os.path.relpath(app.outdir, app.doctreedir).encode()).hexdigest()[:8]
    return Path(app.doctreedir, f"reader-written-{app.builder.name}-{where}.json")


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


# --- files in the output


def stamp(path: Path) -> list[int]:
    """Size and time of a file; empty if it does not exist."""
    try:
        status = path.stat(follow_symlinks=False)
    except OSError:
        return []
    return [status.st_size, status.st_mtime_ns]


def all_files(folder: Path, below: str = "") -> Iterator[str]:
    """Every file below a folder that is neither hidden nor a link, with `/`."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from all_files(Path(entry.path), f"{below}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            yield below + entry.name


def remove(folder: Path, names: Iterable[str]) -> None:
    """Remove files of the output, and folders that are empty then; what is not a plain path is left alone."""
    for name in sorted(names):
        steps = name.split("/")
        # A list may have been changed by hand: nothing outside the folder, nothing hidden, nothing behind a link.
        if any(step in ("", ".", "..") or step.startswith(".") or "\\" in step for step in steps):
            continue
        above = [folder.joinpath(*steps[:count]) for count in range(1, len(steps))]
        if any(path.is_symlink() for path in above):
            continue
        path = folder.joinpath(*steps)
        if path.is_file() and not path.is_symlink():
            path.unlink()
        for parent in reversed(above):
            try:
                parent.rmdir()
            except OSError:
                break
