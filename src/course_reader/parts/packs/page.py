"""What the page of a pack shows: its reading list, and the file to print."""

from __future__ import annotations

import shutil
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from course_reader.marks.domain import sheet_docname
from course_reader.model.pack import Pack
from course_reader.pages.markup import Linker, a, around_title, as_nodes, box, joined
from course_reader.parts.lists import page as listings
from course_reader.parts.packs.values import packs
from course_reader.sphinx_ext.session import session
from course_reader.views.library import Library
from course_reader.views.records import PackView

#: where the site keeps the printed packs
FOLDER = "_packs"

_PAPER = {"a4": "A4", "letter": "US Letter"}


def add(document: nodes.document, pack: Pack, view: PackView, shelf: Library, links: Linker) -> None:
    """Put a reading list in the place of the table of contents, and a head above it."""
    section = next(document.findall(nodes.section), None)
    if section is None:
        return
    for toctree in list(document.findall(addnodes.toctree)):
        toctree["hidden"] = True
    rows = [
        ", ".join(filter(None, (pack.course, pack.instructor, pack.term))),
        f"{_PAPER[pack.paper]}, {'both sides' if pack.sides == 'two' else 'one side'}",
    ]
    lines = [box("p", row) for row in rows if row]
    # A book holds no other books.
    if view.size and links.builder.name != "epub":
        address = links.file(f"{FOLDER}/{view.name}.pdf")
        label = f"The pack to print (PDF, {_size(view.size)})"
        lines.insert(0, box("p", a(address, label, ("pack-pdf",), type="application/pdf")))
    if view.cards and links.builder.name != "epub":
        lines.append(box("p", links.link(sheet_docname(links.docname), "Before you read", classes=("head-before",))))
    if pack.subtitle:
        lines.insert(0, box("p", pack.subtitle, classes=("reader-lead",)))
    around_title(
        section, box("p", "Course pack", classes=("reader-kicker",)), box("div", *lines, classes=("reader-head",))
    )
    cards = box("ol", *(listings.card(card, links) for card in view.cards), classes=("reader-cards",))
    section += as_nodes(joined(box("h2", "The readings"), cards))


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count > 500_000 else f"{max(1, round(count / 1000))} kB"


def copy_printed(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`: put the printed packs into the site."""
    if error or app.builder.format != "html" or app.builder.name == "epub":
        return
    for pack in packs(app):
        source = Path(app.srcdir, session(app).settings.packs, f"{pack.name}.pdf")
        if source.is_file():
            target = Path(app.outdir, FOLDER, source.name)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(source, target)
