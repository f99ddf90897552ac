"""Notes in files: reading them with their article, and finding the words they are about."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course_reader.files.yaml_lines import Document, YamlError, load, mapping
from course_reader.marks import note_places
from course_reader.marks.records import Paragraph, PlacedNote
from course_reader.marks.text_map import TextMap
from course_reader.model.glossary import read_text
from course_reader.model.note import Note, NoteFile
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.records import build
from course_reader.store.snapshots import snapshot_files


@dataclass(frozen=True, slots=True)
class LayerFile:
    """A file of notes, read."""

    path: str
    #: the layer's name: the file's
    name: str
    content: NoteFile
    lines: Document


def files_of(article: Path) -> list[Path]:
    """The files of notes of an article, by the path of its text."""
    return sorted(p for p in (article.parent / "notes").glob("*.yaml") if not p.name.startswith("."))


def stamp(path: Path, root: Path) -> str:
    """A fingerprint of a file's path and content, which shows whether it changed."""
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    return f"{shown_path(path, root)}:{hashlib.sha256(data).hexdigest()[:16]}"


def stamps(article: Path, root: Path) -> tuple[str, ...]:
    """Fingerprints of the files that decide where an article's notes go: note files and snapshots."""
    return tuple(stamp(path, root) for path in [*files_of(article), *snapshot_files(article.parent)])


def read_layers(article: Path, root: Path, found: list[Problem]) -> list[LayerFile]:
    """Every layer of an article; problems are added to `found`."""
    layers = []
    for path in files_of(article):
        shown = shown_path(path, root)
        text = read_text(path, shown, found)
        if text is None:
            continue
        try:
            document = load(text)
            document.value = dict(mapping(document))
        except YamlError as error:
            found.append(Problem(shown, error.line, Code.YAML, error.message))
            continue
        content = build(NoteFile, document, shown, found)
        if content:
            layers.append(LayerFile(shown, path.stem, content, document))
    return layers


def place(
    layers: list[LayerFile], text_map: TextMap, paragraphs: tuple[Paragraph, ...], folder: Path, found: list[Problem]
) -> Iterator[tuple[PlacedNote, tuple[int, int] | None]]:
    """Find the words of each note; a note whose place is not certain is reported and not shown."""
    seen: dict[str, str] = {}
    answered = _answered(layers)
    for layer in layers:
        for index, note in enumerate(layer.content.notes):
            line = layer.lines.line(("notes", index))
            note_id = note.id or made_id(layer.name, index, note)
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
    return {
        note.id or made_id(layer.name, index, note): note.in_reply_to
        for layer in layers
        for index, note in enumerate(layer.content.notes)
    }


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


def made_id(layer: str, index: int, note: Note) -> str:
    """An id for a note that has none yet; stable as long as the note's text does not change."""
    text = f"{layer}\0{note.quote}\0{note.body}\0{index}"
    return "n-" + hashlib.sha256(text.encode()).hexdigest()[:8]
