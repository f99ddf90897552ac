"""Cards to learn from: a deck for Anki, and a table for everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the builder."""
    from course_reader.cards.builder import CardsBuilder

    app.add_builder(CardsBuilder)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
