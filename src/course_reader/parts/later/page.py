"""Later events on an article's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course_reader.pages.markup import Html, Linker, a, box, joined, span
from course_reader.parts.later.values import HINT, LaterView
from course_reader.speech import say
from course_reader.views.sources import SourceView


def page(events: tuple[LaterView, ...], links: Linker) -> Iterator[Html]:
    """A list of dates, below a hint."""
    yield box("p", say(HINT), classes=("reader-hint",))
    yield box("ol", *map(_row, events), classes=("reader-timeline",))


def _row(event: LaterView) -> Html:
    cited = span(_sources(event.sources), "what-source") if event.sources else ""
    what = span(joined(event.text, cited), "what")
    return box("li", span(event.when, "when"), " ", what)


def _sources(sources: Iterable[SourceView]) -> Html:
    items: list[str] = []
    for source in sources:
        name = source.publisher or source.author or source.title
        items += ["; ", a(source.url, name) if source.url else name]
    return joined(" (", *items[1:], ")")
