"""On paper: packs as PDF, with the margin solved and proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def register(app: Sphinx) -> None:
    """Make the builder known."""
    from course_reader.pdf.builder import TypstBuilder

    app.add_builder(TypstBuilder)
