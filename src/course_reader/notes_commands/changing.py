"""Changing the places that files of notes give, note by note; what is not changed stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from course_reader.authoring.store import ORDER, BrokenFile, FileStore, StaleFile, StoreError
from course_reader.model.note import Note
from course_reader.model.snapshot import read_snapshot, snapshot_files, write_snapshot
from course_reader.model.yaml_lines import Value
from course_reader.model.yaml_splice import CannotSplice, change_item
from course_reader.notes_commands.layer_writing import notes_in
from course_reader.notes_commands.reading import NotedArticle, PlacedNote
from course_reader.problems import Code, Problem, shown_path
from course_reader.text.anchor import describe, text_hash
from course_reader.text.characters import without_hidden

Keys = Mapping[str, "Value | None"]

#: how often a file is tried again that somebody else saves meanwhile
_ATTEMPTS = 3


@dataclass(slots=True)
class Done:
    """What was written, as paths below the reader's folder."""

    files: list[str] = field(default_factory=list)
    snapshots: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def place_keys(article: NotedArticle, note: Note, span: tuple[int, int]) -> dict[str, Value | None]:
    """What a file should say of the place of a note's words; each part stands on one line.

    Args:
        article: The article.
        note: The note, as it is; a quote that says the same as the text stays as its author wrote it.
        span: Where the words stand (code points).
    """
    anchor = describe(article.text, *span)
    quote = _line(anchor.quote)
    return {
        "quote": note.quote if _line(note.quote or "") == quote else quote,
        "prefix": _line(anchor.prefix) or None,
        "suffix": _line(anchor.suffix) or None,
        "paragraph": article.paragraph(span[0]),
        "text_hash": anchor.text_hash,
    }


def _line(text: str) -> str:
    return " ".join(without_hidden(text).split())


def differing(note: Note, keys: Keys) -> dict[str, Value | None]:
    """Those keys that a note does not have yet, or has otherwise."""
    return {key: value for key, value in keys.items() if getattr(note, key) != value}


def write(article: NotedArticle, changes: Sequence[tuple[PlacedNote, Keys]], root: Path, done: Done) -> None:
    """Write changes of an article's notes, and keep the text that they were made for.

    Args:
        article: The article.
        changes: Notes and their new keys.
        root: The reader's folder.
        done: Takes what was written, and why a file was left as it was.
    """
    files: dict[str, list[tuple[PlacedNote, Keys]]] = {}
    for placed, keys in changes:
        files.setdefault(placed.layer.path, []).append((placed, keys))
    mark = text_hash(article.text)
    # First the text, then the notes that name it: whatever happens between, no note names a text that is not kept.
    if any(keys.get("text_hash", placed.note.text_hash) == mark for placed, keys in changes):
        keep_text(article, root, done)
    for path, wanted in files.items():
        try:
            _change(FileStore(root / path, root), wanted)
            done.files.append(path)
        except StoreError as error:
            line = error.line if isinstance(error, BrokenFile) else 0
            done.problems.append(Problem(path, line, Code.NOTES_NOT_WRITTEN, error.message))


def keep_text(article: NotedArticle, root: Path, done: Done) -> None:
    """Keep the article's text as it is now, if it is not kept yet."""
    try:
        made = write_snapshot(article.folder, article.text)
    except OSError as error:
        reason = f"the text that the notes are made on cannot be kept ({error.strerror}); check the folder"
        done.problems.append(Problem(shown_path(article.folder, root), 0, Code.NOTES_NOT_WRITTEN, reason))
        return
    if made:
        done.snapshots.append(shown_path(made, root))


def is_kept(article: NotedArticle) -> bool:
    """Whether the article's text as it is now is kept."""
    return read_snapshot(article.folder, text_hash(article.text)) is not None


def drop_unused(article: NotedArticle, used: set[str], root: Path, done: Done) -> None:
    """Drop the texts that no note names any more; today's stays, since a new note may name it at any time."""
    for path in snapshot_files(article.folder):
        if path.stem not in used | {text_hash(article.text)}:
            path.unlink(missing_ok=True)
            done.dropped.append(shown_path(path, root))


def _change(store: FileStore, wanted: Sequence[tuple[PlacedNote, Keys]]) -> None:
    """Change a file; once more if somebody saves it meanwhile, since each time it is looked at what it says then."""
    for attempt in range(_ATTEMPTS):
        stored = store.read()
        try:
            store.change(lambda text: _edited(text, wanted), stored.etag)
        except StaleFile:
            if attempt == _ATTEMPTS - 1:
                raise
        else:
            return


def _edited(text: str, wanted: Sequence[tuple[PlacedNote, Keys]]) -> str:
    notes = notes_in(text)
    for placed, keys in wanted:
        if placed.index >= len(notes) or notes[placed.index] != placed.note:
            raise CannotSplice(f"the note {placed.id} was changed in the meantime; run the command again", placed.line)
        text = change_item(text, "notes", placed.index, keys, order=ORDER)
    return text
