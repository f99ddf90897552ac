"""Annotations as read from a file of any form."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal

from course_reader.model.note import NoteKind
from course_reader.model.outputs import Audience

Form = Literal["w3c", "hypothesis", "reader", "table", "clippings", "zotero", "recogito", "word"]


@dataclass(frozen=True, slots=True)
class Passage:
    """The target of an annotation: a page, and words on it.

    `start` is only a hint, because tools count characters differently.
    """

    address: str
    quote: str | None = None
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    #: the title of the page, from tools that give no address
    title: str = ""


@dataclass(frozen=True, slots=True)
class LayerInfo:
    """The set of notes that annotations belong to, with what its file says at the top if it is new."""

    name: str
    title: str
    author: str | None = None
    language: str | None = None
    audience: Audience = "class"


@dataclass(frozen=True, slots=True)
class Incoming:
    """An annotation that was read."""

    #: its place in the file, such as `rows[3]`
    where: str
    form: Form
    #: its id in the tool that it comes from
    id: str
    places: tuple[Passage, ...]
    #: Markdown
    body: str
    tags: tuple[str, ...] = ()
    kind: NoteKind = "comment"
    title: str | None = None
    by: str | None = None
    created: str | None = None
    modified: str | None = None
    language: str | None = None
    #: ids of the annotations that it replies to, the nearest first
    parents: tuple[str, ...] = ()
    #: it replies to itself through others, so none of them can come first
    circular: bool = False
    layer: LayerInfo | None = None
    #: data that a note has no key for, unchanged
    kept: dict[str, Any] = field(default_factory=dict)
    # --- only in our own exports
    note_id: str | None = None
    paragraph: int | None = None
    text_hash: str | None = None
    #: where the exported note had come from
    original: dict[str, Any] | None = None
    #: it is a gloss, which belongs to the glossary and not to the notes
    gloss: bool = False

    @property
    def source(self) -> str:
        """The address of the page that it is about, or its title, or an empty text."""
        return self.places[0].address or self.places[0].title if self.places else ""


def digest(value: object, length: int = 12) -> str:
    """A short hash of a value, to detect changes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:length]
