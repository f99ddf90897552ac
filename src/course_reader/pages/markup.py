"""Short functions for the parts of pages that only HTML has.

They return text, not nodes: otherwise a page would have several times as many nodes as its article, and every
transform of every extension walks through all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from course_reader.model.addresses import is_allowed
from course_reader.pages.nodes import part
from course_reader.speech import say

if TYPE_CHECKING:
    from sphinx.builders import Builder


class Html(str):
    """HTML; any other text is escaped when it becomes part of it."""

    __slots__ = ()


class Linker:
    """Addresses relative to one page."""

    def __init__(self, builder: Builder, docname: str) -> None:
        self.builder = builder
        self.docname = docname
        self._pages: dict[str, str] = {}

    @property
    def is_book(self) -> bool:
        """Whether the page is part of an e-book."""
        return self.builder.name == "epub"

    def to(self, docname: str, anchor: str = "") -> str:
        """The address of another page, or of a place in it."""
        address = self._pages.get(docname)
        if address is None:
            address = self._pages[docname] = self.builder.get_relative_uri(self.docname, docname)
        # From a page to itself the address is empty, which is none: it leads to the page's top.
        return f"{address}#{anchor}" if anchor else address or "#"

    def file(self, path: str) -> str:
        """The address of a file of the site by its path from the top."""
        page = self.builder.get_target_uri(self.docname)
        return "../" * page.count("/") + path

    def link(self, docname: str, text: str, anchor: str = "", classes: tuple[str, ...] = (), **attributes: str) -> Html:
        """A link to another page."""
        return a(self.to(docname, anchor), text, classes, **attributes)


def a(href: str, text: str, classes: tuple[str, ...] = (), **attributes: str) -> Html:
    """A link, or only its words if its address is not allowed; underscores in attributes become hyphens."""
    if not is_allowed(href):
        return span(text, *classes)
    return Html(_element("a", (text,), classes, {"href": href, **attributes}))


def span(text: str, *classes: str, tag: str = "span", **attributes: str) -> Html:
    """Words with a class."""
    return Html(_element(tag, (text,), classes, attributes))


def box(tag: str, *children: str, classes: tuple[str, ...] = (), **attributes: str) -> Html:
    """A block of HTML around words and blocks."""
    # The search index removes tags without inserting spaces: only white space separates the words of two blocks.
    return Html(_element(tag, children, classes, attributes) + "\n")


def joined(*items: str) -> Html:
    """Words and HTML, concatenated."""
    return Html("".join(map(_escaped, items)))


def paragraph_numbers(paragraphs: Iterable[tuple[int, str]]) -> Html:
    """Paragraph numbers, linked to their paragraphs."""
    found = [
        a(f"#{anchor}", str(number), aria_label=say("paragraph {number}", number=number))
        for number, anchor in paragraphs
    ]
    return span(joined("¶ ", Html(", ".join(found))), "named-where")


def _element(tag: str, children: Iterable[str], classes: tuple[str, ...], attributes: dict[str, str]) -> str:
    start = f'<{tag} class="{" ".join(classes)}"' if classes else f"<{tag}"
    for key, value in attributes.items():
        if value:
            start += f' {key.replace("_", "-")}="{escape(value)}"'
    return f"{start}>{''.join(map(_escaped, children))}</{tag}>"


def _escaped(item: str) -> str:
    return item if isinstance(item, Html) else escape(item, quote=False)


def as_nodes(*items: Html | nodes.Node) -> list[nodes.Node]:
    """HTML and nodes as nodes, as few as possible."""
    found: list[nodes.Node] = []
    pending = ""
    for item in (*items, None):
        if isinstance(item, Html):
            pending += item
            continue
        if pending:
            found.append(nodes.raw("", pending, format="html"))
            pending = ""
        if item is not None:
            found.append(item)
    return found


def page_part(
    anchor: str, heading: str, *children: Html | nodes.Node, classes: tuple[str, ...] = (), closed: bool = False
) -> part:
    """A part of a page below its text, with its heading.

    A closed one is open in the file, for browsers without scripts and for print: the theme's script closes it.
    """
    around = children
    if closed:
        start = Html(f'<details class="part-more" open><summary>{box("h2", heading)}</summary>\n')
        around = (start, *children, Html("</details>\n"))
    content = as_nodes(*around) if closed else as_nodes(box("h2", heading), *children)
    return part("", *content, ids=[anchor], classes=["reader-part", *classes])


def around_title(section: nodes.section, kicker: Html, below: Html) -> None:
    """Put a line above the title of a page and a block below it."""
    at = next(i for i, child in enumerate(section.children) if isinstance(child, nodes.title))
    section[at + 1 : at + 1] = as_nodes(below)
    section[at:at] = as_nodes(kicker)
