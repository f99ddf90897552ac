"""Notes: what an instructor says about some words of an article. One file is one layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from course_reader.model.records import Record, build
from course_reader.model.yaml_lines import Document, Path
from course_reader.problems import Code, Problem
from course_reader.text.characters import UNSEEN, hidden_in, named, with_plain_lines, without_hidden

NoteKind = Literal["comment", "question", "correction", "context"]
NoteId = Annotated[str, Field(pattern=r"^n-[0-9a-f]{8}$")]

#: keys whose values have a fixed form: a hidden character in them is an ordinary wrong value
_FIXED = ("id", "kind", "in_reply_to", "audience")


class _Words(Record):
    """Text that people write, without hidden characters, so that every part of the program sees the same words."""

    @model_validator(mode="before")
    @classmethod
    def _without_hidden(cls, value: Any) -> Any:
        """Clean every text and its line ends; `original` keeps its line ends."""
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


def _layer(value: object) -> object:
    return {} if value is None else value


class NoteFile(Record):
    """A file of notes."""

    layer: Annotated[Layer, BeforeValidator(_layer, json_schema_input_type=Layer | None)] = Layer()
    notes: tuple[Note, ...] = ()


def notes_of(document: Document, path: str, found: list[Problem]) -> NoteFile | None:
    """The notes of a file. Problems go into `found`, including one for each key with hidden characters."""
    content = build(NoteFile, document, path, found)
    if content is not None:
        found += _hidden_problems(document, path)
    return content


def _hidden_problems(document: Document, path: str) -> Iterator[Problem]:
    """One problem for each key whose value contains hidden characters."""
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
