"""A pack as one book: its parts in order, each as plain data for the template."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from docutils import nodes

from course_reader.model.outputs import only_for
from course_reader.pages.languages import direction
from course_reader.parts.registry import Parts
from course_reader.pdf.fonts import fonts_of
from course_reader.tree.below import BelowText
from course_reader.tree.book import Book, Resolve
from course_reader.tree.content import letters, walk
from course_reader.tree.links import add_addresses
from course_reader.tree.pack import AnyPart, PackMeta, PackTree, Sizes
from course_reader.tree.prose import running
from course_reader.tree.records import Block
from course_reader.tree.tables import fit_tables
from course_reader.views.at import At
from course_reader.views.library import Library
from course_reader.views.packs import PackPage, level_texts, may_print

#: A longer pack may have a hundred pages or more, whose numbers take more space in a note.
_MANY_LETTERS = 270_000

#: the size of all letters for readers who need large ones, in points
LARGE = 18.0


@dataclass(frozen=True, slots=True)
class Binder:
    """Assembles packs."""

    library: Library
    parts: Parts
    resolve: Resolve
    #: called for a node without a form in print, with its document
    unknown: Callable[[nodes.Node, str], None]
    #: turns an exception in one part of a document into a problem, so that the others are printed
    contained: Callable[[str, str], AbstractContextManager[None]]
    #: folders with fonts
    fonts: Sequence[str] = ()

    def bind(self, page: PackPage, intro: list[Block], pictures: dict[str, str]) -> tuple[Book, PackTree[AnyPart]]:
        """A pack, and its data for the template."""
        articles = list(dict.fromkeys(page.articles))
        withheld = [name for name in articles if not may_print(self.library, page, name)]
        texts, library = level_texts(self.library, page), self.library.at_level(page.record.level).withholding(withheld)
        book = Book(
            page,
            articles,
            library,
            lambda name: self.resolve(texts.get(name, name)),
            self.unknown,
            lambda name: self._below(book, name),
            intro,
            self._unglossed(page, library),
            pictures,
            withheld=withheld,
        )
        return book, self._data(book)

    def _unglossed(self, page: PackPage, library: Library) -> Callable[[str], frozenset[str]]:
        """The entries without a gloss, by article: those that answer its questions, if the pack asks for that."""
        finders = [part.answers for part in self.parts if part.answers and not page.record.gloss_answers]
        return lambda docname: frozenset(entry for find in finders for entry in find(At(library, docname)))

    def _data(self, book: Book) -> PackTree[AnyPart]:
        makers = {place.name: place for place in self.parts.in_pack}
        # Texts first: glossary, sources and index list the entries and sources in them.
        order = sorted(book.pack.parts, key=lambda name: not makers[name].is_text)
        made: dict[str, Sequence[AnyPart]] = dict.fromkeys(order, ())
        for name in order:
            with self.contained(book.page.docname, f"the part '{name}' of this pack"):
                made[name] = makers[name].make(book)
        parts = [item for name in book.pack.parts for item in made[name]]
        book.labels |= {item["label"] for item in walk(parts) if item.get("label")}
        book.labels |= {item["id"] for item in walk(parts) if item.get("t") == "mention"}
        for item in walk(parts):
            if item.get("t") == "cite":
                item["n"] = book.numbers[item["key"]]
        add_addresses(parts, [part for part in parts if part["t"] in ("article", "chapter")])
        large = book.page.edition == "large"
        size = LARGE if large else self.library.settings.pdf_size
        moved = fit_tables(parts, book.pack.paper, size, is_large=large)
        book.expected = [moved.get(note, note) for note in book.expected]
        return PackTree(meta=self._meta(book, parts), parts=parts, labels=sorted(book.labels))

    def _below(self, book: Book, docname: str) -> list[BelowText]:
        at, found = At(book.library, docname), list[BelowText]()
        for below in self.parts.printed:
            with self.contained(docname, f"“{below.heading or below.anchor or 'a part'}” in print"):
                value = at.once(below.values)
                item = below.printed(value, book) if value and below.printed else None
                if item:
                    found.append(item)
        return found

    def _meta(self, book: Book, parts: list[AnyPart]) -> PackMeta:
        about, settings = self.library.documents, self.library.settings
        large, is_student = book.page.edition == "large", book.page.edition == "student"
        return PackMeta(
            title=book.title,
            running=running(": ".join(filter(None, (only_for(settings.audience), book.page.of or book.title)))),
            subtitle=book.pack.subtitle or "",
            author=book.pack.instructor or about.author or "",
            keywords=[self.library.glossary[entry].name for entry in sorted(book.mentions)][:20],
            edition=book.page.edition,
            paper=book.pack.paper,
            sides=book.pack.sides,
            colour=book.pack.colour,
            numbers=book.pack.numbers if is_student else "paragraphs",
            notes="foot" if large or (is_student and book.pack.room == "column") else "margin",
            language=about.language.split("_")[0],
            region="GB",
            right_to_left=sorted(tag for tag in _languages(parts, about.language) if direction(tag) == "rtl"),
            fonts=fonts_of(settings.pdf_serif, self.fonts),
            sizes=_sizes(LARGE, 1, 1) if large else _sizes(settings.pdf_size, 0.745, 0.8),
            digits=3 if letters(parts) > _MANY_LETTERS else 2,
        )


def _sizes(text: float, note: float, small: float) -> Sizes:
    """The sizes of letters: that of the text, and those of notes and small print as parts of it."""
    return Sizes(text=text, note=round(text * note, 2), small=round(text * small, 2))


def _languages(parts: list[AnyPart], own: str) -> set[str]:
    """The languages of a pack and of the words in it."""
    tags = (item.get(key) for item in walk(parts) for key in ("lang", "language"))
    return {own, *(tag for tag in tags if isinstance(tag, str))}
