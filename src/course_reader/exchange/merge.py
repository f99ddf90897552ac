"""Turning an imported annotation into a new note, or into changes to the note from an earlier import.

An import changes only what an import wrote. A note therefore stores a hash of each imported value in `original.wrote`:
a value that no longer matches its hash was edited by a person and is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from course_reader.exchange import bodies
from course_reader.exchange.json_file import storable
from course_reader.exchange.records import Incoming, Passage, digest
from course_reader.files.characters import without_hidden
from course_reader.model.note import ORDER, Note
from course_reader.text.anchor import Anchor
from course_reader.text.fold import fold

#: the keys that are compared one by one, and their names in messages
_WORDS = {
    "by": "the author", "kind": "the kind", "title": "the title", "tags": "the tags", "body": "the text",
    "quote": "the place",
}  # fmt: skip
_PLACE_KEYS = ("quote", "prefix", "suffix", "paragraph", "text_hash")
_MARK = 8
#: characters of context that distinguish places with the same words
_NEAR = 16


@dataclass(frozen=True, slots=True)
class Arrival:
    """An annotation, with its place, parent and author in this reader."""

    incoming: Incoming
    #: the place that it is about, and the position of its words, if certain
    place: Passage | None
    anchor: Anchor | None = None
    #: the note in this reader that it replies to
    parent: str | None = None
    #: author of the set of notes, who is not named on each note
    author: str | None = None


@dataclass(slots=True)
class Update:
    """Changes to an existing note."""

    changes: dict[str, Any] = field(default_factory=dict)
    #: names of values that were edited here and changed in the annotation too
    conflicts: list[str] = field(default_factory=list)


def new_note(arrival: Arrival, note_id: str) -> dict[str, Any]:
    """The keys and values of a new note, in the order in which they are written; empty ones are left out."""
    fields = _fields(arrival) | {"id": note_id, "in_reply_to": arrival.parent}
    fields["original"] = _original(arrival, fields)
    return {key: fields[key] for key in ORDER if fields.get(key) not in (None, "", [], ())}


def update(note: Note, arrival: Arrival) -> Update:
    """The changes to the note that an earlier import made from this annotation; what a person edited is kept."""
    new, found = _fields(arrival), Update()
    before = _marks(note)
    after = dict(before)
    here = _here(note, arrival.author)
    for key, value in here.items():
        there, mine = _mark(key, new[key]), _mark(key, value)
        # Most tools have no titles: a note without one says nothing about it.
        if there == before.get(key) or (key == "title" and not new[key]):
            continue
        if there != mine and mine != before.get(key):
            found.conflicts.append(_WORDS[key])
            continue
        after[key] = there
        if there != mine:
            found.changes[key] = new[key] or None
    _update_place(note, arrival, new, before, after, found)
    for key in ("created", "modified"):
        if found.changes and new[key] and new[key] != getattr(note, key):
            found.changes[key] = new[key]
    if arrival.parent and not note.in_reply_to and (note.original or {}).get("references"):
        found.changes["in_reply_to"] = arrival.parent
    if found.changes:
        found.changes["original"] = _original(arrival, new, after)
    return found


def _here(note: Note, author: str | None) -> dict[str, Any]:
    """The values of a note in the form that annotations use."""
    by = bodies.line(note.by or "")
    return {
        "by": by if by and by != bodies.line(author or "") else None,
        "kind": note.kind,
        "title": note.title,
        "tags": list(dict.fromkeys(filter(None, map(bodies.line, note.tags)))),
        "body": bodies.tidy(note.body) or bodies.WORDLESS,
    }


def _update_place(
    note: Note, arrival: Arrival, new: dict[str, Any], before: dict[str, str], after: dict[str, str], found: Update
) -> None:
    """Update the quoted words: they follow the annotation, and get a position as soon as there is one."""
    there, mine = _target_mark(arrival), _mark("quote", note.quote)
    untouched = mine == before.get("quote")
    moved = there != before.get("target")
    placeable = note.quote is None and new["quote"] is not None and untouched
    same = mine == _mark("quote", new["quote"]) and (not before or _near(note) == _near(new))
    if same or not (moved or placeable):
        return
    if not untouched:
        if before or new["quote"]:
            found.conflicts.append(_WORDS["quote"])
        return
    found.changes |= {key: new[key] for key in _PLACE_KEYS}
    after |= {"target": there, "quote": _mark("quote", new["quote"])}


def _fields(arrival: Arrival) -> dict[str, Any]:
    """The keys of a note that come from the annotation."""
    incoming, anchor = arrival.incoming, arrival.anchor
    return {
        "by": incoming.by if incoming.by != bodies.line(arrival.author or "") else None,
        "created": incoming.created,
        "modified": incoming.modified,
        "quote": without_hidden(anchor.quote) if anchor else None,
        # On one line, as a person would copy it; the search ignores line breaks.
        "prefix": " ".join(without_hidden(anchor.prefix).split()) if anchor else None,
        "suffix": " ".join(without_hidden(anchor.suffix).split()) if anchor else None,
        "paragraph": anchor.paragraph if anchor else None,
        "text_hash": anchor.text_hash if anchor else None,
        "kind": incoming.kind,
        "title": incoming.title,
        "tags": list(incoming.tags),
        "body": incoming.body,
    }


# --- origin


def _original(
    arrival: Arrival,
    fields: Mapping[str, Any],
    marks: dict[str, str] | None = None,
) -> dict[str, Any]:
    """The key `original`: where the note came from, data that a note has no key for, and the hashes."""
    incoming = arrival.incoming
    if incoming.original is not None:
        found = dict(incoming.original)
    else:
        found = {"id": incoming.id, "format": incoming.form, "source": incoming.source}
        found |= {"kept": incoming.kept} if incoming.kept else {}
    if arrival.anchor is None and (lost := _lost(arrival)):
        found["lost"] = lost
    if incoming.parents and not arrival.parent:
        found["references"] = list(incoming.parents)
    if marks is None:
        marks = {key: _mark(key, fields[key]) for key in _WORDS if key != "title" or fields[key]} | {
            "target": _target_mark(arrival)
        }
    found["wrote"] = " ".join(f"{key}:{marks[key]}" for key in sorted(marks))
    return {key: storable(value) for key, value in found.items() if value not in (None, "")}


def _lost(arrival: Arrival) -> dict[str, Any]:
    """Words that could not be placed, kept so that nothing of the annotation is lost."""
    place, incoming = arrival.place, arrival.incoming
    if place is None or not place.quote:
        return {}
    lost = {
        "quote": place.quote.strip(),
        "prefix": place.prefix,
        "suffix": place.suffix,
        "paragraph": incoming.paragraph,
        "text_hash": incoming.text_hash,
    }
    return {key: value for key, value in lost.items() if value}


# --- hashes


def _mark(key: str, value: Any) -> str:
    """A hash of a value; differences in line breaks and quotation marks in a quote are ignored."""
    if key == "quote" and isinstance(value, str):
        value = " ".join(fold(value).text.split())
    return digest(value or None, _MARK)


def _target_mark(arrival: Arrival) -> str:
    place = arrival.place
    if place is None or not place.quote:
        return digest(None, _MARK)
    return digest(_context(place.prefix, place.quote, place.suffix), _MARK)


def _near(note: Note | dict[str, Any]) -> list[list[str]]:
    texts = note if isinstance(note, dict) else note.model_dump(include={"prefix", "quote", "suffix"})
    return _context(*(texts.get(key) or "" for key in ("prefix", "quote", "suffix")))


def _context(prefix: str, quote: str, suffix: str) -> list[list[str]]:
    """The words of a quote and of the text just before and after it."""
    return [fold(text).text.split() for text in (prefix.strip()[-_NEAR:], quote, suffix.strip()[:_NEAR])]


def _marks(note: Note) -> dict[str, str]:
    """The hashes stored in a note."""
    wrote = (note.original or {}).get("wrote")
    pairs = (pair.split(":", 1) for pair in wrote.split() if ":" in pair) if isinstance(wrote, str) else ()
    return {pair[0]: pair[1] for pair in pairs}


def content_mark(quote: str | None, body: str, tags: tuple[str, ...], by: str | None) -> str:
    """A hash of a note's text and quote, which identifies annotations that have no id."""
    words = " ".join(fold(quote).text.split()) if quote else None
    return digest([words, body, sorted(tags), by], 24)
