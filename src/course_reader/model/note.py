"""Notes: what an instructor says about some words of an article. One file is one layer."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from course_reader.model.records import Record

NoteKind = Literal["comment", "question", "correction", "context"]
NoteId = Annotated[str, Field(pattern=r"^n-[0-9a-f]{8}$")]


class Layer(Record):
    """The notes of one person or purpose."""

    title: str = "Notes"
    author: str | None = None
    language: str = "en"
    audience: Literal["public", "class"] = "public"


class Note(Record):
    """One note; without a quote it belongs to the whole article."""

    id: NoteId | None = None
    by: str | None = None
    created: str | None = None
    modified: str | None = None
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    paragraph: int | None = Field(None, ge=1)
    text_hash: str | None = None
    kind: NoteKind = "comment"
    tags: tuple[str, ...] = ()
    body: str
    in_reply_to: NoteId | None = Field(None, description="the id of the note that this one answers")
    original: dict[str, Any] | None = Field(None, description="where an imported note comes from; kept as it is")


#: the order of a note's keys in its file
ORDER = tuple(Note.model_fields)


def _layer(value: object) -> object:
    return {} if value is None else value


class NoteFile(Record):
    """A file of notes."""

    layer: Annotated[Layer, BeforeValidator(_layer, json_schema_input_type=Layer | None)] = Layer()
    notes: tuple[Note, ...] = ()


def id_of(note: Note, layer: str, index: int) -> str:
    """The id of a note, or the one that it is known by as long as its file gives it none.

    Args:
        note: The note.
        layer: The name of its layer.
        index: Its number in its file, from 0.
    """
    return note.id or made_id(layer, index, note)


def made_id(layer: str, index: int, note: Note) -> str:
    """An id for a note that has none yet; it stays the same as long as the note's words do."""
    text = f"{layer}\0{note.quote}\0{note.body}\0{index}"
    return "n-" + hashlib.sha256(text.encode()).hexdigest()[:8]
