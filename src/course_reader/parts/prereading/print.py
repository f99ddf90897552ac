"""Part of a pack: a sheet to be read before all of it, and one before each of its articles."""

from __future__ import annotations

from course_reader.maps.look import PRINT
from course_reader.parts.prereading.values import Line, SheetView, article_sheet, pack_sheet, sheet_map
from course_reader.parts.words.print import word_rows
from course_reader.tree.book import BEFORE, Book
from course_reader.tree.pack import DateRow, EntryRow, MapImage
from course_reader.tree.parts import PrereadingPart
from course_reader.tree.prose import running


def make(book: Book) -> list[PrereadingPart]:
    """The sheets; one article alone needs no second one for its pack."""
    sheets = [article_sheet(book.library, docname) for docname in book.articles]
    if len(sheets) > 1:
        sheets.insert(0, pack_sheet(book.library, book.page))
    return [_sheet(sheet) for sheet in sheets]


def label_of(sheet: SheetView) -> str:
    """The label of a sheet, which its article or its pack does not have."""
    return BEFORE + sheet.of


def _sheet(sheet: SheetView) -> PrereadingPart:
    when = sheet.readings[0].when if len(sheet.readings) == 1 else ""
    return PrereadingPart(
        t="prereading",
        label=label_of(sheet),
        title=f"Before you read: {sheet.title}",
        running=running("Before you read"),
        of=sheet.of,
        when=when,
        people=_named(sheet.people),
        places=_named(sheet.places),
        map=_map(sheet) if sheet.spots else None,
        dates=[DateRow(when=line.when, text=f"{line.name}. {line.text}", to=None, now=False) for line in sheet.dates],
        questions=list(sheet.questions),
        words=word_rows(sheet.words),
    )


def _map(sheet: SheetView) -> MapImage:
    drawing = sheet_map(sheet.spots, PRINT)
    return MapImage(svg=drawing.svg, alt=f"{drawing.title}. {drawing.description}")


def _named(lines: tuple[Line, ...]) -> list[EntryRow]:
    return [EntryRow(name=line.name, text=line.text, to=line.docname) for line in lines]
