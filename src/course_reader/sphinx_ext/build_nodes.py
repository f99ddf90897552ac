"""Short ways to build the nodes that parts of pages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from course_reader.sphinx_ext.nodes import element, part, phrase

if TYPE_CHECKING:
    from sphinx.builders import Builder

Inline = str | nodes.Node


class Linker:
    """Addresses as one page needs them."""

    def __init__(self, builder: Builder, docname: str) -> None:
        self.builder = builder
        self.docname = docname

    def to(self, docname: str, anchor: str = "") -> str:
        """The address of another page, or of a place in it."""
        address = self.builder.get_relative_uri(self.docname, docname)
        return f"{address}#{anchor}" if anchor else address

    def link(self, docname: str, text: str, anchor: str = "", classes: tuple[str, ...] = ()) -> phrase:
        """A link to another page."""
        return a(self.to(docname, anchor), text, classes)


def a(href: str, text: str, classes: tuple[str, ...] = (), **attributes: str) -> phrase:
    """A link; underscores in the names of attributes become hyphens."""
    named = {key.replace("_", "-"): value for key, value in attributes.items()}
    return phrase("", nodes.Text(text), tag="a", attributes={"href": href, **named}, classes=list(classes))


def span(text: Inline, *classes: str, tag: str = "span") -> phrase:
    """Words with a class."""
    child = nodes.Text(text) if isinstance(text, str) else text
    return phrase("", "", child, tag=tag, classes=list(classes))


def inlines(*items: Inline) -> list[nodes.Node]:
    """Texts and nodes as nodes."""
    return [nodes.Text(item) if isinstance(item, str) else item for item in items]


def para(*items: Inline, classes: tuple[str, ...] = ()) -> nodes.paragraph:
    """A paragraph."""
    return nodes.paragraph("", "", *inlines(*items), classes=list(classes))


def box(tag: str, *children: nodes.Node, classes: tuple[str, ...] = (), **attributes: str) -> element:
    """An HTML element around blocks."""
    named = {key.replace("_", "-"): value for key, value in attributes.items()}
    return element("", *children, tag=tag, attributes=named, classes=list(classes))


def line(tag: str, *items: Inline, classes: tuple[str, ...] = ()) -> element:
    """An HTML element around words."""
    return element("", *inlines(*items), tag=tag, attributes={}, classes=list(classes))


def page_part(anchor: str, heading: str, *children: nodes.Node, classes: tuple[str, ...] = ()) -> part:
    """A part of a page below its text, with its heading."""
    title = line("h2", heading)
    return part("", title, *children, ids=[anchor], classes=["reader-part", *classes])


def around_title(section: nodes.section, kicker: nodes.Node, below: nodes.Node) -> None:
    """Put a line above the title of a page and a block below it."""
    at = next(i for i, child in enumerate(section.children) if isinstance(child, nodes.title))
    section.insert(at + 1, below)
    section.insert(at, kicker)
