"""Notes: what an instructor says about some words of an article. One file is one layer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from course_reader.model.records import Record

NoteKind = Literal["comment", "question", "correction", "context"]


class Layer(Record):
    """The notes of one person or purpose."""

    title: str = "Notes"
    author: str | None = None
    language: str = "en"
    audience: Literal["public", "class"] = "public"


class Note(Record):
    """One note; without a quote it belongs to the whole article."""

    id: str | None = Field(None, pattern=r"^n-[0-9a-f]{8}$")
    by: str | None = None
    created: str | None = None
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    paragraph: int | None = Field(None, ge=1)
    text_hash: str | None = None
    kind: NoteKind = "comment"
    tags: tuple[str, ...] = ()
    body: str


def _layer(value: object) -> object:
    return {} if value is None else value


class NoteFile(Record):
    """A file of notes."""

    layer: Annotated[Layer, BeforeValidator(_layer, json_schema_input_type=Layer | None)] = Layer()
    notes: tuple[Note, ...] = ()
