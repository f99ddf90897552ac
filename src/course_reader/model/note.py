"""Notes: an instructor's annotations on an article. A file holds one set of notes, which the code calls a layer."""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from course_reader.model.records import Record

NoteKind = Literal["comment", "question", "correction", "context"]
NoteId = Annotated[str, Field(pattern=r"^n-[0-9a-f]{8}$")]


class Layer(Record):
    """A set of notes: those of one person or for one purpose."""

    title: str = Field("Notes", description="the name of the set, as readers see it")
    author: str | None = Field(None, description="the author of all notes that do not name one")
    language: str = Field("en", description="the language of the notes, as a tag such as `en`")
    audience: Literal["public", "class"] = Field("public", description="who may read the notes")


class Note(Record):
    """A note on a quoted stretch of text, or on the whole article if there is no quote.

    >>> Note(quote="the harbour", body="Which one?").kind
    'comment'
    """

    id: NoteId | None = Field(None, description="never changed: `n-` and eight hexadecimal digits")
    by: str | None = Field(None, description="the author, if it is not the author of the set")
    created: str | None = Field(None, description="when it was written")
    modified: str | None = Field(None, description="when it was last changed")
    quote: str | None = Field(None, description="the words it is about; without them, the whole article")
    prefix: str | None = Field(None, description="the text just before the quote")
    suffix: str | None = Field(None, description="the text just after the quote")
    paragraph: int | None = Field(None, ge=1, description="the number of the paragraph")
    text_hash: str | None = Field(None, description="the hash of the text that the quote was taken from")
    kind: NoteKind = "comment"
    tags: tuple[str, ...] = Field((), description="keywords for your own sorting")
    body: str = Field(description="the text of the note, in Markdown")
    in_reply_to: NoteId | None = Field(None, description="the id of the note that this one answers")
    original: dict[str, Any] | None = Field(None, description="where an imported note came from; kept unchanged")


#: the order of a note's keys in its file
ORDER = tuple(Note.model_fields)


def _layer(value: object) -> object:
    return {} if value is None else value


class NoteFile(Record):
    """A set of notes on an article."""

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
