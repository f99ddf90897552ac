"""Taking back a change of an article's file: exactly, as long as nothing else has changed in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from course_reader.store.files import FileStore, etag_of

#: how many changes are remembered as whole files
_REMEMBERED = 100


@dataclass(slots=True)
class Steps:
    """What files said before each of the last changes."""

    _before: dict[tuple[Path, str | None], str] = field(default_factory=dict)

    def keep(self, path: Path, etag: str | None, before: str) -> None:
        """Remember what a file said before the change that made it what `etag` names."""
        self._before[path, etag] = before
        while len(self._before) > _REMEMBERED:
            del self._before[next(iter(self._before))]

    def take_back(self, path: Path, root: Path, done: str, undo: Callable[[str], str]) -> str | None:
        """Write what a file said before a change; if something else has changed since, take back only the change.

        Args:
            path: The file.
            root: The reader's folder.
            done: The ETag that the change made.
            undo: Takes the change out of a text.

        Returns:
            The ETag of the file now.

        Raises:
            StoreError: if the file cannot be written.
        """
        before = self._before.get((path, done))

        def edit(text: str) -> str:
            return before if before is not None and etag_of(text.encode()) == done else undo(text)

        return FileStore(path, root, front_matter=True).update(edit).etag
