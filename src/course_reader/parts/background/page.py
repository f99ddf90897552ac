"""The sections of the background chapter on pages: their years, their summaries, and the pages that need them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from course_reader.marks.front import front_of
from course_reader.pages.markup import Html, Linker, as_nodes, box, joined, span
from course_reader.parts.background.values import ChapterView, Needed, SectionView
from course_reader.speech import say
from course_reader.views.at import At
from course_reader.views.records import Link


class PutYears(SphinxTransform):
    """Put the years of each section below its heading when a chapter is read, so that every format shows them.

    719: just before `MarkPage`, which searches them for names.
    """

    default_priority: ClassVar[int] = 719

    def apply(self, **kwargs: object) -> None:
        """Put the years into one document."""
        front = front_of(self.env)
        if front is None or front.chapter is None:
            return
        years = {section.anchor: section.years for section in front.chapter.sections if section.years}
        for section in self.document.findall(nodes.section):
            text = next((years[name] for name in [*section["names"], *section["ids"]] if name in years), None)
            if text:
                line = nodes.paragraph("", "", nodes.strong("", text), classes=["section-years"])
                line.source, line.line = section.source, section.line
                section.insert(1, line)


def setup(app: Sphinx) -> None:
    """Register the transform."""
    app.add_transform(PutYears)


def to_read(sections: tuple[SectionView, ...], links: Linker) -> Iterator[Html]:
    """The sections that a page links to, each with its summary, which is in the margin on wide screens."""
    rows = [box("li", *_section(section, links)) for section in sections]
    yield box("ul", *rows, classes=("reader-background-links",))


def _section(section: SectionView, links: Linker) -> Iterator[Html]:
    years = span(section.years, "section-when") if section.years else ""
    yield box("p", links.link(section.docname, section.title, section.anchor), *([" ", years] if years else []))
    if section.short:
        yield box("p", section.short, classes=("section-short",))


def fill(document: nodes.document, view: ChapterView, at: At, links: Linker) -> None:
    """Begin each section of a chapter with its summary, and end it with the pages that need it."""
    by_id = {anchor: section for section in document.findall(nodes.section) for anchor in section["ids"]}
    for item in view.sections:
        section = by_id.get(item.anchor)
        if section is not None and item.short:
            short = box("p", span(say("In short:") + " ", "short-label"), item.short, classes=("section-short",))
            place = 2 if _is_years(section.children[1]) else 1
            section[place:place] = as_nodes(short)
    for need in view.needed:
        if need.anchor in by_id:
            by_id[need.anchor] += as_nodes(box("div", *_needed(need, links), classes=("section-needed", "no-search")))


def _is_years(node: nodes.Node) -> bool:
    return isinstance(node, nodes.paragraph) and "section-years" in node["classes"]


def _needed(need: Needed, links: Linker) -> Iterator[Html]:
    for label, pages in (
        (say("Articles that need this:"), need.articles),
        (say("Entries that need this:"), need.entries),
    ):
        if pages:
            yield box("p", span(label + " ", "needed-label"), _listed(pages, links), ".")


def _listed(pages: tuple[Link, ...], links: Linker) -> Html:
    items: list[str] = []
    for page in pages:
        items += ["; ", links.link(page.docname, page.title)]
    return joined(*items[1:])
