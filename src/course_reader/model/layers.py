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
from course_reader.model.note import Layer, Note, NoteFile, id_of, notes_of
from course_reader.model.outputs import CLASS, TEACHER
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.public.access import Access, NoteKeys, access_of_notes
from course_reader.model.records import build

#: problems of notes that are not shown, which are reported all the same: they may be why
_SAID_ANYWAY = frozenset({Code.AUDIENCE_UNCLEAR, Code.YAML, Code.NOT_UTF8})

_KEYS = NoteKeys(NoteFile.model_fields, Layer.model_fields, Note.model_fields)

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
    #: whether the public may see it
    access: Access

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
        broken = Problem(shown, error.line, Code.YAML, error.message)
        found.append(broken)
        return None
    content = notes_of(document, shown, found)
    access = access_of_notes(document, shown, _KEYS)
    found += filter(None, (access.unclear,))
    if content is None:
        return None
    if access.closed:
        # What is shown says who sees it, whatever the file says.
        audience = TEACHER if content.layer.audience == TEACHER else CLASS
        about = content.layer.model_copy(update={"audience": audience})
        content = content.model_copy(update={"layer": about})
    return LayerFile(shown, name, content, document, access)


def notes_in(text: str) -> list[Note | None]:
    """The items of the list in the text of a file; None for each that cannot be read, which was reported elsewhere."""
    layer = _parsed(text.replace("\r\n", "\n"), "", "", [])
    return layer.items() if layer else []


def unread_layers(article: Path, root: Path) -> list[str]:
    """The files of notes of an article that cannot be read."""
    return [shown_path(path, root) for path in files_of(article) if read_layer(path, root, []) is None]


def decides(problem: Problem) -> bool:
    """Whether a problem hides a set of notes because it is unclear who may see it."""
    in_notes = f"/{FOLDER}/" in problem.path
    return in_notes and problem.code in (Code.AUDIENCE_UNCLEAR, Code.YAML, Code.NOT_UTF8)


def without_hidden(found: list[Problem], article: Path, root: Path, shown: list[LayerFile]) -> list[Problem]:
    """Problems without those that quote notes which are not shown."""
    paths = {shown_path(path, root) for path in files_of(article)} - {layer.path for layer in shown}
    return [p for p in found if p.path not in paths or p.code in _SAID_ANYWAY]


def read_layers(article: Path, root: Path, found: list[Problem]) -> list[LayerFile]:
    """Every layer of an article that can be read; whatever is wrong goes into `found`."""
    return [layer for path in files_of(article) if (layer := read_layer(path, root, found))]
