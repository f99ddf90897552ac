"""How a timeline is spelled: grouped by year for HTML, a plain list elsewhere."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from course_reader.marks.domain import TimelineAsked
from course_reader.model.entry import Kind
from course_reader.pages.markup import Html, Linker, a, box, span
from course_reader.views.chronology import READINGS
from course_reader.views.records import Happening

if TYPE_CHECKING:
    from course_reader.views.library import Library

#: the kinds of entries that have a date
KINDS = (Kind.EVENTS, Kind.AGREEMENTS)

_WORDS = {str(kind): kind.word for kind in KINDS} | {READINGS: "reading"}

_NOTHING = "Nothing that belongs here has a date."

#: More years than this get links to jump to.
_FEW_YEARS = 3


def fill(asked: TimelineAsked, shelf: Library, links: Linker) -> list[nodes.Node]:
    """A timeline as HTML; the theme's script adds the choices of what is shown."""
    years = [(year, list(group)) for year, group in groupby(shelf.timeline(asked), key=lambda row: row.year)]
    if not years:
        return [nodes.paragraph("", _NOTHING)]
    prefix = f"timeline-{asked.number + 1}-year" if asked.number else "year"
    parts = [_year(f"{prefix}-{year}", year, group, links) for year, group in years]
    if len(years) > _FEW_YEARS:
        jumps = [text for year, _ in years for text in (a(f"#{prefix}-{year}", str(year)), " ")]
        parts.insert(0, box("p", *jumps, classes=("reader-letters",)))
    node = nodes.raw("", box("div", *parts, classes=("reader-chronicle",)), format="html")
    # What a gloss says is found on the page of its entry.
    node["classes"] = ["no-search"]
    return [node]


def _year(anchor: str, year: int, rows: list[Happening], links: Linker) -> Html:
    items = box("ol", *(_item(row, links) for row in rows), classes=("reader-timeline",))
    return box("section", box("h2", str(year)), items, classes=("reader-year",), id=anchor)


def _item(row: Happening, links: Linker) -> Html:
    parts = [links.link(row.docname, row.name, classes=("gloss-name",)), " ", span(_WORDS[row.kind], "gloss-kind")]
    if row.text or row.versions:
        parts += [" ", span(row.text, "gloss-text")]
    versions = [[str(v.since or ""), v.name, v.text] for v in row.versions]
    return box(
        "li",
        span(row.when, "when"),
        " ",
        box("div", *parts, classes=("what",)),
        classes=(row.kind,),
        # For the script alone: what a reader could know on the day of an article.
        data_kind=row.kind,
        data_known=row.known.isoformat(),
        data_last=row.last.isoformat() if row.opened else "",
        data_opened=row.opened,
        data_versions=json.dumps(versions, ensure_ascii=False) if versions else "",
        data_article=row.docname if row.kind == READINGS else "",
    )


def plain(asked: TimelineAsked, shelf: Library) -> nodes.Element:
    """A timeline for a format without links and boxes."""
    lines = [f"{row.when}: {row.name} ({_WORDS[row.kind]}). {row.text}".strip() for row in shelf.timeline(asked)]
    if not lines:
        return nodes.paragraph("", _NOTHING)
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", line)) for line in lines))
