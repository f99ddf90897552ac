"""What is wrong with a printed pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course_reader.model.problems import Code, Problem
from course_reader.pdf.passes import Printed
from course_reader.tree.book import BEFORE, Book
from course_reader.tree.content import walk

#: 1 mm in points
_MM = 72 / 25.4


def found_in(printed: Printed, book: Book, path: str) -> Iterator[Problem]:
    """Notes missing in print, pages that did not settle, notes far from their lines, and long pre-reading pages.

    Args:
        printed: The result of printing.
        book: What should have been printed.
        path: The file of the pack.
    """
    lost = set(book.expected) - {note.id for note in printed.notes} - printed.layout.dropped
    if lost:
        message = f"notes missing in print ({len(lost)}): {', '.join(sorted(lost)[:5])}"
        yield Problem(path, 0, Code.NOT_PRINTED, message)
    yield from _unsettled(printed, path)
    # Large letters may need more than a page.
    for label in book.prereading_labels() if book.page.edition != "large" else ():
        first, last = printed.sheets.get(label, (0, 0))
        if first != last:
            of, count = label.removeprefix(BEFORE), last - first + 1
            message = f"{of}: its pre-reading page fills {count} pages; choose fewer hard words or dates"
            yield Problem(path, 1, Code.PREREADING_LONG, message)
    pages = {note.id: note.page for note in printed.notes}
    for page in sorted({pages[note] for note in printed.far}):
        shifts = [shift for note, shift in printed.far.items() if pages[note] == page]
        what = f"{len(shifts)} notes are" if len(shifts) > 1 else "a note is"
        message = (
            f"on page {page} of the PDF {what} more than 160 mm from the line (up to {max(shifts) / _MM:.0f} mm); "
            "shorten the glosses there, or gloss fewer mentions"
        )
        yield Problem(path, 0, Code.FAR_NOTE, message)


def without_description(parts: Any) -> list[str]:
    """The addresses of the pictures in some parts that have no description."""
    kinds = ("figure", "picture")
    images = [image for item in walk(parts) if item.get("t") in kinds for image in item.get("images", [item])]
    return sorted({image["uri"] for image in images if not image["alt"]})


def _unsettled(printed: Printed, path: str) -> Iterator[Problem]:
    if not printed.proved:
        message = f"the margin did not settle in {printed.passes} passes; the notes are at the foot of the pages"
        yield Problem(path, 0, Code.MARGIN_UNSETTLED, message)
        return
    for page in sorted(printed.unsettled):
        message = f"the margin of page {page} of the PDF did not settle; its notes are at the foot of the page"
        yield Problem(path, 0, Code.MARGIN_UNSETTLED, message)
