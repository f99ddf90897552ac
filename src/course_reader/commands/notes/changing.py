"""Changing the places that files of notes give, note by note; everything else stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from course_reader.commands.notes.noted_articles import LocatedNote, NotedArticle
from course_reader.files.characters import without_hidden
from course_reader.files.yaml_lines import Value
from course_reader.files.yaml_splice import SpliceError, change_item
from course_reader.model.layers import notes_in
from course_reader.model.note import ORDER, Note
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.store.errors import StoreError
from course_reader.store.files import FileStore
from course_reader.store.snapshots import drop_snapshots, read_snapshot, write_snapshot
from course_reader.text.anchor import describe
from course_reader.text.clusters import whole

Keys = Mapping[str, "Value | None"]


@dataclass(slots=True)
class Done:
    """The files that were written, as paths below the reader's folder."""

    files: list[str] = field(default_factory=list)
    snapshots: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def place_keys(article: NotedArticle, note: Note, span: tuple[int, int]) -> dict[str, Value | None]:
    """The keys that give the place of a note's words; each value is a single line.

    Args:
        article: The article.
        note: The note as it is; a quote that agrees with the text stays as its author wrote it.
        span: The place of the words (code points).
    """
    anchor = describe(article.text.text, *whole(article.text.text, *span))
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
    """Those keys that a note does not have yet, or has with another value."""
    return {key: value for key, value in keys.items() if getattr(note, key) != value}


def write(article: NotedArticle, changes: Sequence[tuple[LocatedNote, Keys]], root: Path, done: Done) -> None:
    """Write changes to an article's notes, and keep the text that they were made for.

    Args:
        article: The article.
        changes: Notes and their new keys.
        root: The reader's folder.
        done: Takes what was written, and why a file was left as it was.
    """
    files: dict[str, list[tuple[LocatedNote, Keys]]] = {}
    for located, keys in changes:
        files.setdefault(located.layer.path, []).append((located, keys))
    mark = article.text.hash
    # First the text, then the notes that name it: whatever happens between, no note names a text that is not kept.
    if any(keys.get("text_hash", located.note.text_hash) == mark for located, keys in changes):
        keep_text(article, root, done)
    for path, wanted in files.items():
        try:
            FileStore(root / path, root).update(lambda text, wanted=wanted: _edited(text, wanted))  # type: ignore[misc]
            done.files.append(path)
        except StoreError as error:
            done.problems.append(Problem(path, error.line, Code.NOTES_NOT_WRITTEN, error.message))


def keep_text(article: NotedArticle, root: Path, done: Done) -> None:
    """Keep the article's text as it is now, if it is not kept yet."""
    try:
        made = write_snapshot(article.folder, article.text.text, root)
    except StoreError as error:
        done.problems.append(not_kept(article.folder, root, error))
        return
    if made:
        done.snapshots.append(shown_path(made, root))


def not_kept(folder: Path, root: Path, error: StoreError) -> Problem:
    """The problem that an article's text could not be kept."""
    message = f"the text that the notes were made on cannot be kept: {error.message}"
    return Problem(shown_path(folder, root), 0, Code.NOTES_NOT_WRITTEN, message)


def is_kept(article: NotedArticle) -> bool:
    """Whether the article's text as it is now is kept."""
    return read_snapshot(article.folder, article.text.hash) is not None


def drop_unused(article: NotedArticle, used: set[str], root: Path, done: Done) -> None:
    """Delete the texts that no note names any more; today's stays, since a new note may name it at any time."""
    dropped = drop_snapshots(article.folder, used | {article.text.hash})
    done.dropped += [shown_path(path, root) for path in dropped]


def _edited(text: str, wanted: Sequence[tuple[LocatedNote, Keys]]) -> str:
    notes = notes_in(text)
    for located, keys in wanted:
        if located.index >= len(notes) or notes[located.index] != located.note:
            message = f"the note {located.id} was changed in the meantime; run the command again"
            raise SpliceError(message, located.line)
        text = change_item(text, "notes", located.index, keys, order=ORDER)
    return text
