"""Notes are created, changed, deleted and restored: requests of the panel, checked, anchored and written to a layer."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import Field

from course_reader.authoring import articles
from course_reader.authoring.answers import RefusedError, RequestBody
from course_reader.authoring.kept import ReaderState
from course_reader.authoring.known_notes import KnownNote, note_there, note_told, now_known_as
from course_reader.authoring.note_texts import now, plain_line, plain_tags, plain_text
from course_reader.authoring.selection import SelectedWords, placed
from course_reader.files.characters import without_hidden
from course_reader.marks import note_places
from course_reader.marks.other_texts import in_paragraph
from course_reader.marks.records import Page
from course_reader.model.layers import files_of, layer_path, read_layer
from course_reader.model.limits import TITLE, quote_fault
from course_reader.model.note import Layer, Note, NoteKind
from course_reader.model.outputs import CLASS
from course_reader.model.problems import Problem
from course_reader.store import notes as store
from course_reader.store.errors import AlreadyThereError, NoteChangedError, NoteGoneError
from course_reader.store.notes import Written
from course_reader.store.snapshots import write_snapshot
from course_reader.text.anchor import describe

#: names that a new layer may have; a layer that is there may have any
_LAYER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

#: how many deleted notes are remembered as they were in their files
_REMEMBERED = 200


class NewNote(RequestBody):
    """A note that is created, or restored."""

    docname: str
    layer: str = Field(max_length=80)
    #: None: the note is about the whole article
    target: SelectedWords | None = None
    kind: NoteKind = "comment"
    title: str | None = Field(None, max_length=TITLE)
    tags: list[str] = Field(default_factory=list, max_length=40)
    body: str = Field(min_length=1)
    #: the note that it answers
    in_reply_to: str | None = Field(None, pattern=r"^n-[0-9a-f]{8}$")
    by: str | None = Field(None, max_length=200)
    #: chosen by the page, so that a request whose answer was lost can be sent again and makes no second note;
    #: or that of a deleted note
    id: str = Field(pattern=r"^n-[0-9a-f]{8}$")
    #: these restore a deleted note
    created: str | None = Field(None, max_length=40)
    index: int | None = Field(None, ge=0)
    layer_info: Layer | None = None


class ChangedNote(RequestBody):
    """Changes to a note; keys that are not given stay as they are."""

    docname: str
    layer: str
    target: SelectedWords | None = None
    kind: NoteKind | None = None
    title: str | None = Field(None, max_length=TITLE)
    tags: list[str] | None = Field(None, max_length=40)
    #: whether it is dealt with
    done: bool | None = None
    body: str | None = Field(None, min_length=1)
    by: str | None = Field(None, max_length=200)
    #: the words that the note was about; a note without an id in its file is found again by them
    quote: str | None = None


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

    def add(self, state: ReaderState, new: NewNote, is_first: bool) -> tuple[dict[str, Any], list[Path]]:
        """Create a note; `is_first` if its layer should be new.

        A note that is there already, because it is sent again, is not written twice.

        Returns:
            The answer, and the files that were written.

        Raises:
            RefusedError: 422 with suggestions, if the words cannot be found; 412 with the note that has this id, if it
                says something else; 409, if the layer is there and should be new.
            StoreError: if the layer cannot be changed.
        """
        page, article = articles.find(state, new.docname)
        if there := note_there(article, self.root, new.id):
            return {"note": self._same(there, new, page, article)}, []
        path = self.file_of(article, new.layer, may_be_new=is_first)
        files = [path]
        item = self.removed.get((path, new.id))
        index = new.index
        if item is None or item.get("body") != new.body:
            item = {"id": new.id, "by": plain_line(new.by), "created": new.created or now()}
            if new.target:
                span = placed(new.target, page, article.parent)
                item |= self._about(page, span)
                files += self._keep_text(article.parent, page)
                index = self.index_of(path, page, article.parent, span[0]) if index is None else index
            if new.in_reply_to:
                self._check_answered(article, new)
                item["in_reply_to"] = new.in_reply_to
            item |= {
                "kind": new.kind,
                "title": plain_line(new.title),
                "tags": plain_tags(new.tags),
                "body": plain_text(new.body),
            }
        # Nobody else may see what is written into a set that was removed in the meantime.
        info = new.layer_info.model_dump() if new.layer_info else {"title": new.layer, "audience": CLASS}
        try:
            written = store.add_note(path, self.root, item, index, info, is_first=is_first)
        except AlreadyThereError:
            sentence = f"there is a set of notes {new.layer} by now; choose it, or give the new one another title"
            raise RefusedError(409, "exists", sentence) from None
        return self.answer(written, page, article, path), files

    def change(
        self, state: ReaderState, note_id: str, change: ChangedNote, revision: str
    ) -> tuple[dict[str, Any], list[Path]]:
        """Change a note; a new target moves it to other words.

        Raises:
            RefusedError: 412 with the note as it is now, if it is not the one that the page has shown; 404, if it is
                gone; 422 with suggestions, if the words cannot be found.
            StoreError: if the layer cannot be changed.
        """
        page, article = articles.find(state, change.docname)
        path = self.file_of(article, change.layer)
        files = [path]
        given = change.model_dump(include=change.model_fields_set - {"docname", "layer", "target", "quote"})
        changes: dict[str, Any] = {
            key: value for key, value in given.items() if value is not None or key in ("by", "title")
        }
        if change.target:
            changes |= self._about(page, placed(change.target, page, article.parent))
            files += self._keep_text(article.parent, page)
        if "body" in changes:
            changes["body"] = plain_text(changes["body"])
        if "tags" in changes:
            changes["tags"] = plain_tags(changes["tags"])
        changes |= {key: plain_line(changes[key]) for key in ("by", "title") if key in changes}
        if "done" in changes:
            changes["done"] = changes["done"] or None
        changes["modified"] = now()
        with self.compared(path, page, article, change.quote):
            written = store.edit_note(path, self.root, note_id, changes, revision)
        return self.answer(written, page, article, path), files

    def remove(
        self, state: ReaderState, note_id: str, gone: GoneNote, revision: str
    ) -> tuple[dict[str, Any], list[Path]]:
        """Delete a note, and remember it.

        Raises:
            RefusedError: as `change` does.
            StoreError: if the layer cannot be changed.
        """
        page, article = articles.find(state, gone.docname)
        path = self.file_of(article, gone.layer)
        with self.compared(path, page, article, None):
            written = store.remove_note(path, self.root, note_id, revision)
        self.removed[path, note_id] = written.note
        while len(self.removed) > _REMEMBERED:
            del self.removed[next(iter(self.removed))]
        return {"removed": {**written.note, "index": written.index}}, [path]

    def _check_answered(self, article: Path, new: NewNote) -> None:
        """Refuse a reply to a note that is not there, or that is about words of its own."""
        if new.target:
            raise RefusedError(422, "bad-value", "a reply is about the note that it answers, and about no other words")
        known = {known for path in files_of(article) for known in self._ids(path)}
        if new.in_reply_to not in known:
            raise RefusedError(404, "no-note", "the note that you answer is no longer in its file; reload the page")

    def _ids(self, path: Path) -> Iterator[str]:
        layer = read_layer(path, self.root, [])
        yield from (known for _, known, _ in (layer.notes() if layer else ()))

    def _same(self, there: KnownNote, new: NewNote, page: Page, article: Path) -> dict[str, Any]:
        """The answer of a note that is there already, if it says what was sent."""
        layer, index, note = there
        told = note_told(layer, index, str(note.id), note, page, article)
        sent = (plain_text(new.body), new.kind, plain_tags(new.tags), new.target is None)
        by = plain_line(new.by) or layer.content.layer.author
        if (note.body, note.kind, list(note.tags), note.quote is None) == sent and told["by"] == by:
            return told
        sentence = f"{layer.path} has the note {note.id} already, and it says something else; compare both"
        raise RefusedError(412, "stale", sentence, theirs=told)

    @contextlib.contextmanager
    def compared(self, path: Path, page: Page, article: Path, quote: str | None) -> Iterator[None]:
        """Answer with the version in the file where it is not the one that the page has shown."""
        try:
            yield
        except (NoteChangedError, NoteGoneError) as error:
            wrong: list[Problem] = []
            layer = read_layer(path, self.root, wrong)
            if layer is None:
                raise RefusedError(422, "cannot-write", str(wrong[0])) from None
            theirs = now_known_as(layer, error.note_id, quote)
            if theirs is None and isinstance(error, NoteChangedError):
                raise RefusedError(422, "cannot-write", str(wrong[0] if wrong else error)) from None
            if theirs is None:
                raise
            index, note_id, note = theirs
            told = note_told(layer, index, note_id, note, page, article)
            raise RefusedError(412, "stale", error.message, theirs=told) from None

    def file_of(self, article: Path, name: str, *, may_be_new: bool = False) -> Path:
        """The file of a layer: an existing one, or a new one next to them."""
        there = {file.stem: file for file in files_of(article)}
        if name in there:
            return there[name]
        if not may_be_new:
            raise RefusedError(404, "no-layer", f"the set of notes {name} no longer exists; load the page again")
        if not _LAYER.fullmatch(name):
            raise RefusedError(422, "bad-value", "name the set of notes with small letters a to z, digits and hyphens")
        return layer_path(article, name)

    def _about(self, page: Page, span: tuple[int, int]) -> dict[str, Any]:
        if wrong := quote_fault(page.text[slice(*span)]):
            raise RefusedError(422, "bad-value", f"the chosen words are too many: {wrong}")
        number = articles.paragraph_number(page, span[0])
        if page.level:
            # The article's own text has the same paragraphs in other words: only the number is true of both.
            own = next((p for p in page.paragraphs if p.number == number), None)
            quote = without_hidden(page.text[slice(*span)])
            if own is None or in_paragraph(quote, page.text, own) is None:
                sentence = "select words within one numbered paragraph that are there only once; more words help"
                raise RefusedError(422, "cannot-anchor", sentence)
            return {"quote": quote, "prefix": None, "suffix": None, "paragraph": number, "text_hash": None}
        anchor = describe(page.text, *span, number)
        return {
            "quote": without_hidden(anchor.quote),
            "prefix": without_hidden(anchor.prefix),
            "suffix": without_hidden(anchor.suffix),
            "paragraph": anchor.paragraph,
            "text_hash": anchor.text_hash,
        }

    def _keep_text(self, folder: Path, page: Page) -> list[Path]:
        """Keep the text that the note was made on, so that the note survives edits."""
        made = None if page.level else write_snapshot(folder, page.text, self.root)
        return [made] if made else []

    def index_of(self, path: Path, page: Page, folder: Path, start: int) -> int | None:
        """How many notes of the layer come before a place in the text."""
        layer = read_layer(path, self.root, []) if path.is_file() else None
        for index, note in enumerate(layer.content.notes if layer else ()):
            span = note_places.find(note, page.text, page.paragraphs, folder).span if note.quote else None
            if span and span[0] > start:
                return index
        return None

    def answer(self, written: Written, page: Page, article: Path, path: Path) -> dict[str, Any]:
        """The answer after a note was written."""
        note = Note.model_validate(written.note)
        layer = read_layer(path, self.root, [])
        author = layer.content.layer.author if layer else None
        note_id = str(written.note["id"])
        return {"note": articles.note_answer(note, note_id, written.revision, page, article.parent, author)}
