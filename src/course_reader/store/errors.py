"""Why a file was not changed. Each error is one sentence that says what is wrong and what to do."""

from __future__ import annotations

import errno
from typing import Any

from course_reader.errors import ReaderError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class StoreError(ReaderError):
    """A file was left as it was."""

    #: the line of the file that is to blame, from 1; 0 if the whole file is
    line = 0

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class StaleFileError(StoreError):
    """The file is no longer the one that the change was made for; `etag` is what it is now, None if it is gone."""

    def __init__(self, name: str, etag: str | None) -> None:
        super().__init__(
            f"{name} was changed by somebody else in the meantime; look at its present content and try again"
        )
        self.etag = etag


class ReadOnlyFileError(StoreError):
    """The file or its folder may not be written."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is write-protected; remove the protection to change it here")


class NoSpaceError(StoreError):
    """The disk is full, or the user's share of it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the disk is too full to save {name}; free some space and try again")


class FileBusyError(StoreError):
    """Another program holds the file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is in use by another program; close it there and try again")


class NotStoredError(StoreError):
    """The system refuses to save the file for another reason."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name} could not be saved ({reason}); check its folder")


class BrokenFileError(StoreError):
    """The file cannot be read, or cannot be changed without touching something that should stay as it is."""

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(f"{name}, line {line}: {message}")
        self.line = line


class OutsideReaderError(StoreError):
    """The file is outside the reader's folder, by a link for instance."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is outside the reader's folder; only files inside it are changed here")


class AlreadyThereError(StoreError):
    """A file that should be new exists already."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} exists already; choose another name")


class NoteChangedError(StoreError):
    """The note is no longer the one that the change was made for.

    Attributes:
        note_id: The note's id.
        now: The note as it is in its file, with its id.
        revision: The mark of this state.
    """

    def __init__(self, name: str, now: dict[str, Any], revision: str) -> None:
        super().__init__(f"{name}: the note {now['id']} was changed by somebody else in the meantime; compare both")
        self.note_id = str(now["id"])
        self.now = now
        self.revision = revision


class NoteGoneError(StoreError):
    """No note of the file has the id."""

    def __init__(self, name: str, note_id: str) -> None:
        super().__init__(f"{name} no longer has the note {note_id}; reload the page")
        self.note_id = note_id


class NoteExistsError(StoreError):
    """A note of the file has the id already."""

    def __init__(self, name: str, note_id: str) -> None:
        super().__init__(f"{name} has a note {note_id} already")


def refusal(name: str, error: OSError) -> StoreError:
    """Our error for a refusal by the system."""
    if error.errno in _FULL:
        return NoSpaceError(name)
    if error.errno in _FORBIDDEN:
        return ReadOnlyFileError(name)
    return NotStoredError(name, error.strerror or str(error))
