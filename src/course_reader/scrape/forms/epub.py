"""E-books: the chapters of an EPUB in their order."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import Piece, PrintedRecord, draft_of_record
from course_reader.scrape.forms.zipped import member, member_names
from course_reader.scrape.records import Removed, ScrapeError


def _recognises(source: RawInput) -> bool:
    return "META-INF/container.xml" in (member_names(source) or ()) and b"epub" in source.binary[:100]


def read(source: RawInput) -> list[Draft]:
    """All chapters as one text, with the fields of the book."""
    from course_reader.scrape.forms.trees import name_of, parse_xml, pieces_of_html

    container = parse_xml(member(source, "META-INF/container.xml"))
    path = next((e.get("full-path", "") for e in container.iter() if name_of(e) == "rootfile"), "")
    package = parse_xml(member(source, path))
    record = PrintedRecord()
    for element in package.iter():
        name, words = name_of(element), " ".join("".join(element.itertext()).split())
        if name in ("title", "date", "language") and not getattr(record, name):
            setattr(record, name, words)
        elif name == "creator":
            record.byline = f"{record.byline}, {words}" if record.byline else words
        elif name == "publisher":
            record.outlet = words
    files = {e.get("id"): e.get("href", "") for e in package.iter() if name_of(e) == "item"}
    toc = {e.get("id") for e in package.iter() if name_of(e) == "item" and "nav" in e.get("properties", "").split()}
    spine = [e.get("idref") for e in package.iter() if name_of(e) == "itemref"]
    for one in spine:
        if one in files and one not in toc:
            inner = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(files[one])))
            record.pieces += pieces_of_html(member(source, inner))
    if not record.pieces:
        raise ScrapeError("this e-book has no text; it may be protected or made of pictures")
    head, record.pieces = _without_title(record)
    draft = draft_of_record(record)
    draft.removed += [Removed(piece.line, piece.text, Cut.TITLE_AGAIN) for piece in head]
    return [draft]


def _without_title(record: PrintedRecord) -> tuple[list[Piece], list[Piece]]:
    """The pieces that repeat the title at the start, and the others."""
    first = record.pieces[0]
    same = first.kind == "heading" and " ".join(first.text.split()).casefold() == record.title.casefold()
    return (record.pieces[:1], record.pieces[1:]) if same else ([], record.pieces)


FORM = InputForm("an e-book", _recognises, read)
