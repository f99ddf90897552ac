"""The lines of a document's front matter, for complaints about its keys."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from course_reader.files.front_matter import read
from course_reader.files.yaml_lines import Document, YamlError
from course_reader.model.glossary import read_text


class Lines:
    """The lines of a file's front matter, read again only where there is something to complain about."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @cached_property
    def _document(self) -> Document:
        try:
            return read(read_text(self.file, "", []) or "").document
        except YamlError:
            return Document()

    def of(self, *key: str | int) -> int:
        """The line of a key."""
        return self._document.line(key)
