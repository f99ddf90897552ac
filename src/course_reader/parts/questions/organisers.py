"""Graphic organisers: empty tables for the answers to questions, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course_reader.pages.markup import Html, Linker, box
from course_reader.parts.questions.values import Keys, Organiser
from course_reader.tree.below import BlocksBelow
from course_reader.tree.book import Book
from course_reader.tree.records import Block, Cell, Par, Table
from course_reader.tree.tables import USUAL
from course_reader.views.at import At


@dataclass(frozen=True, slots=True)
class OrganiserView:
    """An organiser for one question."""

    #: the number of the question
    number: int
    title: str
    columns: tuple[str, ...]
    #: the first cell of each row; "" for an empty one
    rows: tuple[str, ...]

    @property
    def heading(self) -> str:
        """The words above the table."""
        return f"{self.title} (question {self.number})"


def organisers(at: At) -> tuple[OrganiserView, ...]:
    """The organisers for the questions on an article."""
    asked = enumerate(at.keys(Keys).questions, start=1)
    return tuple(_view(number, question.organiser) for number, question in asked if question.organiser)


def _view(number: int, organiser: Organiser) -> OrganiserView:
    rows = organiser.rows if isinstance(organiser.rows, tuple) else ("",) * organiser.rows
    return OrganiserView(number, organiser.title, organiser.columns, rows)


def page(views: tuple[OrganiserView, ...], links: Linker) -> Iterator[Html]:
    """The tables, for printing from the browser."""
    for view in views:
        head = box("tr", *(box("th", column, scope="col") if column else box("td", "") for column in view.columns))
        rows = []
        for first in view.rows:
            cells = [box("th", first, scope="row") if first else box("td", "")]
            rows.append(box("tr", *cells, *(box("td", "") for _ in view.columns[1:])))
        caption = box("caption", view.heading)
        yield box("table", caption, box("thead", head), box("tbody", *rows), classes=("reader-organiser", "no-search"))


def printed(views: tuple[OrganiserView, ...], book: Book) -> BlocksBelow:
    """The tables, with room to write."""
    return BlocksBelow(t="blocks", title="Organisers", c=[_table(view) for view in views])


def _table(view: OrganiserView) -> Block:
    rows = [[_cell(first), *(_cell("") for _ in view.columns[1:])] for first in view.rows]
    head = [[_cell(column) for column in view.columns]]
    columns = [1] * len(view.columns)
    return Table(
        t="table",
        columns=columns,
        given=True,
        scale=USUAL,
        turned=False,
        head=head,
        rows=rows,
        caption=[view.heading],
        ruled=True,
    )


def _cell(words: str) -> Cell:
    """A cell; an empty one has no paragraph, which a voice would stop at, and the template gives it its height."""
    return Cell(c=[Par(t="par", n=None, ids=[], c=[words])] if words else [], cols=1, rows=1)
