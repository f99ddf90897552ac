"""Adding notes to a layer's file, changing them and removing them.

Each note has a revision, a mark of what it says. A change of a note is made for one revision, and refused if the file
has another by now. What else happens in the file does not matter, so that people disturb each other only where they
change the same note.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from course_reader.files.schema_line import schema_line
from course_reader.files.yaml_lines import load, mapping
from course_reader.files.yaml_splice import change_item, insert_item, remove_item
from course_reader.files.yaml_write import pair
from course_reader.model.note import ORDER, Layer, Note, made_id
from course_reader.store.errors import AlreadyThereError, NoteChangedError, NoteExistsError, NoteGoneError
from course_reader.store.files import FileStore


@dataclass(frozen=True, slots=True)
class Written:
    """A note as it is in its file, or was until it was removed."""

    note: dict[str, Any]
    #: how many notes come before it
    index: int
    #: the mark of what the note says now, or said last
    revision: str


def revision_of(note: Mapping[str, Any], note_id: str) -> str:
    """The mark of what a note says: a hash of its keys and values, in the quotation marks that HTTP requires.

    Args:
        note: The note as it is in its file.
        note_id: Its id, or the one it is known by if its file gives none.
    """
    said = json.dumps({**note, "id": note_id}, sort_keys=True, default=str)
    return f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'


def add_note(
    path: Path,
    root: Path,
    note: Mapping[str, Any],
    index: int | None = None,
    layer: Mapping[str, Any] | None = None,
    *,
    is_first: bool = False,
) -> Written:
    """Add a note to a layer, whatever else is in its file; a file that does not exist is created.

    Args:
        path: The layer's file.
        root: The reader's folder.
        note: Its keys; without an id it gets one. Values that are None or empty are left out.
        index: How many notes should come before it; None for the end.
        layer: The description of the layer, for a new file.
        is_first: Whether the layer should be new; notes that are meant for it may not go into another of its name.

    Raises:
        AlreadyThereError: if the layer should be new and exists.
        NoteExistsError: if a note has the id already.
        StoreError: one of its kinds; the file is as it was then.
    """
    store = FileStore(path, root)
    place = 0
    given = {key: value for key, value in note.items() if value not in (None, [], ())}
    known = {key: given[key] for key in ORDER if key in given}
    item = {"id": "", **known, **{key: value for key, value in given.items() if key not in known}}

    def edit(text: str) -> str:
        nonlocal place
        if is_first and text:
            raise AlreadyThereError(store.name)
        if not text.strip() and layer:
            text = f"{schema_line(path.resolve(), root.resolve(), 'notes')}\n{_head(layer)}"
        notes = _notes(text)
        taken = {_id(path.stem, i, there) for i, there in enumerate(notes)}
        wanted = given.get("id")
        if wanted and wanted in taken:
            raise NoteExistsError(store.name, str(wanted))
        item["id"] = wanted or _fresh_id(taken)
        place = len(notes) if index is None else max(0, min(index, len(notes)))
        return insert_item(text, "notes", place, item)

    written = _notes(store.update(edit).text)[place]
    return Written(item, place, revision_of(written, item["id"]))


def edit_note(path: Path, root: Path, note_id: str, changes: Mapping[str, Any], revision: str) -> Written:
    """Change keys of a note; None or an empty list removes a key. A note without an id gets the one it is known by.

    Args:
        path: The layer's file.
        root: The reader's folder.
        note_id: The note's id.
        changes: The keys to change, with their new values.
        revision: What the note said when the change was made up.

    Raises:
        NoteChangedError: if it says something else now.
        NoteGoneError: if it is no longer there.
        StoreError: one of its kinds; the file is as it was then.
    """

    def edit(text: str, place: int, note: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        new = {"id": note_id, **{key: value if value not in ([], ()) else None for key, value in changes.items()}}
        different = {key: value for key, value in new.items() if note.get(key) != value}
        text = change_item(text, "notes", place, different, order=ORDER)
        return text, _notes(text)[place]

    return _change_note(path, root, note_id, edit, revision)


def remove_note(path: Path, root: Path, note_id: str, revision: str) -> Written:
    """Remove a note; `add_note` restores it from the result as it was.

    Raises:
        NoteChangedError: if it says something else than in this revision.
        NoteGoneError: if it is no longer there.
        StoreError: one of its kinds; the file is as it was then.
    """

    def edit(text: str, place: int, note: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        return remove_item(text, "notes", place), {"id": note_id, **note}

    return _change_note(path, root, note_id, edit, revision)


#: what is done with a note: the file's text, the note's place and the note → the new text, and what became of the note
_Edit = Callable[[str, int, dict[str, Any]], tuple[str, dict[str, Any]]]


def _change_note(path: Path, root: Path, note_id: str, edit: _Edit, revision: str) -> Written:
    store = FileStore(path, root)
    place, item = 0, dict[str, Any]()

    def change(text: str) -> str:
        nonlocal place, item
        notes = _notes(text)
        place = _find(store, notes, note_id)
        now = revision_of(notes[place], note_id)
        if now != revision:
            raise NoteChangedError(store.name, {**notes[place], "id": note_id}, now)
        text, item = edit(text, place, notes[place])
        return text

    store.update(change)
    return Written(item, place, revision_of(item, note_id))


def _head(layer: Mapping[str, Any]) -> str:
    """The lines at the top of a new file, which describe its layer."""
    about = {key: layer[key] for key in Layer.model_fields if layer.get(key)}
    return "\n".join(pair("layer", about, 0)) + "\n" if about else ""


def _notes(text: str) -> list[dict[str, Any]]:
    found = mapping(load(text.removeprefix("\ufeff"))).get("notes") or []
    return [item if isinstance(item, dict) else {} for item in found] if isinstance(found, list) else []


def _id(layer: str, index: int, item: Mapping[str, Any]) -> str:
    if item.get("id"):
        return str(item["id"])
    try:
        note = Note(quote=item.get("quote"), body=item.get("body") or "")
    except ValidationError:
        return ""
    return made_id(layer, index, note)


def _find(store: FileStore, notes: list[dict[str, Any]], note_id: str) -> int:
    for index, item in enumerate(notes):
        if _id(store.path.stem, index, item) == note_id:
            return index
    raise NoteGoneError(store.name, note_id)


def _fresh_id(taken: set[str]) -> str:
    while (note_id := f"n-{secrets.token_hex(4)}") in taken:
        pass
    return note_id
