"""Part of a pack: its articles, or what stands in the place of one that may not be printed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from course_reader.marks.domain import Page
from course_reader.model.article import Article
from course_reader.model.dates import spell
from course_reader.parts.timeline.print import date_row
from course_reader.tree.content import Content, Item
from course_reader.tree.prose import note_of, notes_of, plain, running, text_of
from course_reader.views.records import Link, WordView, minutes

if TYPE_CHECKING:
    from course_reader.pdf.book import Book


def make(book: Book) -> list[Item]:
    """The articles of the pack, in order."""
    return [_article(book, docname, at) for at, docname in enumerate(book.articles, start=1)]


def _article(book: Book, docname: str, at: int) -> Item:
    page = book.shelf.domain.pages[docname]
    article = page.article
    assert article is not None
    head: Item = {
        "label": docname,
        "title": page.title,
        "running": running(page.title),
        "kicker": f"Reading {at} of {len(book.articles)}",
        "source": _head(article, page),
    }
    if not _may_print(book, page):
        book.withheld.append(docname)
        return head | _stub(book, page, article)
    content = text_of(book, docname, page)
    view = book.shelf.article(docname)
    notes = [note_of(book, note, docname) for note in notes_of(book, page) if note.number is None]
    return head | {
        "t": "article",
        "caption": plain(
            article.caption + (f" ({article.credit})" if article.credit else "") if article.caption else ""
        ),
        "c": content,
        "notes": notes,
        "words": word_rows(view.words),
        "questions": _questions(article, view.answers),
        "next": [date_row(spell(later.date, short=True), later.text) for later in article.what_happened_next],
        "background": _background(book, docname),
        "about": _about(book, docname, article),
    }


def _may_print(book: Book, page: Page) -> bool:
    rights = page.article.rights if page.article else None
    if rights is None:
        return True
    settings = book.shelf.session.settings
    day = book.pack.until.last if book.pack.until else settings.day
    if rights.expired(day):
        return False
    return settings.audience == "class" or rights.permits(day)


def _stub(book: Book, page: Page, article: Article) -> Item:
    address = article.url or (article.adapted_from.url if article.adapted_from else None)
    words: Content = ["The text of this article is not printed here, because the right to copy it was not given."]
    if address:
        words += [" It can be read at ", {"t": "url", "to": address, "c": [address]}, "."]
    rows = []
    for entry in dict.fromkeys(m.entry for m in book.shelf.known(page)):
        view = book.shelf.gloss(entry, page.day)
        rows.append({"name": view.name, "text": " ".join(filter(None, (view.role, view.text)))})
    return {"t": "stub", "c": words, "rows": rows}


def _background(book: Book, docname: str) -> Content:
    """The sections of the background chapter to read: where they stand, or in short what they say."""
    rows: Content = []
    for section in book.shelf.article(docname).background:
        title = {"t": "ref", "to": f"{section.docname}#{section.anchor}", "c": [section.title]}
        years = f", {section.years}" if section.years else ""
        short = f" {section.short}" if section.short and "background" not in book.pack.parts else ""
        rows.append([{"t": "strong", "c": [title]}, f"{years}.{short}"])
    return rows


def _about(book: Book, docname: str, article: Article) -> Content:
    rows: Content = []
    for outlet in book.shelf.article(docname).outlets:
        rows.append([{"t": "strong", "c": [outlet.gloss.name]}, ". " + outlet.gloss.text])
        rows += [[{"t": "em", "c": [label + ":"]}, " " + text] for label, text in outlet.rows]
    rights = article.rights
    if rights and rights.terms:
        rows.append([rights.terms])
    address = article.url or (article.adapted_from.url if article.adapted_from else None)
    if address:
        rows.append(["Original: ", {"t": "url", "to": address, "c": [address]}])
    return rows


def _head(article: Article, page: Page) -> Content:
    when = spell(article.date) if article.date else "Without date"
    outlet = " / ".join(filter(None, (article.byline or article.agency, article.outlet)))
    adapted = article.rights is not None and article.rights.status == "adapted"
    count = minutes(page)
    parts = [when, article.dateline, outlet, "adapted for students" if adapted else None, f"{count} min"]
    return [" · ".join(part for part in parts if part)]


def _questions(article: Article, answers: tuple[tuple[Link, ...], ...]) -> list[Item]:
    groups, start = [], 1
    answered = zip(article.questions, answers, strict=True)
    for group, questions in groupby(answered, key=lambda item: item[0].group):
        items = [[question.text, *_look_up(places)] for question, places in questions]
        groups.append({"group": group, "start": start, "items": items})
        start += len(items)
    return groups


def _look_up(places: tuple[Link, ...]) -> Content:
    """Where an answer stands: with its page, if that is printed too."""
    if not places:
        return []
    found: Content = []
    for place in places:
        label = f"{place.docname}#{place.anchor}" if place.anchor else place.docname
        found += ["; " if found else " ", {"t": "ref", "to": label, "c": [place.title]}]
    return [" ", {"t": "em", "c": ["Look it up:"]}, *found, "."]


def word_rows(words: tuple[WordView, ...]) -> list[Item]:
    """Hard words, each with its meaning."""
    return [{"word": word.word, "part": word.part, "text": word.means} for word in words]
