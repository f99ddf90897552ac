"""The page of a pack: its reading list, and the file to print."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

from course_reader.model.outputs import PLAIN
from course_reader.pages.markup import Html, Linker, a, around_title, as_nodes, box, joined
from course_reader.parts.lists.page import cards
from course_reader.parts.packs.values import PackView, PrintedEdition
from course_reader.parts.prereading.values import prereading_docname
from course_reader.speech import say
from course_reader.views.at import At

#: where the site keeps the printed packs
FOLDER = "_packs"

_EDITIONS = {
    PLAIN: "Print this pack",
    "student": "Print the student’s edition",
    "large": "Print it in large letters",
    "teacher": "Print the teacher’s edition",
}
_PAPER = {"a4": "A4", "a5": "A5", "letter": "US Letter", "legal": "US Legal"}


def fill(document: nodes.document, view: PackView, at: At, links: Linker) -> None:
    """Replace the table of contents by a reading list, with a head above it."""
    section = next(document.findall(nodes.section), None)
    if section is None:
        return
    for toctree in list(document.findall(addnodes.toctree)):
        toctree["hidden"] = True
    pack = view.record
    rows = [
        ", ".join(filter(None, (pack.course, pack.instructor, pack.term))),
        f"{_PAPER[pack.paper]}, {'both sides' if pack.sides == 'two' else 'one side'}",
    ]
    lines = [box("p", row) for row in rows if row]
    # An e-book does not contain the PDF.
    if not links.is_book:
        lines[:0] = [_printed(one, links) for one in view.files]
    if any(card.minutes is not None for card in view.cards) and not links.is_book:
        lines.append(
            box("p", links.link(prereading_docname(at.docname), say("Before you read"), classes=("head-before",)))
        )
    if pack.subtitle:
        lines.insert(0, box("p", pack.subtitle, classes=("reader-lead",)))
    around_title(
        section, box("p", say("Course pack"), classes=("reader-kicker",)), box("div", *lines, classes=("reader-head",))
    )
    section += as_nodes(joined(box("h2", say("The readings")), cards(view.cards, links)))


def _printed(one: PrintedEdition, links: Linker) -> Html:
    """The link to a printed file, with its size."""
    label = f"{say(_EDITIONS[one.edition])} (PDF, {_size(one.size)})"
    return box("p", a(links.file(f"{FOLDER}/{one.file}"), label, ("pack-pdf",), type="application/pdf"))


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count > 500_000 else f"{max(1, round(count / 1000))} kB"
