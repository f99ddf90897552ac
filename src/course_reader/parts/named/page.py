"""The entries named in an article, on its page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from course_reader.model.entry import Kind
from course_reader.pages.markup import Html, Linker, box, paragraph_numbers, span
from course_reader.parts.named.values import NamedEntry, NamedView
from course_reader.speech import say


def page(view: NamedView, links: Linker) -> Iterator[Html]:
    """The entries by kind."""
    order = {kind: index for index, kind in enumerate(Kind)}
    entries = sorted(view.entries, key=lambda entry: order[entry.gloss.kind])
    for kind, group in groupby(entries, key=lambda entry: entry.gloss.kind):
        rows = [_row(entry, view.shown, links) for entry in group]
        yield box("h3", say(kind.capitalize()))
        yield box("ul", *rows, classes=("named", str(kind)))


def _row(entry: NamedEntry, shown: bool, links: Linker) -> Html:
    items: list[str] = [links.link(entry.gloss.docname, entry.gloss.name)]
    if not shown:
        items += [" ", span(" ".join(filter(None, (entry.gloss.role, entry.gloss.text))), "named-gloss")]
    elif entry.paragraphs:
        items += [" ", paragraph_numbers(entry.paragraphs)]
    return box("li", *items)
