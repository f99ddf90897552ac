"""A new entry of the glossary."""

from __future__ import annotations

import os
from pathlib import Path

from course_reader.model.problems import shown_path
from course_reader.store.errors import AlreadyThereError, OutsideReaderError, refusal


def add_entry(path: Path, root: Path, text: str) -> None:
    """Write the file of an entry that does not exist yet.

    Args:
        path: The file.
        root: The reader's folder.
        text: Its text.

    Raises:
        AlreadyThereError: if there is such a file.
        StoreError: if it cannot be written, or a link takes its folder out of the reader.
    """
    name = shown_path(path, root)
    if not path.parent.resolve().is_relative_to(root.resolve()):
        raise OutsideReaderError(name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise AlreadyThereError(name) from None
    except OSError as error:
        raise refusal(name, error) from None
