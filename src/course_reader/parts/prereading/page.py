"""The sheets to be read before articles and packs as pages of their own; an e-book has them in its articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from course_reader.marks.domain import sheet_docname
from course_reader.pages.markup import Html, Linker, box, joined, span
from course_reader.parts.map.page import pictures
from course_reader.parts.packs.values import packs
from course_reader.parts.prereading.values import Line, SheetView, article_sheet, pack_sheet, sheet_map
from course_reader.views.library import library

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KIND = "sheet"

_TITLE = "Before you read"
_HINT = ". It tells what the first readers knew, and nothing of what came later."


def all_sheets(app: Sphinx) -> Iterator[SheetView]:
    """The sheet of each article and of each pack; none where an author has written a page of that name."""
    shelf = library(app)
    for docname, _ in shelf.articles:
        if sheet_docname(docname) not in app.env.found_docs:
            yield article_sheet(shelf, docname)
    for pack in packs(app):
        if pack.articles and sheet_docname(pack.docname) not in app.env.found_docs:
            yield pack_sheet(shelf, pack)


def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """On `html-collect-pages`: the pages whose content changed, or that are older than the theme."""
    builder = app.builder
    if builder.name == "epub" or not isinstance(builder, StandaloneHTMLBuilder):
        return
    stale = stale_of(app)
    for sheet in all_sheets(app):
        if sheet.docname in stale or _is_older(builder, sheet):
            links = Linker(builder, sheet.docname)
            context = {"title": f"{_TITLE}: {sheet.title}", "parents": [], "reader_page_kind": KIND}
            yield sheet.docname, context | {"body": page(sheet, links)}, "page.html"


def _is_older(builder: StandaloneHTMLBuilder, sheet: SheetView) -> bool:
    """Whether a sheet's page is missing, or older than a template of the theme."""
    own = Path(builder.get_outfilename(sheet.docname))
    templates = builder.templates
    newest = templates.newest_template_mtime() if templates else 0
    return not own.is_file() or own.stat().st_mtime < newest


def made_with(app: Sphinx) -> str:
    """What the pages of a site depend on besides their content: settings and theme, as Sphinx sums them up."""
    info = getattr(app.builder, "build_info", None)
    return f"{getattr(info, 'config_hash', '')} {getattr(info, 'tags_hash', '')}"


_KEY = "reader_stale_sheets"


def note_stale(app: Sphinx, docnames: set[str]) -> None:
    """Remember which sheets changed since they were last written."""
    app.__dict__[_KEY] = docnames


def stale_of(app: Sphinx) -> set[str]:
    """The documents of the sheets that changed."""
    found: set[str] = app.__dict__.get(_KEY, set())
    return found


def page(sheet: SheetView, links: Linker) -> Html:
    """A sheet as the whole of a page."""
    of = links.link(sheet.of, sheet.title)
    readings = [joined(links.link(r.docname, r.title), f" ({r.when})" if r.when else "") for r in sheet.readings]
    is_pack = len(readings) > 1 or sheet.readings[0].docname != sheet.of
    lead = joined(of, f", {sheet.readings[0].when}" if sheet.readings[0].when and not is_pack else "")
    return joined(
        box("p", _TITLE, classes=("reader-kicker",)),
        box("h1", sheet.title),
        box("p", "Read this first, then ", lead, _HINT, classes=("sheet-lead",)),
        *([box("p", "With ", Html("; ".join(readings)), ".", classes=("sheet-readings",))] if is_pack else []),
        body(sheet, links, "h2"),
    )


def body(sheet: SheetView, links: Linker, heading: str, *, words: bool = True) -> Html:
    """The parts of a sheet.

    Args:
        sheet: What it shows.
        links: Addresses.
        heading: The tag of the headings of its parts.
        words: Whether it has the hard words.
    """
    # The map is as high as everything that stands in words on the other side.
    left = [
        _part("people", heading, "People you will meet", _lines(sheet.people, links)),
        _part("places", heading, "Places", _lines(sheet.places, links)),
        _part("questions", heading, "Keep in mind while you read", _questions(sheet)),
    ]
    right = [
        _part("map", heading, "On the map", _map(sheet, links)),
        _part("dates", heading, "What happened before", _dates(sheet.dates, links)),
    ]
    parts = [box("div", *column, classes=("sheet-column",)) for column in (left, right) if any(column)]
    if words:
        parts.append(_part("words", heading, "Hard words", _words(sheet)))
    return box("div", *parts, classes=("sheet-grid",))


def _map(sheet: SheetView, links: Linker) -> Html:
    if not sheet.spots:
        return Html()
    # In a book a map is a file, and a file's links lead nowhere.
    shown = {} if links.builder.name == "epub" else {line.entry: line.docname for line in sheet.places}
    spots = [replace(spot, to=links.to(shown[spot.id])) if spot.id in shown else spot for spot in sheet.spots]
    return box("figure", pictures([sheet_map(spots)], links, "sheet"), classes=("reader-map",))


def _part(name: str, heading: str, title: str, content: Html) -> Html:
    return box("section", box(heading, title), content, classes=(f"sheet-{name}",)) if content else Html()


def _lines(lines: tuple[Line, ...], links: Linker) -> Html:
    rows = [row for line in lines for row in (box("dt", links.link(line.docname, line.name)), box("dd", line.text))]
    return box("dl", *rows) if rows else Html()


def _dates(lines: tuple[Line, ...], links: Linker) -> Html:
    rows = [
        box(
            "li",
            span(line.when, "when"),
            " ",
            box("div", links.link(line.docname, line.name), f". {line.text}", classes=("what",)),
        )
        for line in lines
    ]
    return box("ol", *rows, classes=("reader-timeline",)) if rows else Html()


def _questions(sheet: SheetView) -> Html:
    return box("ol", *(box("li", question) for question in sheet.questions)) if sheet.questions else Html()


def _words(sheet: SheetView) -> Html:
    rows: list[Html] = []
    for word in sheet.words:
        part = [" ", span(word.part, "word-part")] if word.part else []
        rows += [box("dt", word.word, *part), box("dd", word.means)]
    return box("dl", *rows, classes=("words",)) if rows else Html()
