"""Paragraph numbers: the same on the web, in print and in an e-book."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from course_reader.marks.text_map import TextMap
from course_reader.text.paragraphs import Paragraph

#: Nodes that are numbered as one paragraph.
_NUMBERED = (nodes.paragraph, nodes.bullet_list, nodes.enumerated_list)


def number(document: nodes.document) -> None:
    """Give each paragraph of the text its number and an id."""
    for count, block in enumerate(numbered(document), start=1):
        anchor = f"p{count}" if f"p{count}" not in document.ids else f"par-{count}"
        block["reader_number"] = count
        block["ids"].append(anchor)
        block["classes"].append("para")
        document.ids[anchor] = block


def numbered(parent: nodes.Element) -> Iterator[nodes.Element]:
    """The nodes that count as paragraphs: paragraphs of the text and of quotations, and each list as a whole."""
    for child in parent.children:
        if isinstance(child, _NUMBERED):
            yield child
        elif isinstance(child, (nodes.section, nodes.block_quote)):
            yield from numbered(child)


def paragraphs(text_map: TextMap) -> Iterator[Paragraph]:
    """The numbered paragraphs of a mapped document, in order."""
    current: Paragraph | None = None
    for block in text_map.blocks:
        holder = _numbered_above(block.node)
        if holder is None:
            continue
        count, anchor = holder["reader_number"], holder["ids"][-1]
        if current and current.number == count:
            current = Paragraph(count, anchor, current.start, block.end)
            continue
        if current:
            yield current
        current = Paragraph(count, anchor, block.start, block.end)
    if current:
        yield current


def _numbered_above(node: nodes.Element | None) -> nodes.Element | None:
    while node is not None and "reader_number" not in node:
        node = node.parent
    return node
