"""The definition of a part: one thing that a reader sees, with everything that belongs to it.

A part is a folder, or a module, that ends with a `Part`. It is registered by an entry point of the group
`course_reader.parts`, or named in `reader_parts` of `conf.py`. The parts of this package are registered in the same
way. Each specifies where it appears:

- `Below`: below the text of an article or an entry, and in print below the text of the article;
- `Listing`: where a directive requests it;
- `PageOf`: as the page of a kind of document;
- `OwnPages`: as pages without a source file;
- `InPack`: as a part of a printed pack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from docutils import nodes
from sphinx.application import Sphinx

from course_reader.marks.records import Asked
from course_reader.model.problems import Problem
from course_reader.model.records import Record
from course_reader.model.settings import Setting
from course_reader.pages.markup import Html, Linker
from course_reader.pages.text_links import FindLinks
from course_reader.tree.below import BelowText
from course_reader.tree.book import Book
from course_reader.tree.pack import AnyPart
from course_reader.views.at import At
from course_reader.views.learning import LearningCard, QuizQuestion
from course_reader.views.library import Library

V = TypeVar("V")
A = TypeVar("A", bound=Asked)

#: HTML, or nodes that every format supports
Content = Iterable[Html | nodes.Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class Below(Generic[V]):
    """A part below the text of a page.

    `values` returns its content, None for nothing: plain values with a readable `repr`, by which a build recognises
    stale pages. `page` renders them.
    """

    #: where it comes among the others
    order: int
    values: Callable[[At], V | None]
    page: Callable[[V, Linker], Content]
    #: the kind of page, article or entry
    kind: str = "article"
    #: its heading and the id of its section; without a heading, `page` renders everything
    heading: str = ""
    anchor: str = ""
    classes: tuple[str, ...] = ()
    #: whether it is long, and therefore closed until a reader asks for it
    closed: bool = False
    #: renders it below the text of a printed article; if missing, it is not printed
    printed: Callable[[V, Book], BelowText | None] | None = None
    #: its position among the others in print; by default as on the page
    printed_order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[A, V]):
    """The answer to a directive, which leaves a `listing` node with a record of the class `asked`."""

    asked: type[A]
    values: Callable[[Library, A], V]
    page: Callable[[V, A, At, Linker], list[nodes.Node]]
    #: for formats without links and boxes
    plain: Callable[[V, A], nodes.Element]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOf(Generic[V]):
    """The page of a kind of document: the content around its text."""

    kind: str
    values: Callable[[At], V]
    fill: Callable[[nodes.document, V, At, Linker], None]
    #: replaces the text with a stub, if it may not be shown
    stub: Callable[[nodes.document, V, At, Linker], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPages(Generic[V]):
    """Pages of a site without a source file; an e-book has none."""

    #: the kind of page, for templates
    kind: str
    #: document → the values of its page
    values: Callable[[Library], Mapping[str, V]]
    #: title and body
    page: Callable[[V, Linker], tuple[str, Html]]


@dataclass(frozen=True, slots=True, kw_only=True)
class InPack:
    """A part of a printed pack, by its name in the pack's `parts`."""

    name: str
    #: its position among the others, unless a pack specifies it
    order: int
    make: Callable[[Book], Sequence[AnyPart]]
    #: whether it is made before the others, which list the names in it
    is_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that a reader sees."""

    name: str
    #: a sentence for the manual
    about: str
    #: finds the words in the text of an article that it explains below
    in_text: Callable[[At], FindLinks] | None = None
    below: tuple[Below[Any], ...] = ()
    listings: tuple[Listing[Any, Any], ...] = ()
    page_of: PageOf[Any] | None = None
    pages: OwnPages[Any] | None = None
    in_pack: tuple[InPack, ...] = ()
    #: the keys that it adds to the front matter of articles, and of packs
    keys: type[Record] | None = None
    pack_keys: type[Record] | None = None
    settings: tuple[Setting[Any], ...] = ()
    #: the entries in which the answers to questions on a page are found; a pack may leave them without a gloss
    answers: Callable[[At], Iterable[str]] | None = None
    #: what it asks students about an article, for learning platforms
    asks: Callable[[At], Iterable[QuizQuestion]] | None = None
    #: the cards that students learn from
    cards: Callable[[Library], Iterable[LearningCard]] | None = None
    #: finds the problems of one page
    check: Callable[[At], Iterable[Problem]] | None = None
    #: registers directives, roles and transforms with Sphinx
    setup: Callable[[Sphinx], None] | None = None
