"""A pack as one book: its parts in order, each as plain data for the template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from docutils import nodes

from course_reader.parts.chapters import print as background
from course_reader.parts.compare import print as compare
from course_reader.parts.glossary import print as glossary
from course_reader.parts.index import print as index
from course_reader.parts.map import print as map
from course_reader.parts.packs.values import PackPage
from course_reader.parts.people import print as people
from course_reader.parts.prereading import print as before
from course_reader.parts.reading import print as articles
from course_reader.parts.rights import print as rights
from course_reader.parts.sources import print as sources
from course_reader.parts.timeline import print as timeline
from course_reader.tree.content import Content, Item, walk
from course_reader.tree.prose import running
from course_reader.views.library import Library

#: A doctree of a document, with everything in it resolved.
Resolve = Callable[[str], nodes.document]


@dataclass
class Book:
    """One pack, taken together."""

    page: PackPage
    #: the documents of its articles, in order
    articles: list[str]
    shelf: Library
    resolve: Resolve
    unknown: Callable[[nodes.Node, str], None]
    pictures: dict[str, str] = field(default_factory=dict)
    #: ids of notes and glosses that have to be in print
    expected: list[str] = field(default_factory=list)
    #: articles whose text may not be printed
    withheld: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pack, self.title = self.page.record, self.page.title
        self.glossed: set[str] = set()
        self.labels: set[str] = set()
        #: entry → where it is named: the label of the words, and the number of their paragraph
        self.mentions: dict[str, list[Item]] = {}
        known = self.shelf.session.sources.views if "sources" in self.pack.parts else {}
        self.sources = frozenset(known)
        self.cited: dict[str, None] = {}
        #: numbers of sources by their keys, as soon as their list is made
        self.numbers: dict[str, int] = {}

    def data(self, intro: Content) -> Item:
        """Everything the template is given."""
        self.intro = intro
        # Texts first: glossary, sources and index hold what they name.
        order = sorted(self.pack.parts, key=lambda part: part not in ("articles", "background", "compare"))
        made = {part: _MAKERS[part](self) for part in order}
        parts = [item for part in self.pack.parts for item in made[part]]
        self.labels |= {item["label"] for item in walk(parts) if item.get("label")}
        self.labels |= {item["id"] for item in walk(parts) if item.get("t") == "mention"}
        _number_firsts(parts)
        for item in walk(parts):
            if item.get("t") == "cite":
                item |= {"n": self.numbers[item["key"]], "to": f"source:{item['key']}"}
        return {"meta": self._meta(), "parts": parts, "labels": sorted(self.labels)}

    def sheets(self) -> list[str]:
        """The labels of the sheets to be read before, each of which fills one page."""
        return [label for label in sorted(self.labels) if label.startswith(before.PREFIX)]

    def _meta(self) -> Item:
        config = self.shelf.app.config
        return {
            "title": self.title,
            "running": running(self.title),
            "subtitle": self.pack.subtitle or "",
            "author": self.pack.instructor or config.author or "",
            "keywords": [self.shelf.glossary[entry].name for entry in sorted(self.mentions)][:20],
            "paper": self.pack.paper,
            "sides": self.pack.sides,
            "language": (config.language or "en").split("_")[0],
            "region": "GB",
        }


def _title(book: Book) -> list[Item]:
    rows = [row for row in (book.pack.course, book.pack.instructor, book.pack.term) if row]
    return [{"t": "title", "c": book.intro, "rows": rows}]


def _number_firsts(parts: list[Item]) -> None:
    """Say of each part of a mention whether it is the first: only that carries the label."""
    seen: set[str] = set()
    for item in walk(parts):
        if item.get("t") == "mention":
            item["first"] = item["id"] not in seen
            seen.add(item["id"])


#: who makes which part
_MAKERS: dict[str, Callable[[Book], list[Item]]] = {
    "title": _title,
    "contents": lambda _: [{"t": "contents"}],
    "people": people.make,
    "map": map.make,
    "before": before.make,
    "articles": articles.make,
    "compare": compare.make,
    "background": background.make,
    "timeline": timeline.make,
    "glossary": glossary.make,
    "sources": sources.make,
    "index": index.make,
    "rights": rights.make,
}
