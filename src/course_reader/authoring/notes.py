"""Notes are created, changed, deleted and restored: requests of the panel, checked, anchored and written to a layer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import Field

from course_reader.authoring import articles
from course_reader.authoring.answers import RefusedError, RequestBody
from course_reader.authoring.kept import ReaderState
from course_reader.files.characters import with_plain_lines, without_hidden
from course_reader.marks import note_places
from course_reader.marks.records import Page
from course_reader.model.layers import files_of, layer_path, read_layer
from course_reader.model.note import Layer, Note, NoteKind
from course_reader.store import notes as store
from course_reader.store.notes import Written
from course_reader.store.snapshots import read_snapshot, write_snapshot
from course_reader.text.anchor import Anchor, Anchored, State, describe, resolve, text_hash

#: names that a new layer may have; a layer that is there may have any
_LAYER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

#: how many deleted notes are remembered as they were in their files
_REMEMBERED = 200


class SelectedWords(RequestBody):
    """Selected words, as the browser knows them; offsets count code points of the canonical text."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    paragraph: int | None = None
    text_hash: str | None = None


class NewNote(RequestBody):
    """A note that is created, or restored."""

    docname: str
    layer: str = Field(max_length=80)
    #: None: the note is about the whole article
    target: SelectedWords | None = None
    kind: NoteKind = "comment"
    tags: list[str] = Field(default_factory=list, max_length=40)
    body: str = Field(min_length=1)
    by: str | None = Field(None, max_length=200)
    #: these restore a deleted note
    id: str | None = Field(None, pattern=r"^n-[0-9a-f]{8}$")
    created: str | None = Field(None, max_length=40)
    index: int | None = Field(None, ge=0)
    layer_info: Layer | None = None


class ChangedNote(RequestBody):
    """Changes to a note; keys that are not given stay as they are."""

    docname: str
    layer: str
    target: SelectedWords | None = None
    kind: NoteKind | None = None
    tags: list[str] | None = Field(None, max_length=40)
    body: str | None = Field(None, min_length=1)
    by: str | None = Field(None, max_length=200)


class GoneNote(RequestBody):
    """The note that is deleted."""

    docname: str
    layer: str


@dataclass(slots=True)
class NoteWriter:
    """Writes notes."""

    root: Path
    #: deleted notes as they were: undoing must not lose keys that the panel does not know
    removed: dict[tuple[Path, str], dict[str, Any]] = field(default_factory=dict)

    def add(self, state: ReaderState, new: NewNote, if_match: str | None) -> tuple[dict[str, Any], list[Path]]:
        """Create a note.

        Returns:
            The answer, and the files that were written.

        Raises:
            RefusedError: 422 with suggestions, if the words cannot be found.
            StoreError: if the layer cannot be changed.
        """
        page, article = articles.find(state, new.docname)
        path = self._layer(article, new.layer, may_be_new=if_match is None)
        files = [path]
        item = self.removed.get((path, new.id or "")) if new.id else None
        index = new.index
        if item is None or item.get("body") != new.body:
            item = {"id": new.id, "by": _line(new.by), "created": new.created or _now()}
            if new.target:
                span = self._place(new.target, page, article.parent)
                item |= self._about(page, span)
                files += self._keep_text(article.parent, page)
                index = self._index(path, page, article.parent, span[0]) if index is None else index
            item |= {"kind": new.kind, "tags": _tags(new.tags), "body": _text(new.body)}
        info = new.layer_info.model_dump() if new.layer_info else {"title": new.layer}
        written = store.add_note(path, self.root, item, index, if_match, info)
        return self._answer(written, page, article, path), files

    def change(
        self, state: ReaderState, note_id: str, change: ChangedNote, if_match: str | None
    ) -> tuple[dict[str, Any], list[Path]]:
        """Change a note; a new target moves it to other words."""
        page, article = articles.find(state, change.docname)
        path = self._layer(article, change.layer)
        files = [path]
        given = change.model_dump(include=change.model_fields_set - {"docname", "layer", "target"})
        changes: dict[str, Any] = {key: value for key, value in given.items() if value is not None or key == "by"}
        if change.target:
            changes |= self._about(page, self._place(change.target, page, article.parent))
            files += self._keep_text(article.parent, page)
        if "body" in changes:
            changes["body"] = _text(changes["body"])
        if "tags" in changes:
            changes["tags"] = _tags(changes["tags"])
        if "by" in changes:
            changes["by"] = _line(changes["by"])
        changes["modified"] = _now()
        written = store.edit_note(path, self.root, note_id, changes, if_match)
        return self._answer(written, page, article, path), files

    def remove(
        self, state: ReaderState, note_id: str, gone: GoneNote, if_match: str | None
    ) -> tuple[dict[str, Any], list[Path]]:
        """Delete a note, and remember it."""
        _, article = articles.find(state, gone.docname)
        path = self._layer(article, gone.layer)
        written = store.remove_note(path, self.root, note_id, if_match)
        self.removed[path, note_id] = written.note
        while len(self.removed) > _REMEMBERED:
            del self.removed[next(iter(self.removed))]
        return {"removed": {**written.note, "index": written.index}, "etag": written.etag}, [path]

    def _layer(self, article: Path, name: str, *, may_be_new: bool = False) -> Path:
        """The file of a layer: an existing one, or a new one next to them."""
        there = {file.stem: file for file in files_of(article)}
        if name in there:
            return there[name]
        if not may_be_new:
            raise RefusedError(404, "no-layer", f"the set of notes {name} no longer exists; load the page again")
        if not _LAYER.fullmatch(name):
            raise RefusedError(422, "bad-value", "name the set of notes with small letters a to z, digits and hyphens")
        return layer_path(article, name)

    def _place(self, target: SelectedWords, page: Page, folder: Path) -> tuple[int, int]:
        """The place of the selected words in the text that we know."""
        start, end = target.start, target.end
        is_same_text = target.text_hash == text_hash(page.text)
        if is_same_text and start is not None and end is not None and 0 <= start < end <= len(page.text):
            span = _trimmed(page.text, start, end)
            if span[0] < span[1] and page.text[slice(*span)].split() == target.quote.split():
                return span
        anchor = Anchor(target.quote, target.prefix, target.suffix, target.paragraph, target.text_hash, target.start)
        found = resolve(anchor, page.text, snapshot=read_snapshot(folder, target.text_hash))
        if found.span and found.state in (State.EXACT, State.MOVED):
            return _trimmed(page.text, *found.span)
        raise RefusedError(
            422,
            "cannot-anchor",
            "these words cannot be found for sure in the text as it is now; select them again",
            suggestions=_near(found, page),
        )

    def _about(self, page: Page, span: tuple[int, int]) -> dict[str, Any]:
        anchor = describe(page.text, *span, articles.paragraph_number(page, span[0]))
        return {
            "quote": without_hidden(anchor.quote),
            "prefix": without_hidden(anchor.prefix),
            "suffix": without_hidden(anchor.suffix),
            "paragraph": anchor.paragraph,
            "text_hash": anchor.text_hash,
        }

    def _keep_text(self, folder: Path, page: Page) -> list[Path]:
        """Keep the text that the note was made on, so that the note survives edits."""
        made = write_snapshot(folder, page.text, self.root)
        return [made] if made else []

    def _index(self, path: Path, page: Page, folder: Path, start: int) -> int | None:
        """How many notes of the layer come before a place in the text."""
        layer = read_layer(path, self.root, []) if path.is_file() else None
        for index, note in enumerate(layer.content.notes if layer else ()):
            span = note_places.find(note, page.text, page.paragraphs, folder).span if note.quote else None
            if span and span[0] > start:
                return index
        return None

    def _answer(self, written: Written, page: Page, article: Path, path: Path) -> dict[str, Any]:
        note = Note.model_validate(written.note)
        layer = read_layer(path, self.root, [])
        author = layer.content.layer.author if layer else None
        answer = articles.note_answer(note, str(written.note["id"]), page, article.parent, author)
        return {"note": answer, "etag": written.etag}


def _near(found: Anchored, page: Page) -> list[dict[str, Any]]:
    near = articles.suggestions(found, page)
    if found.span:
        start, end = found.span
        own = {"start": start, "end": end, "text": page.text[start:end], "score": round(found.score, 3)}
        near = [{**own, "paragraph": articles.paragraph_number(page, start)}, *near]
    return near[:3]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space at its ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, max(start, start + len(words.strip()))


def _text(text: str) -> str:
    """A note's body as in files: plain line ends, no blanks at the ends of lines, no control characters."""
    lines = without_hidden(with_plain_lines(text)).expandtabs(4).split("\n")
    body = "\n".join(line.rstrip() for line in lines).strip("\n")
    if not body.strip():
        raise RefusedError(422, "bad-value", "the note is empty; write something")
    return body


def _line(text: str | None) -> str | None:
    """A name or tag on one line; None if nothing is left of it."""
    return " ".join(without_hidden(text).split()) or None if text else None


def _tags(tags: list[str]) -> list[str]:
    return list(dict.fromkeys(tag for tag in map(_line, tags) if tag))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
