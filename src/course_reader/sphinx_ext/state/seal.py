"""The seal of what Sphinx keeps from build to build: a list of its files, made when a build has ended well.

A build breaks the seal when it begins and makes a new one when it ends. If there is none, or if a file is not as it
says, then a build was ended early or something was cut since, and everything is built anew.
"""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

#: the file with the seal, among the doctrees
NAME = "reader-seal.json"

#: what a build keeps; others may have put more into the folder
_OURS = re.compile(r"(?:.*\.doctree|environment\.pickle|reader-.*(?<!\.lock))")

#: name → size, time, digest
_Seal = dict[str, tuple[int, int, str]]

_TROUBLE = "reader_write_trouble"
#: Sphinx takes these for warnings and goes on, with a page that is cut
_CANNOT_WRITE = ("EIO", "EFBIG", "ENOSPC", "EROFS", "EDQUOT")
_NUMBERS = "|".join(str(getattr(errno, name)) for name in _CANNOT_WRITE if hasattr(errno, name))
_FULL = re.compile(rf"\[Errno ({_NUMBERS})\]")


def check(app: Sphinx, config: Config) -> None:
    """On `config-inited`, before Sphinx loads anything: remove what is kept if it is not whole."""
    folder = Path(app.doctreedir)
    _listen(app)
    # Sphinx fails on a list of settings that is cut, and without one completes pages by their times.
    info = Path(app.outdir, ".buildinfo")
    is_whole = _is_info(info) or not Path(app.outdir, "index.html").exists()
    if not is_whole:
        info.unlink(missing_ok=True)
    seal = _load(folder)
    # What has the size and time that it says need not be read again.
    app.__dict__["reader_seal"] = seal or {}
    if not is_whole or seal is None or any(not _is_same(folder / name, *known) for name, known in seal.items()):
        for name in list(_kept(folder)):
            (folder / name).unlink(missing_ok=True)


def break_seal(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """On `env-get-outdated`: from here on what is kept may not be whole."""
    Path(app.doctreedir, NAME).unlink(missing_ok=True)
    app.__dict__.pop(_TROUBLE, None)
    return []


def make(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`, after everything else: seal what is kept, if all was written."""
    if error is not None or trouble(app):
        return
    folder = Path(app.doctreedir)
    before: _Seal = app.__dict__.setdefault("reader_seal", {})
    seal = {name: _entry(folder / name, before.get(name)) for name in _kept(folder)}
    app.__dict__["reader_seal"] = seal
    beside = folder / f"{NAME}.new"
    try:
        beside.write_text(json.dumps(seal, sort_keys=True), encoding="utf-8")
        beside.replace(folder / NAME)
    except OSError:
        # Without a seal the next build begins anew, which is right.
        beside.unlink(missing_ok=True)


def trouble(app: Sphinx) -> str:
    """What Sphinx said when a file could not be written in this build; empty if all were."""
    return str(app.__dict__.get(_TROUBLE, ""))


# --- the files


def _kept(folder: Path) -> Iterator[str]:
    for above, _, names in os.walk(folder):
        for name in sorted(names):
            path = Path(above, name)
            if name != NAME and _OURS.fullmatch(name) and not path.is_symlink() and path.is_file():
                yield path.relative_to(folder).as_posix()


def _load(folder: Path) -> _Seal | None:
    try:
        data = json.loads((folder / NAME).read_bytes())
        return {str(name): (int(size), int(time), str(digest)) for name, (size, time, digest) in data.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _entry(path: Path, known: tuple[int, int, str] | None) -> tuple[int, int, str]:
    status = path.stat()
    if known and known[:2] == (status.st_size, status.st_mtime_ns):
        return known
    return status.st_size, status.st_mtime_ns, _digest(path)


def _is_same(path: Path, size: int, time: int, digest: str) -> bool:
    try:
        status = path.stat()
        return status.st_size == size and (status.st_mtime_ns == time or _digest(path) == digest)
    except OSError:
        return False


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_info(info: Path) -> bool:
    try:
        lines = info.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    return len(lines) >= 4 and lines[2].startswith("config: ") and lines[3].startswith("tags: ")


# --- files that cannot be written


class _WriteWatch(logging.Handler):
    """Notices that Sphinx could not write a file, which it reports as a warning."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self._state = app.__dict__

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the first such warning."""
        if _FULL.search(text := logging.LogRecord.getMessage(record)):
            self._state.setdefault(_TROUBLE, " ".join(text.split()))


def _listen(app: Sphinx) -> None:
    logger = logging.getLogger("sphinx")
    for handler in [handler for handler in logger.handlers if isinstance(handler, _WriteWatch)]:
        logger.removeHandler(handler)
    logger.addHandler(_WriteWatch(app))
