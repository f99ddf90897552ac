"""Moving a note to another set of notes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from course_reader.authoring import articles
from course_reader.authoring.answers import RefusedError, RequestBody
from course_reader.authoring.kept import ReaderState
from course_reader.authoring.notes import NoteWriter
from course_reader.marks import note_places
from course_reader.model.layers import read_layer
from course_reader.model.note import Layer
from course_reader.store import notes as store
from course_reader.store.errors import StoreError


class MovedNote(RequestBody):
    """The note that is moved, and where it goes."""

    docname: str
    layer: str = Field(max_length=80)
    to: str = Field(max_length=80)
    #: describes a set that is new
    layer_info: Layer | None = None


def move(
    writer: NoteWriter, state: ReaderState, note_id: str, asked: MovedNote, revision: str, is_first: bool
) -> tuple[dict[str, Any], list[Path]]:
    """Move a note: it is written into the other set before it is taken out of its own, so that it is never in none.

    Args:
        writer: The writer of notes.
        state: The reader as it was built last.
        note_id: The note.
        asked: Where it goes.
        revision: The note as the person has seen it.
        is_first: Whether the other set should be new.

    Raises:
        RefusedError: 412 with the note as it is now, if it is not the one that the page has shown.
        StoreError: if one of the sets cannot be changed.
    """
    page, article = articles.find(state, asked.docname)
    source = writer.file_of(article, asked.layer)
    goal = writer.file_of(article, asked.to, may_be_new=is_first)
    if source == goal:
        raise RefusedError(422, "bad-value", "the note is in this set already; choose another")
    layer = read_layer(source, writer.root, [])
    number = next((index for index, known, _ in (layer.notes() if layer else ()) if known == note_id), None)
    if layer is None or number is None:
        raise RefusedError(404, "no-note", "this note is no longer in its file; reload the page")
    author = layer.content.layer.author
    item = {"id": note_id, **layer.lines.value["notes"][number]}
    info = asked.layer_info.model_dump() if asked.layer_info else None
    other = read_layer(goal, writer.root, []) if goal.is_file() else None
    theirs = other.content.layer.author if other else info["author"] if info else None
    # Whoever wrote it has still written it.
    by = item.get("by") or author
    item["by"] = by if by != theirs else None
    note = layer.items()[number]
    place = note_places.find(note, page.text, page.paragraphs, article.parent).span if note and note.quote else None
    index = writer.index_of(goal, page, article.parent, place[0]) if place else None
    written = store.add_note(goal, writer.root, item, index, info, is_first=is_first)
    try:
        with writer.compared(source, page, article, item.get("quote")):
            store.remove_note(source, writer.root, note_id, revision)
    except (RefusedError, StoreError):
        store.remove_note(goal, writer.root, note_id, written.revision)
        raise
    return writer.answer(written, page, article, goal), [source, goal]
