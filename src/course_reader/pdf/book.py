"""A pack as one book: its parts in order, each as plain data for the template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from docutils import nodes

from course_reader.parts.registry import Parts
from course_reader.tree.book import Book, Resolve
from course_reader.tree.content import Content, Item, walk
from course_reader.tree.prose import running
from course_reader.views.at import At
from course_reader.views.library import Library
from course_reader.views.packs import PackPage


@dataclass(frozen=True, slots=True)
class Binder:
    """Puts packs together."""

    library: Library
    parts: Parts
    resolve: Resolve
    #: called with a node that has no form in print, and its document
    unknown: Callable[[nodes.Node, str], None]

    def bind(self, page: PackPage, intro: Content, pictures: dict[str, str]) -> tuple[Book, Item]:
        """A pack, and everything the template is given of it."""
        articles = list(dict.fromkeys(page.articles))
        book = Book(
            page,
            articles,
            self.library,
            self.resolve,
            self.unknown,
            lambda name: self._below(book, name),
            intro,
            pictures,
        )
        return book, self._data(book)

    def _data(self, book: Book) -> Item:
        makers = {place.name: place for place in self.parts.in_pack}
        # Texts first: glossary, sources and index hold what they name.
        order = sorted(book.pack.parts, key=lambda name: not makers[name].is_text)
        made = {name: makers[name].make(book) for name in order}
        parts = [item for name in book.pack.parts for item in made[name]]
        book.labels |= {item["label"] for item in walk(parts) if item.get("label")}
        book.labels |= {item["id"] for item in walk(parts) if item.get("t") == "mention"}
        _number_firsts(parts)
        for item in walk(parts):
            if item.get("t") == "cite":
                item |= {"n": book.numbers[item["key"]], "to": f"source:{item['key']}"}
        return {"meta": self._meta(book), "parts": parts, "labels": sorted(book.labels)}

    def _below(self, book: Book, docname: str) -> list[Item]:
        at, found = At(self.library, docname), []
        for below in self.parts.printed:
            value = below.values(at)
            item = below.printed(value, book) if value and below.printed else None
            if item:
                found.append(item)
        return found

    def _meta(self, book: Book) -> Item:
        about = self.library.documents
        return {
            "title": book.title,
            "running": running(book.title),
            "subtitle": book.pack.subtitle or "",
            "author": book.pack.instructor or about.author or "",
            "keywords": [self.library.glossary[entry].name for entry in sorted(book.mentions)][:20],
            "paper": book.pack.paper,
            "sides": book.pack.sides,
            "language": about.language.split("_")[0],
            "region": "GB",
        }


def _number_firsts(parts: list[Item]) -> None:
    """Say of each part of a mention whether it is the first: only that carries the label."""
    seen: set[str] = set()
    for item in walk(parts):
        if item.get("t") == "mention":
            item["first"] = item["id"] not in seen
            seen.add(item["id"])
