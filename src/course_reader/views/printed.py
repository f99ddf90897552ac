"""The printed file of a pack: whom it was printed for, and whether a site may offer it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from course_reader.model.outputs import AUDIENCES, WORK, folder_for, name_for
from course_reader.views.library import Library
from course_reader.views.packs import STUDENTS

_RECORD = "printed.json"


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """What is known of a printed pack."""

    #: whom it was printed for
    audience: str
    #: the SHA-256 of the file
    digest: str
    #: documents whose text is in it
    texts: tuple[str, ...]
    #: document and id of each note in it
    notes: tuple[tuple[str, str], ...]


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def keep(folder: Path, path: Path, library: Library, texts: Iterable[str], notes: Iterable[tuple[str, str]]) -> None:
    """Record in its folder of work what was printed, and for whom.

    Args:
        folder: The folder of work.
        path: The printed file.
        library: The reader.
        texts: The documents whose text is in it.
        notes: Document and id of each note in it.
    """
    printed = PrintedFile(library.settings.audience, digest_of(path), tuple(texts), tuple(sorted(notes)))
    (folder / _RECORD).write_text(json.dumps(asdict(printed)), encoding="utf-8")


def kept(folder: Path) -> PrintedFile | None:
    """The record in a folder of work; None if there is none that can be read."""
    try:
        data = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
        notes = tuple((str(docname), str(note)) for docname, note in data["notes"])
        return PrintedFile(data["audience"], data["digest"], tuple(data["texts"]), notes)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def offered(library: Library, pack: str) -> Path | None:
    """The printed file of a pack that a site may offer; None if there is none.

    The name of an edition for students is that of the pack with the edition.

    A file is offered only to those it was printed for, and only as long as they may see every text and note in it.
    """
    audience, root = library.settings.audience, library.documents.root
    folder, name = root / folder_for(library.settings.packs, audience), name_for(pack, audience)
    path, printed = folder / f"{name}.pdf", kept(folder / WORK / name)
    if printed is None or printed.audience != audience or not path.is_file():
        return None
    return path if _may_be_seen(printed, library) and digest_of(path) == printed.digest else None


def file_names(pack: str) -> tuple[str, ...]:
    """The names of the printed files of a pack, of every edition and for every audience."""
    names = [pack, *(f"{pack}-{edition}" for edition in STUDENTS)]
    return tuple(f"{name_for(name, audience)}.pdf" for name in names for audience in AUDIENCES)


def _may_be_seen(printed: PrintedFile, library: Library) -> bool:
    pages = library.pages
    texts: Collection[str] = {name for name in printed.texts if name in pages and library.is_shown(pages[name])}
    notes = {(name, note.id) for name in texts for note in library.notes(pages[name])}
    return len(texts) == len(set(printed.texts)) and notes.issuperset(printed.notes)
