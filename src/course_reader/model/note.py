"""Notes: an instructor's annotations on an article. A file holds one set of notes, which the code calls a layer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from course_reader.files.characters import UNSEEN, hidden_in, named, with_plain_lines, without_hidden
from course_reader.files.yaml_lines import Document, Path
from course_reader.model.limits import BodyText, QuoteText, TitleText
from course_reader.model.outputs import Audience
from course_reader.model.problems import Code, Problem
from course_reader.model.records import Example, Record, build

NoteKind = Literal["comment", "question", "correction", "context"]
Colour = Literal["blue", "green", "red", "violet", "brown", "grey"]
NoteId = Annotated[
    str,
    Field(pattern=r"^n-[0-9a-f]{8}$"),
    Example("n- and eight digits or letters from a to f, such as n-1a2b3c4d, or leave it out and use notes fix"),
]

#: keys whose values have a fixed form: a hidden character in them is an ordinary wrong value
_FIXED = ("id", "kind", "in_reply_to", "audience")


class _Words(Record):
    """Text that people write, without the hidden characters that would make it differ from what everybody sees."""

    @model_validator(mode="before")
    @classmethod
    def _without_hidden(cls, value: Any) -> Any:
        """Use plain line endings in every text; in `original`, only remove hidden characters."""
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
    """A set of notes: those of one person or for one purpose."""

    title: str = Field("Notes", description="the name of the set, as readers see it")
    author: str | None = Field(None, description="the author of all notes that do not name one")
    language: str = Field("en", description="the language of the notes, as a tag such as `en`")
    audience: Audience = Field("class", description="who may read the notes; by default the class")
    colour: Colour | None = Field(None, description="the colour of the notes on pages")
    initials: Annotated[str, Field(max_length=4)] | None = Field(
        None, description="at most four letters that stand for the author beside a note"
    )


class Note(_Words):
    """A note on a quoted stretch of text, or on the whole article if there is no quote.

    >>> Note(quote="the harbour", body="Which one?").kind
    'comment'
    """

    id: NoteId | None = Field(None, description="never changed: `n-` and eight hexadecimal digits")
    by: str | None = Field(None, description="the author, if it is not the author of the set")
    created: str | None = Field(None, description="when it was written")
    modified: str | None = Field(None, description="when it was last changed")
    quote: QuoteText | None = Field(None, description="the words it is about; without them, the whole article")
    prefix: QuoteText | None = Field(None, description="the text just before the quote")
    suffix: QuoteText | None = Field(None, description="the text just after the quote")
    paragraph: int | None = Field(None, ge=1, description="the number of the paragraph")
    text_hash: str | None = Field(None, description="the hash of the text that the quote was taken from")
    kind: NoteKind = "comment"
    title: TitleText | None = Field(
        None, description="a few words that name the note where there is no room for all of it"
    )
    tags: tuple[str, ...] = Field((), description="keywords for your own sorting")
    done: bool = Field(False, description="`true` once it is dealt with: it stays in its file, and no page shows it")
    body: BodyText = Field(description="the text of the note, in Markdown")
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
