"""The files of notes of an article, one file for each layer: finding them and reading them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course_reader.files.regular import is_inside, is_regular
from course_reader.files.yaml_lines import Document, YamlError, load, mapping
from course_reader.model.glossary import read_text
from course_reader.model.note import Note, NoteFile, id_of, notes_of
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.records import build

#: the folder in an article's folder
FOLDER = "notes"


@dataclass(frozen=True, slots=True)
class LayerFile:
    """A file of notes that has been read."""

    path: str
    #: the layer's name: the file's
    name: str
    content: NoteFile
    lines: Document

    def notes(self) -> Iterator[tuple[int, str, Note]]:
        """Each note, with its number in the file (from 0) and its id; those that cannot be read are counted too."""
        for index, note in enumerate(self.items()):
            if note is not None:
                yield index, id_of(note, self.name, index), note

    def items(self) -> list[Note | None]:
        """The items of the file's list; None for each that cannot be read as a note."""
        found = self.lines.value.get("notes")
        if not isinstance(found, list) or len(found) == len(self.content.notes):
            return list(self.content.notes)
        notes = iter(self.content.notes)
        return [next(notes, None) if _is_note(item) else None for item in found]


def _is_note(item: Any) -> bool:
    """Whether an item of a file's list is read as a note, at least in part."""
    content = build(NoteFile, Document({"notes": [item]}), "", [])
    return bool(content and content.notes)


def layer_path(article: Path, name: str) -> Path:
    """The file of a layer, whether it exists or not, by the path of the article's text."""
    return article.parent / FOLDER / f"{name}.yaml"


def files_of(article: Path) -> list[Path]:
    """The files of notes of an article, by the path of its text."""
    return sorted(p for p in (article.parent / FOLDER).glob("*.yaml") if not p.name.startswith("."))


def stamp(path: Path, root: Path) -> str:
    """A mark of a file's path and content, which shows whether the file has changed."""
    try:
        data = path.read_bytes() if is_regular(path) and is_inside(path, root) else b""
    except OSError:
        data = b""
    return f"{shown_path(path, root)}:{hashlib.sha256(data).hexdigest()[:16]}"


def read_layer(path: Path, root: Path, found: list[Problem]) -> LayerFile | None:
    """One file of notes; None if it cannot be read. Whatever is wrong goes into `found`."""
    shown = shown_path(path, root)
    text = read_text(path, shown, found, root)
    return None if text is None else _parsed(text, shown, path.stem, found)


def _parsed(text: str, shown: str, name: str, found: list[Problem]) -> LayerFile | None:
    try:
        document = load(text)
        document.value = dict(mapping(document))
    except YamlError as error:
        found.append(Problem(shown, error.line, Code.YAML, error.message))
        return None
    content = notes_of(document, shown, found)
    return LayerFile(shown, name, content, document) if content else None


def notes_in(text: str) -> list[Note | None]:
    """The items of the list in the text of a file; None for each that cannot be read, which was reported elsewhere."""
    layer = _parsed(text.replace("\r\n", "\n"), "", "", [])
    return layer.items() if layer else []


def read_layers(article: Path, root: Path, found: list[Problem]) -> list[LayerFile]:
    """Every layer of an article that can be read; whatever is wrong goes into `found`."""
    return [layer for path in files_of(article) if (layer := read_layer(path, root, found))]
