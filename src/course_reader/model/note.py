"""Notes: an instructor's annotations on an article. A file holds one set of notes, which the code calls a layer."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from course_reader.model.records import Record

NoteKind = Literal["comment", "question", "correction", "context"]
NoteId = Annotated[str, Field(pattern=r"^n-[0-9a-f]{8}$")]


class Layer(Record):
    """A set of notes: those of one person or for one purpose."""

    title: str = "Notes"
    author: str | None = None
    language: str = "en"
    audience: Literal["public", "class"] = "public"


class Note(Record):
    """A note on a quoted stretch of text, or on the whole article if there is no quote.

    >>> Note(quote="the harbour", body="Which one?").kind
    'comment'
    """

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
    original: dict[str, Any] | None = Field(None, description="where an imported note came from; kept unchanged")


def _layer(value: object) -> object:
    return {} if value is None else value


class NoteFile(Record):
    """A set of notes on an article."""

    layer: Annotated[Layer, BeforeValidator(_layer, json_schema_input_type=Layer | None)] = Layer()
    notes: tuple[Note, ...] = ()
