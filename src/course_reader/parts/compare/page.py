"""The directive `reader-compare`, and the rendering of a comparison: columns in HTML, plain lists elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_reader.pages.listing import leave_place, place_of, remember
from course_reader.pages.markup import Html, Linker, box, joined, span
from course_reader.pages.nodes import COMPARE_THEME
from course_reader.parts.compare.values import CompareAsked, Comparison, LabelAsked, Line, Side, Theme
from course_reader.views.at import At
from course_reader.views.records import Link


class CompareDirective(SphinxDirective):
    """Two articles side by side: the author's themes in its body, then the computed ones."""

    required_arguments = 2
    has_content = True
    option_spec: ClassVar = {}

    def run(self) -> list[nodes.Node]:
        """Turn the definitions in the body into themes, and leave a placeholder for the computed ones."""
        asked = CompareAsked((self.arguments[0], self.arguments[1]), self.lineno)
        remember(self, asked)
        heads, place = place_of(self, replace(asked, heads=True)), place_of(self, asked)
        return [heads, *self._written(asked), place]

    def _written(self, asked: CompareAsked) -> Iterator[nodes.Node]:
        for node in self.parse_content_to_nodes(allow_section_headings=False):
            if not isinstance(node, nodes.definition_list):
                yield node
                continue
            for item in node.findall(nodes.definition_list_item):
                yield self._theme(item, asked)

    def _theme(self, item: nodes.definition_list_item, asked: CompareAsked) -> nodes.Node:
        """A theme: a term, and a definition for each article."""
        terms = [child for child in item.children if isinstance(child, nodes.term)]
        bodies = [child for child in item.children if isinstance(child, nodes.definition)]
        if len(terms) != 1 or len(bodies) != 2:
            message = f"{item.astext()[:40]!r} has {len(bodies)} definitions; write one for each of the two articles"
            raise self.error(message)
        title = nodes.rubric("", "", *terms[0].children, classes=["compare-title"])
        title["heading-level"] = 3
        cells = [self._side(cell, slug) for cell, slug in zip(bodies, asked.slugs, strict=True)]
        return nodes.container("", title, nodes.container("", *cells, classes=["sides"]), classes=[COMPARE_THEME])

    def _side(self, cell: nodes.definition, slug: str) -> nodes.container:
        """A cell, beginning with a place for the label of its article."""
        return nodes.container("", *leave_place(self, LabelAsked(slug)), *cell.children, classes=["side"])


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("reader-compare", CompareDirective)


def fill_label(label: str, asked: LabelAsked, at: At, links: Linker) -> list[nodes.Node]:
    """The label of a cell as HTML."""
    return [plain_label(label, asked)]


def plain_label(label: str, asked: LabelAsked) -> nodes.Element:
    """The label of a cell for any format."""
    return nodes.paragraph("", label, classes=["side-label"])


def fill(found: Comparison | None, asked: CompareAsked, at: At, links: Linker) -> list[nodes.Node]:
    """A comparison as HTML."""
    if found is None:
        return []
    if asked.heads:
        return [nodes.raw("", _heads(found, links), format="html")]
    themes = [_theme(theme, found, links) for theme in found.themes]
    node = nodes.raw("", box("div", *themes, classes=("reader-compare",)), format="html")
    # Its content is found on the pages of the articles.
    node["classes"] = ["no-search"]
    return [node]


def _heads(found: Comparison, links: Linker) -> Html:
    cells = [
        box("p", links.link(side.docname, side.title), " ", span(side.short, "side-short"), classes=("side",))
        for side in (found.left, found.right)
    ]
    return box("div", *cells, classes=("compare-heads",))


def _theme(theme: Theme, found: Comparison, links: Linker) -> Html:
    hint = [box("p", theme.hint, classes=("compare-hint",))] if theme.hint else []
    sides = [_cell(lines, side, links) for lines, side in ((theme.left, found.left), (theme.right, found.right))]
    return box("section", box("h3", theme.title), *hint, box("div", *sides, classes=("sides",)))


def _cell(lines: tuple[Line, ...], side: Side, links: Linker) -> Html:
    label = box("p", side.short, classes=("side-label",))
    if not lines:
        return box("div", label, box("p", "–"), classes=("side",))
    if len(lines) == 1:
        return box("div", label, box("p", _html(lines[0], links)), classes=("side",))
    return box("div", label, box("ul", *(box("li", _html(line, links)) for line in lines)), classes=("side",))


def _html(line: Line, links: Linker) -> Html:
    return joined(*(links.link(part.docname, part.title) if isinstance(part, Link) else part for part in line))


def plain(found: Comparison | None, asked: CompareAsked) -> nodes.Element:
    """A comparison for a format without links and columns."""
    if found is None:
        return nodes.paragraph()
    if asked.heads:
        sides = [nodes.paragraph("", f"{side.title} ({side.short})") for side in (found.left, found.right)]
        return nodes.bullet_list("", *(nodes.list_item("", side) for side in sides))
    return nodes.container("", *as_themes(found))


def as_themes(found: Comparison, address: Callable[[str], str] | None = None) -> Iterator[nodes.container]:
    """A comparison in the same nodes as the author's themes.

    Args:
        found: The comparison.
        address: Returns the address of a document; without it there are no links.
    """
    for theme in found.themes:
        title = nodes.rubric("", theme.title, classes=["compare-title"])
        hint = [nodes.paragraph("", theme.hint, classes=["compare-hint"])] if theme.hint else []
        sides = [_node(lines, side, address) for lines, side in ((theme.left, found.left), (theme.right, found.right))]
        yield nodes.container("", title, *hint, nodes.container("", *sides, classes=["sides"]), classes=[COMPARE_THEME])


def _node(lines: tuple[Line, ...], side: Side, address: Callable[[str], str] | None) -> nodes.container:
    label = nodes.paragraph("", side.short, classes=["side-label"])
    rows = [nodes.paragraph("", "", *_words(line, address)) for line in lines] or [nodes.paragraph("", "–")]
    body = rows[0] if len(rows) == 1 else nodes.bullet_list("", *(nodes.list_item("", row) for row in rows))
    return nodes.container("", label, body, classes=["side"])


def _words(line: Line, address: Callable[[str], str] | None) -> Iterator[nodes.Node]:
    for part in line:
        if isinstance(part, str):
            yield nodes.Text(part)
        elif address is None:
            yield nodes.Text(part.title)
        else:
            yield nodes.reference("", part.title, refuri=address(part.docname), internal=True)
