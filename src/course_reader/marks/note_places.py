"""The place of each note in its article, its state, and a message for its author if the place is not certain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from course_reader.model.note import Note
from course_reader.model.problems import Code
from course_reader.store.snapshots import read_snapshot
from course_reader.text.anchor import Anchor, Anchored, Reason, State, resolve
from course_reader.text.clusters import whole
from course_reader.text.paragraphs import Paragraph

#: characters of a quote that a message shows
_SHOWN = 40


def anchor_of(note: Note) -> Anchor:
    """The anchor that a note gives for its place."""
    return Anchor(note.quote or "", note.prefix or "", note.suffix or "", note.paragraph, note.text_hash)


def find(note: Note, text: str, paragraphs: tuple[Paragraph, ...], folder: Path) -> Anchored:
    """Find the words that a note is about, with the whole of each character that its quote has a part of.

    Args:
        note: A note with a quote.
        text: The text of the article's page.
        paragraphs: Its paragraphs.
        folder: The article's folder, which contains the snapshots.
    """
    within = None
    if note.paragraph is not None and note.text_hash is None:
        # A handwritten number means a paragraph of the current text; with a hash, it means one of the hashed text.
        within = next(((p.start, p.end) for p in paragraphs if p.number == note.paragraph), (0, 0))
    found = resolve(anchor_of(note), text, snapshot=read_snapshot(folder, note.text_hash), within=within)
    return replace(found, span=whole(text, *found.span)) if found.span else found


def complaint(
    note: Note, found: Anchored, text: str, paragraphs: tuple[Paragraph, ...], slug: str
) -> tuple[Code, str] | None:
    """The problem with a note's place and its remedy; None if the place is certain.

    Args:
        note: The note.
        found: The result of `find`.
        text: The text of the article's page.
        paragraphs: Its paragraphs.
        slug: The article's folder name, to name it in a command.
    """
    words, command = f"the words “{shortened(note.quote or '')}”", f"course-reader notes reanchor {slug}"
    if found.state is State.EXACT:
        return None
    if found.span is not None and found.state is not State.TIE:
        now = shortened(text[slice(*found.span)])
        if found.state is State.MOVED:
            message = f"{words} are in the article, but in a different context than before; accept the new place with"
        else:
            message = f"{words} are not in the article, but “{now}” is; correct the quote, or accept the new text with"
        return Code.NOTE_CHANGED, f"{message} `{command} --write`"
    numbers = {p.number for p in paragraphs}
    if note.paragraph is not None and note.text_hash is None and note.paragraph not in numbers:
        return Code.NOTE_LOST, f"paragraph {note.paragraph} does not exist; correct `paragraph` or take it out"
    if found.state is State.TIE or found.reason is Reason.AMBIGUOUS:
        return Code.NOTE_AMBIGUOUS, f"{words} occur more than once; add `paragraph`, `prefix` or `suffix`"
    if found.reason is Reason.NOT_FOUND:
        message = f"{words} are not in the article; correct the quote"
    elif found.reason is Reason.DECOY:
        message = f"{words} were removed, and the similar passage is a different one; correct the quote"
    else:
        message = f"nothing in the article is certain to be {words}; correct the quote"
    return Code.NOTE_LOST, message + (f"; `{command}` lists similar passages" if found.suggestions else "")


def shortened(words: str) -> str:
    """Words on one line, shortened with an ellipsis if necessary."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 2] + " …"
