"""Notes: what an instructor says about some words of an article. One file is one layer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from course_reader.files.characters import UNSEEN, hidden_in, named, with_plain_lines, without_hidden
from course_reader.files.yaml_lines import Document, Path
from course_reader.model.problems import Code, Problem
from course_reader.model.records import Record, build

NoteKind = Literal["comment", "question", "correction", "context"]
NoteId = Annotated[str, Field(pattern=r"^n-[0-9a-f]{8}$")]

#: keys whose values have a fixed form: what does not belong there makes the value wrong
_FIXED = ("id", "kind", "in_reply_to", "audience")


class _Words(Record):
    """What people write: whoever reads it finds no hidden character in it, so that all find the same words."""

    @model_validator(mode="before")
    @classmethod
    def _without_hidden(cls, value: Any) -> Any:
        """Every text with plain line ends; `original` is kept as it is, except for what no note holds."""
        if not isinstance(value, dict):
            return value
        return {key: item if key in _FIXED else _clean(item, key != "original") for key, item in value.items()}


def _clean(value: Any, lines: bool) -> Any:
    if isinstance(value, str):
        return without_hidden(with_plain_lines(value) if lines else value)
    if isinstance(value, (list, tuple)):
        return type(value)(_clean(item, lines) for item in value)
    if isinstance(value, dict):
        return {_clean(key, lines): _clean(item, lines) for key, item in value.items()}
    return value


class Layer(_Words):
    """The notes of one person or purpose."""

    title: str = "Notes"
    author: str | None = None
    language: str = "en"
    audience: Literal["public", "class"] = "public"


class Note(_Words):
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


def notes_of(document: Document, path: str, found: list[Problem]) -> NoteFile | None:
    """The notes of a file; what is wrong in it goes into `found`, characters that are left out too."""
    content = build(NoteFile, document, path, found)
    if content is not None:
        found += _hidden_problems(document, path)
    return content


def _hidden_problems(document: Document, path: str) -> Iterator[Problem]:
    """One for each key whose value holds what no note may hold."""
    notes = document.value.get("notes")
    records: list[tuple[Path, Any]] = [(("layer",), document.value.get("layer"))]
    records += [(("notes", index), note) for index, note in enumerate(notes if isinstance(notes, list) else ())]
    for place, record in records:
        for key, value in record.items() if isinstance(record, dict) else ():
            if key not in _FIXED and (hidden := list(_hidden(value))):
                message = f"{key} holds {named(hidden)}, {UNSEEN}; take it out (until then it is left out everywhere)"
                yield Problem(path, document.line((*place, key)), Code.HIDDEN_CHARACTER, message)


def _hidden(value: Any) -> Iterator[str]:
    """The hidden characters of every text in a value."""
    if isinstance(value, str):
        yield from hidden_in(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (*_hidden(key), *_hidden(item))
    elif isinstance(value, list):
        for item in value:
            yield from _hidden(item)
