"""Part of a pack: rights and credits."""

from __future__ import annotations

from course_reader.parts.rights.values import rights_row
from course_reader.tree.book import Book
from course_reader.tree.parts import RightsPart
from course_reader.tree.records import Inline


def make(book: Book) -> list[RightsPart]:
    """A table with a row for each article, and lines of credit for entries of others and for the reader."""
    files = book.library.glossary.files
    origins = dict.fromkeys(files[entry_id].origin for entry_id in book.mentions if entry_id in files)
    credits: list[list[Inline]] = [[f"Entries of the glossary: {origin.credit}"] for origin in origins if origin]
    about = book.library.documents
    credits.append([f"{about.project}." + (f" © {about.copyright.rstrip('.')}." if about.copyright else "")])
    rows = [rights_row(book, docname) for docname in book.articles]
    return [RightsPart(t="rights", title="Rights and credits", label="part:rights", rows=rows, credits=credits)]
