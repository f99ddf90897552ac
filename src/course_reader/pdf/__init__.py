"""On paper: packs as PDF, with the margin solved and proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the builder known."""
    from course_reader.pdf.builder import TypstBuilder

    app.add_builder(TypstBuilder)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
