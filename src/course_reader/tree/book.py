"""A pack as one book: the input of its parts, and the data that they share."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field

from docutils import nodes

from course_reader.tree.below import BelowText
from course_reader.tree.parts import MentionPlace
from course_reader.tree.records import Block
from course_reader.views.library import Library
from course_reader.views.packs import PackPage

#: A doctree of a document, with everything in it resolved.
Resolve = Callable[[str], nodes.document]

#: prefix of the label of a pre-reading page
BEFORE = "before:"


@dataclass
class Book:
    """One pack, with the data shared by its parts."""

    page: PackPage
    #: the documents of its articles, in order
    articles: list[str]
    library: Library
    resolve: Resolve
    unknown: Callable[[nodes.Node, str], None]
    #: the content printed below the text of an article
    below: Callable[[str], list[BelowText]]
    #: the text of its page
    intro: list[Block]
    #: the entries that have no gloss in the margin of an article
    unglossed: Callable[[str], Set[str]] = lambda docname: frozenset()
    pictures: dict[str, str] = field(default_factory=dict)
    #: ids of notes and glosses that must be printed
    expected: list[str] = field(default_factory=list)
    #: articles whose text may not be printed
    withheld: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pack, self.title = self.page.record, self.page.title
        self.glossed: set[str] = set()
        #: entries whose gloss is in the margin of a text before
        self.explained: set[str] = set()
        #: document and id of each printed note, replies included
        self.notes: set[tuple[str, str]] = set()
        self.labels: set[str] = set()
        #: entry → its mentions: the label of the words, and the number of their paragraph
        self.mentions: dict[str, list[MentionPlace]] = {}
        known = self.library.sources.views if "sources" in self.pack.parts else {}
        self.sources = frozenset(known)
        self.cited: dict[str, None] = {}
        #: numbers of sources by key, once their list is made
        self.numbers: dict[str, int] = {}

    def texts(self) -> list[str]:
        """The documents of the articles whose text is printed."""
        return [docname for docname in self.articles if docname not in self.withheld]

    def prereading_labels(self) -> list[str]:
        """The labels of the pre-reading pages, each of which fills one page."""
        return [label for label in sorted(self.labels) if label.startswith(BEFORE)]
