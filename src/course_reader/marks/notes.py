"""Finding the words that an article's notes are about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from course_reader.marks import note_places
from course_reader.marks.note_links import refused_addresses
from course_reader.marks.records import PlacedNote
from course_reader.marks.text_map import TextMap
from course_reader.model.addresses import CURE
from course_reader.model.layers import LayerFile, files_of, stamp
from course_reader.model.note import Note
from course_reader.model.problems import Code, Problem
from course_reader.store.snapshots import snapshot_files
from course_reader.text.paragraphs import Paragraph


def stamps(article: Path, root: Path) -> tuple[str, ...]:
    """Fingerprints of the files that decide where an article's notes go: note files and snapshots."""
    return tuple(stamp(path, root) for path in [*files_of(article), *snapshot_files(article.parent)])


def place(
    layers: list[LayerFile], text_map: TextMap, paragraphs: tuple[Paragraph, ...], folder: Path, found: list[Problem]
) -> Iterator[tuple[PlacedNote, tuple[int, int] | None]]:
    """Find the words of each note; a note whose place is not certain is reported and not shown."""
    seen: dict[str, str] = {}
    answered = _answered(layers)
    for layer in layers:
        for index, note_id, note in layer.notes():
            line = layer.lines.line(("notes", index))
            if note_id in seen:
                message = f"the id {note_id} is already used by a note in {seen[note_id]}; remove the line `id` here"
                found.append(Problem(layer.path, line, Code.DUPLICATE_NOTE, message))
                continue
            seen[note_id] = layer.path
            span, parent = None, note.in_reply_to
            if parent and not _leads_to_a_note(note_id, answered):
                message = f"it answers {parent}, which is not on this article; correct `in_reply_to` or take it out"
                found.append(
                    Problem(layer.path, layer.lines.line(("notes", index, "in_reply_to")), Code.NOTE_REPLY, message)
                )
                parent = None
            for address in refused_addresses(note.body):
                message = f"the note links to {address[:80]!r}, which is not linked; {CURE}"
                found.append(Problem(layer.path, layer.lines.line(("notes", index, "body")), Code.BAD_ADDRESS, message))
            if note.quote and not parent:
                placed = note_places.find(note, text_map.text, paragraphs, folder)
                wrong = note_places.complaint(note, placed, text_map.text, paragraphs, folder.name)
                if wrong:
                    found.append(Problem(layer.path, layer.lines.line(("notes", index, "quote")), *wrong))
                    continue
                span = placed.span
            yield _placed(layer, note, note_id, _block(span, text_map), span, parent), span


def _answered(layers: list[LayerFile]) -> dict[str, str | None]:
    """Each note of an article, with the note it answers."""
    return {note_id: note.in_reply_to for layer in layers for _, note_id, note in layer.notes()}


def _leads_to_a_note(note_id: str, answered: dict[str, str | None]) -> bool:
    """Whether a reply answers a note, perhaps through other replies, and never itself."""
    seen = {note_id}
    while parent := answered[note_id]:
        if parent in seen or parent not in answered:
            return False
        seen.add(parent)
        note_id = parent
    return True


def _block(span: tuple[int, int] | None, text_map: TextMap) -> int | None:
    if span is None:
        return None
    return next((i for i, b in enumerate(text_map.blocks) if b.start <= span[0] < max(b.end, b.start + 1)), None)


def _placed(
    layer: LayerFile, note: Note, note_id: str, block: int | None, span: tuple[int, int] | None, parent: str | None
) -> PlacedNote:
    about = layer.content.layer
    return PlacedNote(
        id=note_id, layer=layer.name, layer_title=about.title, by=note.by or about.author, audience=about.audience,
        kind=note.kind, body=note.body, language=about.language, block=block, span=span, in_reply_to=parent,
    )  # fmt: skip
