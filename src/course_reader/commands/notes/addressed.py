"""The articles of a reader, with the addresses by which annotations refer to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from course_reader.commands.notes.noted_articles import NotedArticle, noted
from course_reader.commands.reading import read_reader
from course_reader.exchange.addresses import OWN_SCHEME, AddressBook
from course_reader.exchange.w3c_write import GlossOut
from course_reader.marks.domain import reader_domain
from course_reader.model.problems import Problem
from course_reader.model.reader import find_article
from course_reader.sphinx_ext.kept_texts import article_docnames, article_text
from course_reader.sphinx_ext.problems import of_settings
from course_reader.sphinx_ext.run_state import library_of
from course_reader.text.paragraphs import NumberedText


@dataclass(frozen=True, slots=True)
class Addressed:
    """An article with its notes, as it is exchanged."""

    noted: NotedArticle
    docname: str
    title: str
    #: the address of the page with its words
    address: str
    #: every address that refers to it
    addresses: tuple[str, ...]
    #: its title, and that of the report it retells
    titles: tuple[str, ...]
    #: whether its words are retold, not those of its address on the web
    is_retold: bool
    glosses: tuple[GlossOut, ...] = ()
    #: document names that it had before
    earlier: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The name of its folder."""
        return self.noted.slug

    @property
    def text(self) -> NumberedText:
        """Its text."""
        return self.noted.text


@dataclass(slots=True)
class Shelf:
    """All articles that were asked for."""

    articles: list[Addressed] = field(default_factory=list)
    #: the articles by address; those with the original words come first
    book: AddressBook = field(default_factory=AddressBook)
    #: what is wrong with the settings of the reader
    problems: list[Problem] = field(default_factory=list)


def read(root: Path, article: str | None = None, *, glosses: bool = False, progress: Any = None) -> Shelf:
    """Read one article or all.

    Args:
        root: The reader's folder.
        article: A slug, folder or file; None for all.
        glosses: Whether the glosses are exported too.
        progress: The stream for progress.

    Raises:
        NoArticleError: if the article does not exist.
        CannotBuildError: if the reader cannot be read.
    """
    with read_reader(root, progress=progress) as app:
        names = article_docnames(app)
        if article is not None:
            names = [find_article(article, names, root)]
        shelf = Shelf([_addressed(app, root, name, glosses) for name in names], problems=of_settings(app))
    for one in sorted(shelf.articles, key=lambda a: a.is_retold):
        shelf.book.add(one.slug, one.addresses)
        for docname in (one.docname, *one.earlier):
            shelf.book.add_page(one.slug, docname)
        for title in one.titles:
            shelf.book.add_title(one.slug, title)
    return shelf


def _addressed(app: Sphinx, root: Path, docname: str, glosses: bool) -> Addressed:
    page = reader_domain(app.env).pages[docname]
    about = page.article
    article = noted(article_text(app, docname), root)
    url = about.url if about else None
    retold = about.adapted_from if about else None
    source = retold.url if retold else None
    own = _page(app, docname)
    is_retold = retold is not None
    return Addressed(
        noted=article,
        docname=docname,
        title=page.title,
        address=own or (url if url and not is_retold else None) or OWN_SCHEME + article.slug,
        addresses=tuple(address for address in (own, (own or "").removesuffix(".html"), url, source) if address),
        titles=tuple(title for title in (page.title, retold.title if retold else None) if title),
        is_retold=is_retold,
        earlier=about.moved_from if about else (),
        glosses=tuple(_glosses(app, docname)) if glosses else (),
    )


def _page(app: Sphinx, docname: str) -> str | None:
    """The address of a page on the web, if `conf.py` gives the reader's."""
    base = app.config.html_baseurl
    return f"{base.rstrip('/')}/{docname}.html" if base else None


def _glosses(app: Sphinx, docname: str) -> Iterator[GlossOut]:
    for glossed, view in library_of(app).text(docname).glossed:
        mark = glossed.mention
        words = ". ".join(part.rstrip(".") for part in (view.role, view.text) if part) + "."
        address = _page(app, view.docname) or OWN_SCHEME + view.docname
        yield GlossOut(
            view.entry, view.kind.word, view.name, words, app.config.language or "en", (mark.start, mark.end), address
        )
