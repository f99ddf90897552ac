"""A file of notes for the tests of this folder, and looks at it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course_reader.files.yaml_lines import YamlError, load
from course_reader.store.errors import StoreError
from course_reader.store.files import FileStore
from course_reader.store.notes import edit_note, revision_of

LAYER = """\
# Lena's notes
layer:
  title: Lena
notes:
  # the first
  - id: n-00000001
    quote: a dispute
    body: Who counts?  # ask
"""
#: seconds after which something that should happen at once is taken for lost
PATIENCE = 60.0


def etag(path: Path, root: Path) -> str | None:
    return FileStore(path, root).read().etag


def revision(path: Path, note_id: str = "n-00000001") -> str:
    """The revision of a note; of one that cannot be read, any."""
    try:
        return next(revision_of(note, note_id) for note in notes(path) if note.get("id") == note_id)
    except (OSError, ValueError, TypeError, KeyError, StopIteration, YamlError):
        return '"unknown"'


def notes(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load(path.read_text(encoding="utf-8")).value["notes"]
    return found


def litter(path: Path) -> list[str]:
    """The files beside a file that do not belong there."""
    return sorted(p.name for p in path.parent.iterdir() if p != path)


def refused(path: Path, root: Path, kind: type[StoreError]) -> StoreError:
    """A change is refused, by a sentence, and the file and its folder are as they were."""
    before = path.read_bytes() if path.exists() else None
    beside = litter(path)
    with pytest.raises(kind) as caught:
        edit_note(path, root, "n-00000001", {"body": "new"}, revision(path))
    assert (path.read_bytes() if path.exists() else None) == before
    assert litter(path) == beside
    assert path.name in caught.value.message
    assert "\n" not in caught.value.message
    return caught.value
