"""Part of a pack: rights and credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_reader.marks.domain import Page
from course_reader.model.article import Article
from course_reader.model.dates import spell
from course_reader.tree.content import Content, Item

if TYPE_CHECKING:
    from course_reader.pdf.book import Book


def make(book: Book) -> list[Item]:
    """A line of credit for each article, and one for the reader."""
    rows: Content = []
    for docname in book.articles:
        page = book.shelf.domain.pages[docname]
        article = page.article
        assert article is not None
        rows.append(_credit(article, page, docname in book.withheld))
    config = book.shelf.app.config
    holder = config.copyright if isinstance(config.copyright, str) else ", ".join(config.copyright or ())
    rows.append([f"{config.project}." + (f" © {holder}." if holder else "")])
    return [{"t": "rights", "title": "Rights and credits", "label": "part:rights", "rows": rows}]


def _credit(article: Article, page: Page, withheld: bool) -> Content:
    rights = article.rights
    source = article.adapted_from.title if article.adapted_from and article.adapted_from.title else article.title
    where = ", ".join(filter(None, (article.outlet, spell(article.date) if article.date else None)))
    words = f"“{page.title}”"
    if rights and rights.status == "adapted":
        words += f", adapted from “{source}” ({where})"
    elif where:
        words += f" ({where})"
    if rights and rights.holder:
        words += f". © {rights.holder}"
    if rights and rights.terms and not withheld:
        words += f". {rights.terms}"
    if withheld:
        words += ". Not printed: no permission for this term"
    return [words.rstrip(".") + "."]
