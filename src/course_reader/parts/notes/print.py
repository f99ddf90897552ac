"""Notes on a whole article in print; those on words are in the margin."""

from __future__ import annotations

from course_reader.parts.notes.values import NotesView
from course_reader.tree.below import NotesBelow
from course_reader.tree.book import Book
from course_reader.tree.notes import note_of, notes_of


def printed(view: NotesView, book: Book) -> NotesBelow | None:
    """The notes from the sets of notes that the pack prints; None if there are none."""
    rows = [note_of(book, note, view.docname, view.page) for note in notes_of(book, view.page) if note.number is None]
    return NotesBelow(t="notes", title="Notes on this article", rows=rows) if rows else None
