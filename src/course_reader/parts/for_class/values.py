"""What an article's page offers a class, as values: its outlets, hard words, and where questions are answered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from course_reader.marks.domain import Page
from course_reader.model.article import Article
from course_reader.model.entry import Entry, Organisation
from course_reader.model.periods import DatedText
from course_reader.text.prose.vocabulary import places
from course_reader.views.records import Link, OutletView, WordView

if TYPE_CHECKING:
    from course_reader.views.library import Library

#: what is told of an outlet, by key and by the words before it
OUTLET_ROWS = (
    ("owner", "Who owns it"),
    ("funding", "What it lives on"),
    ("status", "At that time"),
    ("naming", "How it names things"),
)

#: "Azatutyun (RFE/RL Armenian Service)": what stands in brackets explains the name
_EXPLAINED = re.compile(r"\s*\([^()]*\)\s*$")


def outlets(shelf: Library, page: Page) -> tuple[OutletView, ...]:
    """The agency and the outlet of an article, as far as they have entries, as they were on its day."""
    article = page.article
    if article is None:
        return ()
    found: dict[str, OutletView] = {}
    for name in filter(None, (article.agency, article.outlet)):
        for spelled in (name, _EXPLAINED.sub("", name)):
            entry_id = shelf.organisations.get(spelled.casefold())
            if entry_id and entry_id not in found:
                found[entry_id] = _outlet(shelf, entry_id, page.day)
    return tuple(found.values())


def _outlet(shelf: Library, entry_id: str, day: date | None) -> OutletView:
    entry, at = shelf.glossary[entry_id], day or date.max
    assert isinstance(entry, Organisation)
    told = {label: [item.text for item in getattr(entry, key) if item.covers(at)] for key, label in OUTLET_ROWS}
    rows = tuple((label, text) for label, texts in told.items() for text in texts)
    return OutletView(shelf.gloss(entry_id, day), rows, any(_begins_after(item, at) for item in _told(entry)))


def _told(entry: Organisation) -> Iterable[DatedText]:
    return (item for key, _ in OUTLET_ROWS for item in getattr(entry, key))


def _begins_after(item: DatedText, day: date) -> bool:
    return item.start is not None and item.start.first > day


def words(article: Article, page: Page) -> tuple[WordView, ...]:
    """The hard words of an article in the order of the alphabet, with the paragraphs that hold them."""
    found = []
    for word, record in sorted(article.vocabulary.items(), key=lambda item: item[0].casefold()):
        numbers: dict[int, str] = {}
        for start, _ in places(page.text, word, record.forms):
            paragraph = page.paragraph_at(start)
            if paragraph:
                numbers.setdefault(paragraph.number, paragraph.anchor)
        found.append(WordView(word, record.part or "", record.means, tuple(numbers.items())))
    return tuple(found)


def answers(shelf: Library, article: Article, day: date | None) -> tuple[tuple[Link, ...], ...]:
    """For each question of an article the places in the reader that answer it."""
    return tuple(
        tuple(link for target in question.answer_in if (link := place(shelf, target, day)))
        for question in article.questions
    )


def place(shelf: Library, target: str, day: date | None = None) -> Link | None:
    """What a few letters name: an entry's id, an article's folder, a section's anchor, or a page.

    Args:
        shelf: The library of the run.
        target: The letters.
        day: On which day an entry is called by its name; without it, today.
    """
    if target in shelf.glossary and shelf.has_page(shelf.session.entry_docname(target)):
        entry: Entry = shelf.glossary[target]
        return Link(shelf.session.entry_docname(target), entry.name_at(day or date.max))
    article = shelf.article_docname(target)
    if article in shelf.domain.pages:
        return Link(article, shelf.domain.pages[article].title)
    labels = shelf.app.env.domains.standard_domain.labels
    if target in labels:
        docname, anchor, title = labels[target]
        return Link(docname, title, anchor=anchor)
    titles = shelf.app.env.titles
    return Link(target, titles[target].astext()) if target in titles else None
