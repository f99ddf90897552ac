"""Citations on pages."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.pages.markup import Html, Linker, box, span
from course_reader.parts.cite.values import CitedWork, CiteView
from course_reader.speech import say


def page(view: CiteView, links: Linker) -> Iterator[Html]:
    """Each work in three styles, and for programs."""
    for work in view.works:
        yield from _work(work)


def _work(work: CitedWork) -> Iterator[Html]:
    yield box("h3", say(work.label))
    for name, text in work.styles:
        yield box("p", span(f"{name}: ", "cite-label"), text)
    for name, text in work.formats:
        yield box("details", box("summary", name), box("pre", span(text, tag="code")))
