"""Part of a pack: rights and credits."""

from __future__ import annotations

from course_reader.marks.records import Page
from course_reader.model.article import Article
from course_reader.model.dates import spell
from course_reader.tree.book import Book
from course_reader.tree.parts import RightsPart
from course_reader.tree.records import Inline


def make(book: Book) -> list[RightsPart]:
    """A credit line for each article, and one for the reader."""
    rows: list[list[Inline]] = []
    for docname in book.articles:
        page = book.library.pages[docname]
        article = page.article
        assert article is not None
        rows.append(_credit(article, page, docname in book.withheld))
    files = book.library.glossary.files
    origins = dict.fromkeys(files[entry_id].origin for entry_id in book.mentions if entry_id in files)
    rows += [[f"Entries of the glossary: {origin.credit}"] for origin in origins if origin]
    about = book.library.documents
    rows.append([f"{about.project}." + (f" © {about.copyright.rstrip('.')}." if about.copyright else "")])
    return [RightsPart(t="rights", title="Rights and credits", label="part:rights", rows=rows)]


def _credit(article: Article, page: Page, withheld: bool) -> list[Inline]:
    rights = article.rights
    source = article.adapted_from.title if article.adapted_from and article.adapted_from.title else article.title
    where = ", ".join(filter(None, (article.outlet, spell(article.date) if article.date else None)))
    words = f"“{page.title}”"
    if rights and rights.status == "adapted":
        words += f", adapted from “{source}” ({where})"
    elif where:
        words += f" ({where})"
    if rights and rights.holder:
        words += f". © {rights.holder.rstrip('.')}"
    if rights and rights.terms and not withheld:
        words += f". {rights.terms}"
    if withheld:
        words += ". Not printed: no permission for this term"
    return [words.rstrip(".") + "."]
