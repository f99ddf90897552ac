"""The sections of the background chapter: their years, their short versions, and who needs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes

from course_reader.model.article import Section
from course_reader.pages.markup import Html, Linker, as_nodes, box, joined, page_part, span
from course_reader.pages.nodes import part
from course_reader.views.records import Link, Needed, SectionView


def put_years(document: nodes.document, sections: Iterable[Section]) -> None:
    """Put the years of each section below its heading, when the page is read, so that every format prints them."""
    years = {section.anchor: section.years for section in sections if section.years}
    for section in document.findall(nodes.section):
        text = next((years[name] for name in _anchors(section) if name in years), None)
        if text:
            line = nodes.paragraph("", "", nodes.strong("", text), classes=["section-years"])
            line.source, line.line = section.source, section.line
            section.insert(1, line)


def _anchors(section: nodes.section) -> list[str]:
    return [*section["names"], *section["ids"]]


def background_part(sections: Iterable[SectionView], links: Linker) -> part:
    """The sections that a page leads to, each with its short version; on wide screens that stands in the margin."""
    rows = [box("li", *_told(section, links)) for section in sections]
    background = box("ul", *rows, classes=("reader-background-links",))
    return page_part("background-to-read", "Background to read", background, classes=("reader-background", "no-search"))


def _told(section: SectionView, links: Linker) -> Iterator[Html]:
    years = span(section.years, "section-when") if section.years else ""
    yield box("p", links.link(section.docname, section.title, section.anchor), *([" ", years] if years else []))
    if section.short:
        yield box("p", section.short, classes=("section-short",))


def add(document: nodes.document, sections: Iterable[SectionView], needed: Iterable[Needed], links: Linker) -> None:
    """Begin each section of a chapter with its short version, and end it with the pages that need it."""
    by_id = {anchor: section for section in document.findall(nodes.section) for anchor in section["ids"]}
    for told in sections:
        section = by_id.get(told.anchor)
        if section is not None and told.short:
            short = box("p", span("In short: ", "short-label"), told.short, classes=("section-short",))
            at = 2 if _is_years(section.children[1]) else 1
            section[at:at] = as_nodes(short)
    for need in needed:
        if need.anchor in by_id:
            by_id[need.anchor] += as_nodes(box("div", *_needed(need, links), classes=("section-needed", "no-search")))


def _is_years(node: nodes.Node) -> bool:
    return isinstance(node, nodes.paragraph) and "section-years" in node["classes"]


def _needed(need: Needed, links: Linker) -> Iterator[Html]:
    for label, pages in (("Articles that need this: ", need.articles), ("Entries that need this: ", need.entries)):
        if pages:
            yield box("p", span(label, "needed-label"), _listed(pages, links), ".")


def _listed(pages: tuple[Link, ...], links: Linker) -> Html:
    items: list[str] = []
    for page in pages:
        items += ["; ", links.link(page.docname, page.title)]
    return joined(*items[1:])
