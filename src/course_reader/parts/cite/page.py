"""Citations on pages."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.pages.markup import Html, Linker, box, span
from course_reader.parts.cite.values import CiteView


def page(view: CiteView, links: Linker) -> Iterator[Html]:
    """The citations, and the same as BibTeX."""
    if view.own:
        yield box("p", span("The original: ", "cite-label"), view.original)
        yield box("p", span("This text: ", "cite-label"), view.own)
    else:
        yield box("p", view.original)
    yield box("details", box("summary", "BibTeX"), box("pre", span(view.bibtex, tag="code")))
