"""Notes as they are in their files, for answers to the panel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from course_reader.authoring import articles
from course_reader.marks.records import Page
from course_reader.model.layers import LayerFile, files_of, read_layer
from course_reader.model.note import Note
from course_reader.store import notes as store

#: a note with the set that it is in, and its number there
KnownNote = tuple[LayerFile, int, Note]


def note_told(layer: LayerFile, index: int, note_id: str, note: Note, page: Page, article: Path) -> dict[str, Any]:
    """The answer that tells of a note as it is in its file."""
    revision = store.revision_of(layer.lines.value["notes"][index], note_id)
    return articles.note_answer(note, note_id, revision, page, article.parent, layer.content.layer.author)


def now_known_as(layer: LayerFile, note_id: str, quote: str | None) -> tuple[int, str, Note] | None:
    """A note as it is in its file now: its number, its id and the note; None if it is gone.

    A note that has no id in its file is known by its words, and by another id when somebody has changed them.
    """
    notes = list(layer.notes())
    by_id = [found for found in notes if found[1] == note_id]
    by_quote = [found for found in notes if quote and found[2].quote == quote and not found[2].id]
    return by_id[0] if by_id else by_quote[0] if len(by_quote) == 1 else None


def note_there(article: Path, root: Path, note_id: str) -> KnownNote | None:
    """The note of an article that has this id in its file, whatever set it is in."""
    for path in files_of(article):
        layer = read_layer(path, root, [])
        for index, known, note in layer.notes() if layer else ():
            if layer and known == note_id == note.id:
                return layer, index, note
    return None
