"""Part of a pack: the people named in its articles."""

from __future__ import annotations

from course_reader.model.entry import Person
from course_reader.tree.book import Book
from course_reader.tree.pack import EntryRow
from course_reader.tree.parts import PeoplePart
from course_reader.views.order import sort_key


def make(book: Book) -> list[PeoplePart]:
    """The people, each with the roles held on the days of the articles."""
    rows = []
    days = [(book.library.pages[d].day, book.library.pages[d]) for d in book.articles]
    named = dict.fromkeys(m.entry for _, page in days for m in book.library.known(page))
    for entry in sorted(named, key=lambda i: sort_key(book.library.glossary[i].sort_key)):
        person = book.library.glossary[entry]
        if not isinstance(person, Person):
            continue
        views = [book.library.gloss(entry, day) for day, page in days if any(m.entry == entry for m in page.mentions)]
        roles = list(dict.fromkeys(v.role for v in views if v.role))
        text = " ".join([*roles, views[-1].text])
        rows.append(EntryRow(name=views[0].name, text=text, to=views[0].docname))
    if not rows:
        return []
    return [PeoplePart(t="people", title="People you will meet", label="part:people", rows=rows)]
