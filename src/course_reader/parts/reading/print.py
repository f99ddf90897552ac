"""The articles of a pack in print, or a stub for one that may not be printed."""

from __future__ import annotations

from course_reader.marks.records import Page
from course_reader.model.article import Article
from course_reader.model.dates import spell
from course_reader.model.outputs import only_for
from course_reader.parts.rights.values import rights_row
from course_reader.tree.below import LinesBelow
from course_reader.tree.book import Book
from course_reader.tree.links import LINKS, link_rows
from course_reader.tree.pack import NameRow
from course_reader.tree.parts import ArticlePart, ReadingPart, StubPart
from course_reader.tree.prose import plain, running, text_of
from course_reader.tree.records import Inline, WebLink
from course_reader.views.records import minutes


def make(book: Book) -> list[ArticlePart | StubPart]:
    """The articles of the pack, in order."""
    return [_article(book, docname, at) for at, docname in enumerate(book.articles, start=1)]


def _article(book: Book, docname: str, at: int) -> ArticlePart | StubPart:
    page = book.library.pages[docname]
    article = page.article
    assert article is not None
    at, count = book.page.reading or (at, len(book.articles))
    whose = f" · {only.lower()}" if (only := only_for(book.library.settings.audience)) else ""
    head = ReadingPart(
        label=docname, title=page.title, running=running(page.title),
        kicker=f"Reading {at} of {count}{whose}", source=_head(article, page),
        rights=rights_row(book, docname),
    )  # fmt: skip
    book.labels.add(head["rights"]["end"])
    if docname in book.withheld:
        words, rows = _stub(book, page, article)
        return StubPart(t="stub", **head, c=words, rows=rows)
    heading, content = text_of(book, docname, page)
    caption = article.caption + (f" ({article.credit})" if article.credit else "") if article.caption else ""
    below, language = book.below(docname), article.language
    if links := link_rows([heading, content, below]):
        below.append(LinesBelow(t="lines", title=LINKS, rows=links))
    return ArticlePart(
        t="article", **head, language=language, heading=heading, caption=plain(caption), c=content, below=below
    )


def _stub(book: Book, page: Page, article: Article) -> tuple[list[Inline], list[NameRow]]:
    """The address of the article, and the names in it."""
    address = article.url or (article.adapted_from.url if article.adapted_from else None)
    words: list[Inline] = ["The text of this article is not printed here, because we have no permission to copy it."]
    if address:
        words += [" It can be read at ", WebLink(t="url", to=address, c=[address]), "."]
    rows = []
    for entry in dict.fromkeys(m.entry for m in book.library.known(page)):
        view = book.library.gloss(entry, page.day)
        rows.append(NameRow(name=view.name, text=" ".join(filter(None, (view.role, view.text)))))
    return words, rows


def _head(article: Article, page: Page) -> list[Inline]:
    when = spell(article.date) if article.date else "Undated"
    outlet = " / ".join(filter(None, (article.byline or article.agency, article.outlet)))
    adapted = article.rights is not None and article.rights.status == "adapted"
    length = f"{minutes(page)} min" if page.words else None
    level = f"text at level {page.level}" if page.level else None
    parts = [when, article.dateline, outlet, "adapted for students" if adapted else None, level, length]
    return [" · ".join(part for part in parts if part)]
