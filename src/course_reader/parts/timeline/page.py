"""The rendering of a timeline: grouped by year in HTML, a plain list elsewhere; and its directive."""

from __future__ import annotations

import json
from itertools import groupby
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_reader.model.dates import in_order, parse
from course_reader.model.entry import Kind
from course_reader.pages.listing import leave_place, listed_above
from course_reader.pages.markup import Html, Linker, a, box, span
from course_reader.parts.timeline.values import READINGS, Happening, TimelineAsked
from course_reader.speech import say
from course_reader.views.at import At

#: the kinds of entries that have a date
KINDS = (Kind.EVENTS, Kind.AGREEMENTS)

_WORDS = {str(kind): kind.word for kind in KINDS} | {READINGS: "reading"}

_NOTHING = "There are no dates to show."

#: With more years than this, links to the years are added.
_FEW_YEARS = 3


def fill(rows: tuple[Happening, ...], asked: TimelineAsked, at: At, links: Linker) -> list[nodes.Node]:
    """A timeline as HTML; the theme's script adds filters."""
    years = [(year, list(group)) for year, group in groupby(rows, key=lambda row: row.year)]
    if not years:
        return [nodes.paragraph("", _NOTHING)]
    prefix = f"timeline-{asked.number + 1}-year" if asked.number else "year"
    parts = [_year(f"{prefix}-{year}", year, group, links) for year, group in years]
    if len(years) > _FEW_YEARS:
        jumps = [text for year, _ in years for text in (a(f"#{prefix}-{year}", str(year)), " ")]
        parts.insert(0, box("p", *jumps, classes=("reader-letters",)))
    node = nodes.raw("", box("div", *parts, classes=("reader-chronicle",)), format="html")
    # The text of a gloss is found on the page of its entry.
    node["classes"] = ["no-search"]
    return [node]


def _year(anchor: str, year: int, rows: list[Happening], links: Linker) -> Html:
    items = box("ol", *(_item(row, links) for row in rows), classes=("reader-timeline",))
    return box("section", box("h2", str(year)), items, classes=("reader-year",), id=anchor)


def _item(row: Happening, links: Linker) -> Html:
    parts = [links.link(row.docname, row.name, classes=("gloss-name",)), " ", span(say(_WORDS[row.kind]), "gloss-kind")]
    if row.text or row.versions:
        parts += [" ", span(row.text, "gloss-text")]
    versions = [[str(v.since or ""), v.name, v.text] for v in row.versions]
    return box(
        "li",
        span(row.when, "when"),
        " ",
        box("div", *parts, classes=("what",)),
        classes=(row.kind,),
        # For the script only: the state of knowledge on the day of an article.
        data_kind=row.kind,
        data_known=row.known.isoformat(),
        data_last=row.last.isoformat() if row.opened else "",
        data_opened=row.opened,
        data_versions=json.dumps(versions, ensure_ascii=False) if versions else "",
        data_article=row.docname if row.kind == READINGS else "",
    )


def plain(rows: tuple[Happening, ...], asked: TimelineAsked) -> nodes.Element:
    """A timeline for a format without links and boxes."""
    lines = [f"{row.when}: {row.name} ({_WORDS[row.kind]}). {row.text}".strip() for row in rows]
    if not lines:
        return nodes.paragraph("", _NOTHING)
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", line)) for line in lines))


class TimelineDirective(SphinxDirective):
    """Events, agreements and articles in chronological order."""

    option_spec: ClassVar = {
        "kind": lambda text: directives.choice(text, ["all", *KINDS]),
        "from": parse,
        "to": parse,
    }

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder for the timeline."""
        start, end = self.options.get("from"), self.options.get("to")
        if not in_order(start, end):
            raise self.error(f"the timeline ends ({end}) before it starts ({start})")
        number = listed_above(self, TimelineAsked)
        return leave_place(self, TimelineAsked(self.options.get("kind", "all"), start, end, number))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("timeline", TimelineDirective)
