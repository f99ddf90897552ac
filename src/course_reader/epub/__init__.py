"""E-books: what Sphinx has packed becomes a book with contents, notes that pop up, a cover and a stable identifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_reader.epub.edition import settle

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the last step of an e-book."""
    app.connect("build-finished", settle)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
