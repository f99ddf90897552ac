"""The running text of a page by paragraph, with the facts an editor needs: line, citations."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from course_reader.marks.records import Prose
from course_reader.marks.text_map import TextMap


def prose_of(text_map: TextMap) -> Iterator[Prose]:
    """The paragraphs of a page's text in order; titles, captions and code do not count.

    Citation nodes must still be unresolved.
    """
    led_in = False
    for block in text_map.blocks:
        node = block.node
        if not isinstance(node, nodes.paragraph) or _is_label(node):
            continue
        is_item = _above(node, nodes.list_item) is not None
        cited = _cites(node)
        if not is_item:
            led_in = cited
        section = _above(node, nodes.section)
        yield Prose(block.start, block.end, _line(node), cited or (is_item and led_in), _anchor(section))


def _is_label(node: nodes.Element) -> bool:
    """Whether a paragraph is just a bold line, such as the years below a heading."""
    return all(isinstance(child, nodes.strong) or not child.astext().strip() for child in node.children)


def _cites(node: nodes.Element) -> bool:
    found = node.findall(
        lambda n: (
            isinstance(n, (nodes.footnote_reference, nodes.citation_reference))
            or (isinstance(n, nodes.Element) and n.get("refdomain") == "cite")
        )
    )
    return next(iter(found), None) is not None


def _above(node: nodes.Element, kind: type[nodes.Element]) -> nodes.Element | None:
    above = node.parent
    while above is not None and not isinstance(above, kind):
        above = above.parent
    return above


def _anchor(section: nodes.Element | None) -> str:
    """The anchor that an author gave a section; "" for the page's own title."""
    if section is None or isinstance(section.parent, nodes.document):
        return ""
    ids: list[str] = section["ids"]
    return ids[0] if ids else ""


def _line(node: nodes.Element) -> int:
    above: nodes.Element | None = node
    while above is not None and above.line is None:
        above = above.parent
    return above.line or 0 if above is not None else 0
