"""A new file of a reader; one that exists is never replaced."""

from __future__ import annotations

from pathlib import Path

from course_reader.store.errors import AlreadyThereError, StaleFileError
from course_reader.store.files import FileStore


def add_file(path: Path, root: Path, text: str) -> None:
    """Write a Markdown file that does not exist yet.

    Args:
        path: The file.
        root: The reader's folder.
        text: Its text.

    Raises:
        AlreadyThereError: if there is such a file.
        StoreError: if it cannot be written, or a link takes its folder out of the reader.
    """
    store = FileStore(path, root, front_matter=True)
    try:
        store.change(lambda nothing: text, None)
    except StaleFileError:
        raise AlreadyThereError(store.name) from None
