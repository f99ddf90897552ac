"""The files and folders that settings name: each has to exist, or the setting has no effect."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from course_reader.model.glossaries.shared import find
from course_reader.model.settings import PREFIX, Settings


def missing(settings: Settings, given: Collection[str], root: Path) -> dict[str, str]:
    """Messages for settings that name something that does not exist, by full name.

    Args:
        settings: The settings.
        given: The full names of those that `conf.py` gives; a reader need not have what a default names.
        root: The reader's folder.
    """
    return {name: message for name, message in _missing(settings, root) if name in given}


def _missing(settings: Settings, root: Path) -> Iterator[tuple[str, str]]:
    for name in ("corpus", "glossary"):
        folder = getattr(settings, name)
        if not (root / folder).is_dir():
            yield (
                PREFIX + name,
                f"{PREFIX}{name} names the folder {folder!r}, which does not exist; create or correct it",
            )
    wrong = [said for name in settings.glossaries if isinstance(said := find(name, root), str)]
    if wrong:
        yield f"{PREFIX}glossaries", f"{PREFIX}glossaries: {wrong[0]}"
    if settings.pdf_template and not (root / settings.pdf_template).is_file():
        message = f"names the file {settings.pdf_template!r}, which does not exist; create or correct it"
        yield f"{PREFIX}pdf_template", f"{PREFIX}pdf_template {message}"
    fonts = [folder for folder in settings.pdf_fonts if not (root / folder).is_dir()]
    if fonts:
        message = f"names the folder {fonts[0]!r}, which does not exist; create or correct it"
        yield f"{PREFIX}pdf_fonts", f"{PREFIX}pdf_fonts {message}"
    pages = [name for name in settings.chapters if not _is_document(root, name)]
    if pages:
        message = f"names the document {pages[0]!r}, which does not exist; write it, or take the name out"
        yield f"{PREFIX}chapters", f"{PREFIX}chapters {message}"
    if settings.background and not _is_document(root, settings.background):
        message = f"names the document {settings.background!r}, which does not exist; write it, or correct the name"
        yield f"{PREFIX}background", f"{PREFIX}background {message}"


def _is_document(root: Path, docname: str) -> bool:
    """Whether a document has a source file, whatever its suffix."""
    path = root / docname
    return path.parent.is_dir() and any(file.stem == path.name for file in path.parent.iterdir())
