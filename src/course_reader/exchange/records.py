"""What is read from a file of annotations, whatever its form."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal

from course_reader.model.note import NoteKind

Form = Literal["w3c", "hypothesis", "reader"]
Audience = Literal["public", "class"]


@dataclass(frozen=True, slots=True)
class Passage:
    """What an annotation is about: a page, and words on it. `start` counts characters as the file does: a hint."""

    address: str
    quote: str | None = None
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


@dataclass(frozen=True, slots=True)
class LayerInfo:
    """The layer that annotations go to, and its head if it has to be made."""

    name: str
    title: str
    author: str | None = None
    language: str | None = None
    audience: Audience = "public"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One annotation that was read."""

    #: where in the file it stands: `rows[3]`
    where: str
    form: Form
    #: its identity in what it comes from
    id: str
    places: tuple[Passage, ...]
    #: Markdown
    body: str
    tags: tuple[str, ...] = ()
    kind: NoteKind = "comment"
    by: str | None = None
    created: str | None = None
    modified: str | None = None
    language: str | None = None
    #: ids of what it answers, the nearest first
    parents: tuple[str, ...] = ()
    #: it answers itself by way of others, so that none of them can come first
    circular: bool = False
    layer: LayerInfo | None = None
    #: what we have no key for, as it was
    kept: dict[str, Any] = field(default_factory=dict)
    # --- only of our own exports
    note_id: str | None = None
    paragraph: int | None = None
    text_hash: str | None = None
    #: where the exported note came from before
    original: dict[str, Any] | None = None
    #: it is a gloss: it belongs to the glossary, not to the notes
    gloss: bool = False

    @property
    def source(self) -> str:
        """The address of the page that it is about; empty if it names none."""
        return self.places[0].address if self.places else ""


def digest(value: object, length: int = 12) -> str:
    """A short mark of a value, to tell whether it changed."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:length]
