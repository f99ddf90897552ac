"""Lists of articles and of entries, as values."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.marks.records import Asked, Page
from course_reader.model.entry import Person
from course_reader.views.library import Library, when_printed
from course_reader.views.records import minutes


@dataclass(frozen=True, slots=True)
class ArticlesAsked(Asked):
    """A request for all articles, as cards or on a line of time."""

    line: bool = False


@dataclass(frozen=True, slots=True)
class EntriesAsked(Asked):
    """A request for the entries of a kind, or all."""

    kind: str = "all"


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list of articles."""

    docname: str
    title: str
    when: str
    outlet: str
    people: tuple[str, ...]
    #: the reading time; None if the text may not be shown
    minutes: int | None
    #: the year in which it appeared; "" if that is not known
    year: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry in a list of entries."""

    docname: str
    sort: str
    name: str
    gloss: str


def articles(library: Library, asked: ArticlesAsked) -> tuple[Card, ...]:
    """All articles, oldest first."""
    return tuple(card_of(library, docname, page) for docname, page in library.articles)


def card_of(library: Library, docname: str, page: Page) -> Card:
    """An article in a list."""
    article = page.article
    assert article is not None
    named = dict.fromkeys(m.entry for m in library.known(page))
    people = tuple(library.glossary[i].name for i in named if isinstance(library.glossary[i], Person))
    outlet = " / ".join(filter(None, (article.agency, article.outlet)))
    return Card(
        docname, page.title, when_printed(page), outlet, people[:4],
        minutes(page) if library.is_shown(page) else None, str(article.date.first.year) if article.date else "",
    )  # fmt: skip


def entries(library: Library, asked: EntriesAsked) -> tuple[Listed, ...]:
    """The entries of a kind, or all, for an A–Z list."""
    found = []
    for file in library.glossary:
        docname = library.entry_docname(file.id)
        if asked.kind in ("all", file.kind) and library.has_page(docname):
            view = library.gloss(file.id, None)
            gloss = " ".join(filter(None, (view.role, view.text)))
            found.append(Listed(docname, file.entry.sort_key, file.entry.name, gloss))
    return tuple(found)
