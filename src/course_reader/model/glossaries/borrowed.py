"""Entries of other readers, behind the reader's own."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from course_reader.model.entry import Entry
from course_reader.model.glossaries.shared import shared
from course_reader.model.glossary import Cache, EntryFile, Glossary, load
from course_reader.model.settings import Settings


def load_all(settings: Settings, root: Path, caches: MutableMapping[str, Cache] | None = None) -> Glossary:
    """The reader's own entries, and behind them those of other readers that it uses.

    An own entry, or a draft of one, takes the place of another reader's with the same id. Of the entries of other
    readers drafts are left out, and so are links to what this reader does not have.

    Args:
        settings: The reader's settings.
        root: The reader's folder.
        caches: What was read before, by the place of the glossary; it is updated.
    """
    caches = {} if caches is None else caches
    glossary = load(root / settings.glossary, root, caches.setdefault("", {}))
    own = {*glossary.files, *glossary.drafts, *glossary.unread}
    for other in shared(settings, root):
        lent = load(other.entries, other.home, caches.setdefault(str(other.home), {}))
        for file in lent:
            if file.id not in own and file.id not in glossary.files:
                glossary.files[file.id] = replace(file, path=(other.home / file.path).as_posix(), origin=other.origin)
    for entry_id, file in glossary.files.items():
        if file.origin:
            glossary.files[entry_id] = replace(file, entry=_here(file.entry, glossary))
    return glossary


def _here(entry: Entry, glossary: Glossary) -> Entry:
    """An entry without links into the reader that it comes from."""
    changes: dict[str, Any] = {"background": (), "see": tuple(one for one in entry.see if one in glossary)}
    return entry.model_copy(update=changes)


def lent_files(glossary: Glossary) -> dict[str, EntryFile]:
    """The entries of other readers, by id."""
    return {file.id: file for file in glossary if file.origin}
