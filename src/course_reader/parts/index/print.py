"""Part of a pack: the pages that name each entry."""

from __future__ import annotations

from course_reader.tree.book import Book
from course_reader.tree.parts import IndexPart, IndexRow
from course_reader.views.order import sort_key


def make(book: Book) -> list[IndexPart]:
    """Names and their mentions; the texts must have been made before."""
    rows: list[IndexRow] = []
    for entry_id, places in book.mentions.items():
        if not places:
            continue
        entry = book.library.glossary[entry_id]
        rows.append(IndexRow(name=entry.sort_key, lang="en", see=None, mentions=[place["to"] for place in places]))
        rows += [
            IndexRow(name=alias.name, lang="en", see=entry.sort_key, mentions=[])
            for alias in entry.aliases
            if not alias.metonym and alias.name.split()[0] not in entry.name
        ]
    rows.sort(key=lambda row: sort_key(str(row["name"])))
    return [IndexPart(t="index", title="Index", label="part:index", rows=rows)] if rows else []
