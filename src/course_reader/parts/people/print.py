"""Part of a pack: the people whom its articles name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_reader.model.entry import Person
from course_reader.tree.content import Item
from course_reader.views.order import sort_key

if TYPE_CHECKING:
    from course_reader.pdf.book import Book


def make(book: Book) -> list[Item]:
    """Who is named, each with the roles of these days."""
    rows = []
    days = [(book.shelf.domain.pages[d].day, book.shelf.domain.pages[d]) for d in book.articles]
    named = dict.fromkeys(m.entry for _, page in days for m in book.shelf.known(page))
    for entry in sorted(named, key=lambda i: sort_key(book.shelf.glossary[i].sort_key)):
        person = book.shelf.glossary[entry]
        if not isinstance(person, Person):
            continue
        views = [book.shelf.gloss(entry, day) for day, page in days if any(m.entry == entry for m in page.mentions)]
        roles = list(dict.fromkeys(v.role for v in views if v.role))
        text = " ".join([*roles, views[-1].text])
        rows.append({"name": views[0].name, "text": text, "to": views[0].docname})
    if not rows:
        return []
    return [{"t": "people", "title": "People you will meet", "label": "part:people", "rows": rows}]
