"""Annotated course readers: articles with marginal glosses, built with Sphinx.

The extension is `course_reader`; everything it registers is listed in `course_reader.sphinx_ext.wiring`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_reader.model.version import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["__version__", "setup"]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension with Sphinx; the wiring is in `course_reader.sphinx_ext`."""
    from course_reader.sphinx_ext.collector import resting

    with resting():
        from course_reader.sphinx_ext.wiring import setup as wire

        return wire(app)
