"""Packs as Word files that an instructor edits: glosses are footnotes, notes are comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder."""
    from course_reader.word.builder import WordBuilder

    app.add_builder(WordBuilder)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
