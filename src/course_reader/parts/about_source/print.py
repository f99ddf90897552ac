"""The source of an article in print."""

from __future__ import annotations

from course_reader.parts.about_source.values import OriginView
from course_reader.tree.below import LinesBelow
from course_reader.tree.book import Book
from course_reader.tree.records import Inline, Styled, WebLink


def printed(view: OriginView, book: Book) -> LinesBelow | None:
    """The outlet, the rights in the text, and its address; None if nothing is known."""
    rows: list[list[Inline]] = []
    for outlet in view.outlets:
        rows.append([Styled(t="strong", c=[outlet.gloss.name]), ". " + outlet.gloss.text])
        rows += [[Styled(t="em", c=[label + ":"]), " " + text] for label, text in outlet.rows]
    if view.terms:
        rows.append([view.terms])
    if view.address:
        rows.append(["Original: ", WebLink(t="url", to=view.address, c=[view.address])])
    return LinesBelow(t="lines", title="About this source", rows=rows) if rows else None
