"""What is not to be proposed for the glossary again, because a person has said that it is no name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from course_reader.files.yaml_lines import YamlError, load, mapping
from course_reader.files.yaml_splice import insert_item
from course_reader.store.errors import BrokenFileError
from course_reader.store.files import FileStore

FILE = "not-names.yaml"
_KEY = "not_names"
_HEAD = "# What `course-reader propose` does not propose. Remove a line to have it proposed again.\n"


def refused(glossary: Path, root: Path) -> frozenset[str]:
    """The words that are not to be proposed.

    Args:
        glossary: The folder of the glossary.
        root: The reader's folder.

    Raises:
        StoreError: if the file cannot be read, or is not a list of texts.
    """
    store = FileStore(glossary / FILE, root)
    try:
        values = mapping(load(store.read().text))
    except YamlError as error:
        raise BrokenFileError(store.name, error.line, error.message) from None
    return frozenset(_texts(values, store.name))


def _texts(values: Mapping[str, Any], name: str) -> list[str]:
    rows = values.get(_KEY) or []
    found = [row.get("text") if isinstance(row, Mapping) else row for row in rows] if isinstance(rows, list) else [None]
    if any(not isinstance(text, str) for text in found):
        raise BrokenFileError(name, 1, f"`{_KEY}` should be a list of lines such as `- text: Spring`; correct it")
    return [text for text in found if isinstance(text, str)]


def refuse(words: str, glossary: Path, root: Path) -> Path:
    """Keep some words from being proposed again.

    Returns:
        The file.

    Raises:
        StoreError: if it cannot be written.
    """
    path = glossary / FILE
    known = refused(glossary, root)

    def edit(text: str) -> str:
        if words in known:
            return text
        rows = mapping(load(text)).get(_KEY) or []
        return insert_item(text or _HEAD, _KEY, len(rows), {"text": words})

    path.parent.mkdir(parents=True, exist_ok=True)
    FileStore(path, root).update(edit)
    return path
