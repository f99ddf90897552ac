"""Part of a pack: the sources cited in its texts and entries, numbered."""

from __future__ import annotations

from course_reader.tree.book import Book
from course_reader.tree.content import Content
from course_reader.tree.parts import SourceRow, SourcesPart
from course_reader.tree.records import Inline, WebLink
from course_reader.views.order import sort_key
from course_reader.views.sources import SourceView


def make(book: Book) -> list[SourcesPart]:
    """The list of sources, which numbers them."""
    keys = dict(book.cited)
    for entry in book.mentions:
        keys |= dict.fromkeys(book.library.glossary[entry].cited())
    views = sorted(book.library.sources.get(tuple(keys)), key=lambda s: sort_key(f"{s.author} {s.title}"))
    book.numbers = {view.key: at for at, view in enumerate(views, start=1)}
    rows = [SourceRow(label=f"source:{view.key}", n=at, c=source_words(view)) for at, view in enumerate(views, start=1)]
    return [SourcesPart(t="sources", title="Sources", label="part:sources", rows=rows)] if rows else []


def source_words(source: SourceView) -> list[Inline]:
    """A source as a line of a list."""
    author = f"{source.author}: " if source.author else ""
    publisher = source.publisher if source.publisher != source.author else ""
    rest = ", ".join(filter(None, (publisher, source.date)))
    words: Content = [f"{author}{source.title}" + (f", {rest}." if rest else ".")]
    return [*words, " ", WebLink(t="url", to=source.url, c=[source.url])] if source.url else words
