"""Finding the words that an article's notes are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from course_reader.marks import note_places
from course_reader.marks.nodes import noted
from course_reader.marks.note_links import refused_addresses
from course_reader.marks.other_texts import end_of, in_paragraph, other_texts, paragraph_with
from course_reader.marks.records import PlacedNote
from course_reader.marks.text_map import TextMap
from course_reader.model.addresses import CURE
from course_reader.model.layers import LayerFile, files_of, stamp
from course_reader.model.note import Note
from course_reader.model.problems import Code, Problem
from course_reader.store.snapshots import snapshot_files
from course_reader.text.paragraphs import Paragraph


def stamps(article: Path, root: Path) -> tuple[str, ...]:
    """Fingerprints of the files that decide where a text's notes go: note files, snapshots, texts at other levels."""
    files = files_of(article)
    texts = other_texts(article) if files else []
    return tuple(stamp(path, root) for path in [*files, *snapshot_files(article.parent), *texts])


@dataclass(frozen=True, slots=True)
class NotedText:
    """A text that notes are about: an article's own, or the same article at another level."""

    source: Path
    root: Path
    text_map: TextMap
    paragraphs: tuple[Paragraph, ...]
    is_article: bool = True


def place(
    layers: list[LayerFile], about: NotedText, found: list[Problem]
) -> Iterator[tuple[PlacedNote, tuple[int, int] | None]]:
    """Find the words of each note; a note whose place is not certain is reported and not shown.

    A note that is done is not shown, nor are the replies to it.

    A note on words that only another text of the article has is shown at the end of the same paragraph.
    """
    seen: dict[str, str] = {}
    answered = _answered(layers)
    for layer in layers:
        for index, note_id, note in layer.notes():
            line = layer.lines.line(("notes", index))
            if note.done:
                continue
            if note_id in seen:
                message = f"the id {note_id} is already used by a note in {seen[note_id]}; remove the line `id` here"
                found.append(Problem(layer.path, line, Code.DUPLICATE_NOTE, message))
                continue
            seen[note_id] = layer.path
            span, parent, elsewhere = None, note.in_reply_to, ""
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
                span, wrong = _in_article(note, about) if about.is_article else (_at_level(note, about), None)
                if wrong:
                    found.append(Problem(layer.path, layer.lines.line(("notes", index, "quote")), *wrong))
                    continue
                elsewhere = note.quote if span is None or span[0] == span[1] else ""
            placed = _placed(layer, note, note_id, _block(span, about.text_map), span, parent)
            yield replace(placed, elsewhere=elsewhere), span


def _in_article(note: Note, about: NotedText) -> tuple[tuple[int, int] | None, tuple[Code, str] | None]:
    """The words of a note in its article, or the end of a paragraph; or else what is wrong with it."""
    text, folder = about.text_map.text, about.source.parent
    found = note_places.find(note, text, about.paragraphs, folder)
    wrong = note_places.complaint(note, found, text, about.paragraphs, folder.name)
    if wrong is None:
        return found.span, None
    number = paragraph_with(note.quote or "", about.source, about.root) if wrong[0] is Code.NOTE_LOST else None
    paragraph = next((p for p in about.paragraphs if p.number == number), None)
    return (end_of(paragraph), None) if paragraph else (None, wrong)


def _at_level(note: Note, about: NotedText) -> tuple[int, int] | None:
    """The words of a note in a text at another level, or the end of their paragraph; None if they are in no text.

    Whether a note has its place in the article is reported with the article.
    """
    quote = note.quote or ""
    number = note.paragraph or paragraph_with(quote, about.source, about.root)
    same = next((p for p in about.paragraphs if p.number == number), None)
    if same:
        return in_paragraph(quote, about.text_map.text, same) or end_of(same)
    return next((span for p in about.paragraphs if (span := in_paragraph(quote, about.text_map.text, p))), None)


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


def mark_ends(text_map: TextMap, notes: Iterable[PlacedNote]) -> None:
    """Put an empty mark at the end of a paragraph for each note on words that it does not have."""
    for note in notes:
        if note.block is not None and note.span and note.span[0] == note.span[1]:
            text_map.blocks[note.block].node.append(noted(notes=[note.id]))


def _placed(
    layer: LayerFile, note: Note, note_id: str, block: int | None, span: tuple[int, int] | None, parent: str | None
) -> PlacedNote:
    about = layer.content.layer
    return PlacedNote(
        id=note_id, layer=layer.name, layer_title=about.title, by=note.by or about.author, audience=about.audience,
        kind=note.kind, body=note.body, language=about.language, block=block, span=span, in_reply_to=parent,
        title=" ".join((note.title or "").split()),
    )  # fmt: skip
