"""Files that people edit by hand, changed by a program so that nobody's work is lost.

A change is: lock, wait until nobody is writing, read, compare with what the caller saw, edit, write beside, make sure
it is on the disk, compare again, replace. Programs that know the lock wait for each other. Editors do not know it; the
comparison notices what they save, and their version stays.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from course_reader.files import front_matter as frontmatter
from course_reader.files.yaml_lines import YamlError, load, mapping
from course_reader.files.yaml_splice import SpliceError
from course_reader.model.problems import shown_path
from course_reader.store import probe, swap, whole
from course_reader.store.errors import (
    BrokenFileError,
    FileBusyError,
    OutsideReaderError,
    ReadOnlyFileError,
    StaleFileError,
    StoreError,
    refusal,
)

#: seconds to wait for another program, ours or an editor
PATIENCE = 10.0

#: seconds between two looks at a file that an editor is saving, and between two changes by one program
_PAUSE = 0.01

_CONFLICT = re.compile(r"^<{7}(?: .*)?$.*?^={7}$.*?^>{7}(?: .*)?$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Stored:
    """The text of a file, and the ETag of this text; a file that does not exist is empty and has no ETag."""

    text: str
    etag: str | None


class FileStore:
    """One file of a reader.

    Args:
        path: The file, which need not exist yet.
        root: The reader's folder. A file outside it is never touched, not even through a link.
        front_matter: Whether its YAML is the block at the top of a Markdown file.
    """

    def __init__(self, path: Path, root: Path, front_matter: bool = False) -> None:
        self.path = path
        self.root = root
        self.front_matter = front_matter
        self.name = shown_path(path, root)

    def read(self) -> Stored:
        """The file as it is now, with its own line ends.

        Raises:
            StoreError: if it is outside the reader, or is not text.
        """
        with self._told():
            data = _bytes(self._target())
        return Stored(self._text(data), etag_of(data))

    def obstacle(self) -> StoreError | None:
        """The reason why a change would be refused now; None if it would not be."""
        try:
            with self._told():
                target = self._target()
                self._sound(self._text(_bytes(target)))
                self._permitted(target)
        except StoreError as error:
            return error
        return None

    def change(self, edit: Callable[[str], str], if_match: str | None) -> Stored:
        """Replace the file by an edited version.

        Args:
            edit: Gets the text and returns the new one; may raise `SpliceError`.
            if_match: The etag of the version that the change was made for; None if there was no file.

        Raises:
            StoreError: one of its kinds; the file is as it was then.
        """
        with self._told():
            target = self._target()
            with self._locked(target):
                return self._once(target, edit, lambda etag: etag == if_match)

    def update(self, edit: Callable[[str], str]) -> Stored:
        """Replace the file by an edited version of whatever it says now.

        If somebody saves the file in the meantime, the edit is made again, on what the file says then.

        Args:
            edit: As for `change`.

        Raises:
            StoreError: one of its kinds; the file is as it was then.
        """
        with self._told():
            target = self._target()
            with self._locked(target):
                until = time.monotonic() + PATIENCE
                while time.monotonic() < until:
                    with contextlib.suppress(StaleFileError):
                        return self._once(target, edit, lambda etag: True)
        raise FileBusyError(self.name)

    def _once(self, target: Path, edit: Callable[[str], str], is_meant: Callable[[str | None], bool]) -> Stored:
        """Change the file once; the lock is held."""
        self._await_writer(target)
        before = _bytes(target)
        if not is_meant(etag_of(before)):
            raise StaleFileError(self.name, etag_of(before))
        text = self._text(before)
        self._sound(text)
        new = edit(text)
        self._permitted(target)
        if before is None or new != text:
            self._replace(target, before, new.encode())
        return Stored(new, etag_of(new.encode()))

    def _await_writer(self, target: Path) -> None:
        """Wait for an editor that is in the middle of a save: until then the file may be empty, or half of it."""
        until = time.monotonic() + PATIENCE
        while probe.is_being_written(target):
            if time.monotonic() >= until:
                raise FileBusyError(self.name)
            time.sleep(_PAUSE)

    # -- checks -------------------------------------------------------------------------------------------------

    def _target(self) -> Path:
        """The file itself, links followed."""
        try:
            target, root = self.path.resolve(), self.root.resolve()
        except (OSError, RuntimeError):
            raise OutsideReaderError(self.name) from None
        if not target.is_relative_to(root):
            raise OutsideReaderError(self.name)
        return target

    def _text(self, data: bytes | None) -> str:
        try:
            return (data or b"").decode()
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            message = f"the byte {error.object[error.start]:#04x} is not UTF-8; save the file as UTF-8"
            raise BrokenFileError(self.name, line, message) from None

    def _sound(self, text: str) -> None:
        """Refuse a file with an unfinished merge, or one that is not YAML."""
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
        if conflict := _CONFLICT.search(plain):
            line = plain.count("\n", 0, conflict.start()) + 1
            message = "git could not merge two versions here; choose one and remove the conflict markers"
            raise BrokenFileError(self.name, line, message)
        try:
            frontmatter.read(plain) if self.front_matter else mapping(load(plain))
        except YamlError as error:
            raise BrokenFileError(self.name, error.line, error.message) from None

    def _permitted(self, target: Path) -> None:
        """Refuse a write-protected file: replacing it only needs permission for the folder, and root needs none."""
        place = target if target.exists() else next(p for p in target.parents if p.exists())
        if not place.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(place, os.W_OK):
            raise ReadOnlyFileError(self.name)

    # -- writing ------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn refusals by the system or by the YAML editor into our own errors."""
        try:
            yield
        except SpliceError as error:
            raise BrokenFileError(self.name, error.line, error.message) from None
        except Timeout:
            raise FileBusyError(self.name) from None
        except OSError as error:
            raise refusal(self.name, error) from None

    @contextlib.contextmanager
    def _locked(self, target: Path) -> Iterator[None]:
        name = hashlib.sha256(os.fsencode(target)).hexdigest()[:24] + ".lock"
        lock = FileLock(_lock_folder(self.root.resolve()) / name, timeout=PATIENCE)
        with lock.acquire(poll_interval=2 * _PAUSE):
            yield
        # Those who wait look at the lock from time to time: without a pause, one busy program would shut them out.
        time.sleep(_PAUSE)

    def _replace(self, target: Path, before: bytes | None, data: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        whole.sweep(target)
        beside = whole.beside(target)
        try:
            whole.write(beside, data, like=target if before is not None else None)
            if not swap.put(beside, target, before):
                raise StaleFileError(self.name, etag_of(_bytes(target)))
        except PermissionError as error:
            # Windows says this while another program has the file open.
            if os.name == "nt":
                raise FileBusyError(self.name) from error
            raise
        finally:
            beside.unlink(missing_ok=True)


def etag_of(data: bytes | None) -> str | None:
    """The ETag of a content: the SHA-256 of its bytes, in the quotation marks that HTTP requires."""
    return None if data is None else f'"{hashlib.sha256(data).hexdigest()}"'


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _lock_folder(root: Path) -> Path:
    """The folder for locks, below `_build/`: shared by everybody who works in this folder, and ignored by git."""
    folder = root / "_build" / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir())
    return folder if os.access(folder, os.W_OK) else Path(tempfile.gettempdir())
