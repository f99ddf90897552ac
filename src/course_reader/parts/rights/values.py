"""What each article of a pack says of its rights, as copy shops and licence agencies ask for it."""

from __future__ import annotations

from course_reader.marks.records import Page
from course_reader.model.article import Article, Rights
from course_reader.model.dates import spell
from course_reader.tree.book import Book
from course_reader.tree.parts import RightsRow
from course_reader.tree.prose import plain

#: the permission to copy, by the status of the rights
_PERMISSION = {
    "own": "Text of this reader",
    "adapted": "Retold for this reader",
    "licensed": "By licence",
    "public-domain": "Public domain",
    "none": "None: for the class only",
}
WITHHELD = "None for this term: not printed"


def rights_row(book: Book, docname: str) -> RightsRow:
    """The line of rights of an article."""
    page = book.library.pages[docname]
    article = page.article
    assert article is not None
    rights = article.rights or Rights()
    return RightsRow(
        to=docname,
        end=end_of(docname),
        title=page.title,
        source=plain(_source(article, page, rights)),
        date=spell(article.date) if article.date else "",
        holder=plain(rights.holder or ""),
        permission=plain(_permission(rights, docname in book.withheld)),
    )


def end_of(docname: str) -> str:
    """The label of the end of an article."""
    return f"end:{docname}"


def _source(article: Article, page: Page, rights: Rights) -> str:
    """Who published it: the outlet, and of an adapted text the headline that it retells."""
    who = " / ".join(filter(None, (article.byline or article.agency, article.outlet)))
    if rights.status != "adapted":
        return who
    first = article.adapted_from.title if article.adapted_from and article.adapted_from.title else article.title
    return f"“{first}”" + (f", {who}" if who else "")


def _permission(rights: Rights, withheld: bool) -> str:
    """On what ground the text is copied, its terms, and until when."""
    if withheld:
        return WITHHELD
    words = _PERMISSION[rights.status]
    if rights.terms:
        # Long terms are below the text, where it says where it comes from.
        words += f". {rights.terms.partition('. ')[0].rstrip('.')}"
    if rights.expires:
        words += f". Until {spell(rights.expires)}"
    return words
