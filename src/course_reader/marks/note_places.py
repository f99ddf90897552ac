"""Where each note of an article stands, with its state; what to tell its author if that is not sure."""

from __future__ import annotations

from pathlib import Path

from course_reader.model.note import Note
from course_reader.model.problems import Code
from course_reader.store.snapshots import read_snapshot
from course_reader.text.anchor import Anchor, Anchored, Reason, State, resolve
from course_reader.text.paragraphs import Paragraph

#: characters of a quote that a message shows
_SHOWN = 40


def anchor_of(note: Note) -> Anchor:
    """What a note says of its place."""
    return Anchor(note.quote or "", note.prefix or "", note.suffix or "", note.paragraph, note.text_hash)


def find(note: Note, text: str, paragraphs: tuple[Paragraph, ...], folder: Path) -> Anchored:
    """Find the words that a note is about.

    Args:
        note: A note with a quote.
        text: The text of the article's page.
        paragraphs: Its paragraphs.
        folder: The article's folder, in which the snapshots lie.
    """
    within = None
    if note.paragraph is not None and note.text_hash is None:
        # A number written by hand means a paragraph of today's text; beside a hash it is one of that text.
        within = next(((p.start, p.end) for p in paragraphs if p.number == note.paragraph), (0, 0))
    return resolve(anchor_of(note), text, snapshot=read_snapshot(folder, note.text_hash), within=within)


def complaint(
    note: Note, found: Anchored, text: str, paragraphs: tuple[Paragraph, ...], slug: str
) -> tuple[Code, str] | None:
    """What is wrong with a place and what to do; None if it is sure.

    Args:
        note: The note.
        found: What `find` said.
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
            message = f"{words} stand in the article, but between other words than before; take the place over with"
        else:
            message = f"{words} do not stand in the article, but “{now}” does; correct the quote, or take it over with"
        return Code.NOTE_CHANGED, f"{message} `{command} --write`"
    numbers = {p.number for p in paragraphs}
    if note.paragraph is not None and note.text_hash is None and note.paragraph not in numbers:
        return Code.NOTE_LOST, f"there is no paragraph {note.paragraph}; correct `paragraph` or take it out"
    if found.state is State.TIE or found.reason is Reason.AMBIGUOUS:
        return Code.NOTE_AMBIGUOUS, f"{words} stand there more than once; add `paragraph`, `prefix` or `suffix`"
    if found.reason is Reason.NOT_FOUND:
        message = f"{words} do not stand in the article; correct the quote"
    elif found.reason is Reason.DECOY:
        message = f"{words} were taken out, and what is like them was another passage before; correct the quote"
    else:
        message = f"nothing that is sure to be {words} stands in the article; correct the quote"
    return Code.NOTE_LOST, message + (f"; `{command}` lists what is like it" if found.suggestions else "")


def shortened(words: str) -> str:
    """Words on one line, with an ellipsis if they are many."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 2] + " …"
