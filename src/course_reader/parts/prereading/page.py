"""How the pages to be read before articles and packs are written; an e-book has them in its articles."""

from __future__ import annotations

from dataclasses import replace

from course_reader.pages.markup import Html, Linker, box, joined, span
from course_reader.parts.map.page import pictures
from course_reader.parts.prereading.values import Line, SheetView, sheet_map
from course_reader.parts.words.page import definitions

_TITLE = "Before you read"
_HINT = ". It tells what the first readers knew, and nothing of what came later."


def page(sheet: SheetView, links: Linker) -> tuple[str, Html]:
    """A sheet as the whole of a page: its title and its body."""
    of = links.link(sheet.of, sheet.title)
    readings = [joined(links.link(r.docname, r.title), f" ({r.when})" if r.when else "") for r in sheet.readings]
    is_pack = len(readings) > 1 or sheet.readings[0].docname != sheet.of
    lead = joined(of, f", {sheet.readings[0].when}" if sheet.readings[0].when and not is_pack else "")
    content = joined(
        box("p", _TITLE, classes=("reader-kicker",)),
        box("h1", sheet.title),
        box("p", "Read this first, then ", lead, _HINT, classes=("sheet-lead",)),
        *([box("p", "With ", Html("; ".join(readings)), ".", classes=("sheet-readings",))] if is_pack else []),
        body(sheet, links, "h2"),
    )
    return f"{_TITLE}: {sheet.title}", content


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
        parts.append(_part("words", heading, "Hard words", definitions(sheet.words, where=False)))
    return box("div", *parts, classes=("sheet-grid",))


def _map(sheet: SheetView, links: Linker) -> Html:
    if not sheet.spots:
        return Html()
    # In a book a map is a file, and a file's links lead nowhere.
    shown = {} if links.is_book else {line.entry: line.docname for line in sheet.places}
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
