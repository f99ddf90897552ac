"""Pre-reading pages on the site; an e-book has them in its articles."""

from __future__ import annotations

from dataclasses import replace

from course_reader.pages.markup import Html, Linker, box, joined, span
from course_reader.parts.hard_words.page import definitions
from course_reader.parts.map.page import pictures
from course_reader.parts.prereading.values import HINT, Line, PrereadingView, prereading_map
from course_reader.speech import say

_TITLE = "Before you read"


def page(view: PrereadingView, links: Linker) -> tuple[str, Html]:
    """The title and the body of a pre-reading page."""
    of = links.link(view.of, view.title)
    readings = [joined(links.link(r.docname, r.title), f" ({r.when})" if r.when else "") for r in view.readings]
    is_pack = len(readings) > 1 or view.readings[0].docname != view.of
    lead = joined(of, f", {view.readings[0].when}" if view.readings[0].when and not is_pack else "")
    content = joined(
        box("p", say(_TITLE), classes=("reader-kicker",)),
        box("h1", view.title),
        box("p", say("Read this first, then:") + " ", lead, f". {say(HINT)}", classes=("prereading-lead",)),
        *([box("p", "With ", Html("; ".join(readings)), ".", classes=("prereading-readings",))] if is_pack else []),
        body(view, links, "h2"),
    )
    return f"{say(_TITLE)}: {view.title}", content


def body(view: PrereadingView, links: Linker, heading: str, *, words: bool = True) -> Html:
    """The sections of a pre-reading page.

    Args:
        view: Its content.
        links: Addresses.
        heading: The tag of the headings of its sections.
        words: Whether to include the hard words.
    """
    # The map is about as high as all the text in the other column.
    left = [
        _part("people", heading, "People you will meet", _lines(view.people, links)),
        _part("places", heading, "Places", _lines(view.places, links)),
        _part("questions", heading, "Keep in mind while you read", _questions(view)),
    ]
    right = [
        _part("map", heading, "On the map", _map(view, links)),
        _part("dates", heading, "Earlier events", _dates(view.dates, links)),
    ]
    parts = [box("div", *column, classes=("prereading-column",)) for column in (left, right) if any(column)]
    if words:
        parts.append(_part("words", heading, "Hard words", definitions(view.words, where=False)))
    return box("div", *parts, classes=("prereading-grid",))


def _map(view: PrereadingView, links: Linker) -> Html:
    if not view.spots:
        return Html()
    # In an e-book a map is a file, and links in a file do not work.
    shown = {} if links.is_book else {line.entry: line.docname for line in view.places}
    spots = [replace(spot, to=links.to(shown[spot.id])) if spot.id in shown else spot for spot in view.spots]
    return box("figure", pictures([prereading_map(spots)], links, "prereading"), classes=("reader-map",))


def _part(name: str, heading: str, title: str, content: Html) -> Html:
    return box("section", box(heading, say(title)), content, classes=(f"prereading-{name}",)) if content else Html()


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


def _questions(view: PrereadingView) -> Html:
    return box("ol", *(box("li", question) for question in view.questions)) if view.questions else Html()
