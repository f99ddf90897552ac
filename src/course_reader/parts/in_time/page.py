"""The dates around an article's own, on its page."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.pages.markup import Html, Linker, box, span
from course_reader.parts.in_time.values import TimeItem


def page(items: tuple[TimeItem, ...], links: Linker) -> Iterator[Html]:
    """A list of dates, including the article's own."""
    yield box("ol", *(_line(item, links) for item in items), classes=("reader-timeline",))


def _line(item: TimeItem, links: Linker) -> Html:
    text = links.link(item.docname, item.text) if item.docname else item.text
    return box("li", span(item.when, "when"), " ", span(text, "what"), classes=(item.kind,))
