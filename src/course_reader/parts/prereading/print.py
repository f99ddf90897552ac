"""Part of a pack: a pre-reading page for the whole pack, and one for each of its articles."""

from __future__ import annotations

from course_reader.maps.look import PRINT
from course_reader.parts.hard_words.print import word_rows
from course_reader.parts.prereading.values import Line, PrereadingView, of_article, of_pack, prereading_map
from course_reader.tree.book import BEFORE, Book
from course_reader.tree.pack import DateRow, EntryRow, MapImage
from course_reader.tree.parts import PrereadingPart
from course_reader.tree.prose import running


def make(book: Book) -> list[PrereadingPart]:
    """The pre-reading pages; a pack with a single article needs no page for the whole pack."""
    views = [of_article(book.library, docname) for docname in book.texts()]
    if len(views) > 1:
        views.insert(0, of_pack(book.library, book.page))
    return [_part(view) for view in views]


def label_of(view: PrereadingView) -> str:
    """The label of a pre-reading page, which differs from that of its article or pack."""
    return BEFORE + view.of


def _part(view: PrereadingView) -> PrereadingPart:
    when = view.readings[0].when if len(view.readings) == 1 else ""
    return PrereadingPart(
        t="prereading",
        label=label_of(view),
        title=f"Before you read: {view.title}",
        running=running("Before you read"),
        of=view.of,
        when=when,
        people=_named(view.people),
        places=_named(view.places),
        map=_map(view) if view.spots else None,
        dates=[DateRow(when=line.when, text=f"{line.name}. {line.text}", to=None, now=False) for line in view.dates],
        questions=list(view.questions),
        words=word_rows(view.words),
    )


def _map(view: PrereadingView) -> MapImage:
    drawing = prereading_map(view.spots, PRINT)
    return MapImage(svg=drawing.svg, alt=f"{drawing.title}. {drawing.description}")


def _named(lines: tuple[Line, ...]) -> list[EntryRow]:
    return [EntryRow(name=line.name, text=line.text, to=line.docname) for line in lines]
