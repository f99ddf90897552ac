"""The plain text of a document, and the place of each stretch of it in the doctree.

Blocks are joined by an empty line, so that no span can reach from one into the next. Offsets count code
points of `astext()`: node lengths may count escapes that no reader sees.
`authoring/static/text.js` applies the same rules to a page in the browser; a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from docutils import nodes

BLOCK_BREAK = "\n\n"

#: A line break inside a block: Markdown has it only as HTML. It separates words and belongs to no text node.
_LINE_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)

#: Inline nodes whose words are not searched for names.
_UNSEARCHED = (nodes.literal, nodes.math, nodes.problematic, nodes.superscript, nodes.subscript)
_LINKS = (nodes.reference, nodes.citation_reference)
_HEADINGS = (nodes.title, nodes.subtitle, nodes.rubric)
_CAPTIONS = (nodes.caption, nodes.legend)
_SKIPPED = (
    nodes.raw,
    nodes.comment,
    nodes.Invisible,
    nodes.footnote,
    nodes.citation,
    nodes.footnote_reference,
    nodes.system_message,
)


@dataclass(frozen=True, slots=True)
class TextSegment:
    """A text node and the place of its text."""

    start: int
    end: int
    node: nodes.Text


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text."""

    start: int
    end: int
    node: nodes.TextElement


@dataclass(slots=True)
class TextMap:
    """The text of a document, with the way back to its nodes."""

    text: str = ""
    segments: list[TextSegment] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    #: stretches that are not searched for names
    skip: list[tuple[int, int]] = field(default_factory=list)


def build(document: nodes.Element, search_in: frozenset[str] = frozenset()) -> TextMap:
    """Map a document.

    Args:
        document: The doctree, or a part of it.
        search_in: Which of "headings", "links" and "captions" are searched like running text.
    """
    result = TextMap()
    texts: list[str] = []
    offset = 0
    for block in blocks(document):
        if texts:
            texts.append(BLOCK_BREAK)
            offset += len(BLOCK_BREAK)
        start = offset
        is_broken = False
        for node in _texts(block):
            if not isinstance(node, nodes.Text):
                is_broken = True
                continue
            text = node.astext()
            if not text:
                continue
            # The source may have a line break next to it; two would end the block.
            if is_broken and offset > start and not (text.startswith("\n") or texts[-1].endswith("\n")):
                texts.append("\n")
                offset += 1
            is_broken = False
            texts.append(text)
            result.segments.append(TextSegment(offset, offset + len(text), node))
            if _is_unsearched(node, block, search_in):
                result.skip.append((offset, offset + len(text)))
            offset += len(text)
        result.blocks.append(Block(start, offset, block))
    result.text = "".join(texts)
    return result


def blocks(document: nodes.Element) -> Iterator[nodes.TextElement]:
    """The blocks that hold text directly, in order."""
    for child in document.children:
        if isinstance(child, _SKIPPED) or not isinstance(child, nodes.Element):
            continue
        if isinstance(child, nodes.TextElement) and not isinstance(child, nodes.Inline):
            if child.children:
                yield child
        else:
            yield from blocks(child)


def _texts(node: nodes.Element) -> Iterator[nodes.Text | nodes.raw]:
    """The texts below a node, and the line breaks between them."""
    for child in node.children:
        if isinstance(child, nodes.Text) or _is_line_break(child):
            yield child
        elif isinstance(child, nodes.Element) and not isinstance(child, _SKIPPED):
            yield from _texts(child)


def _is_line_break(node: nodes.Node) -> TypeGuard[nodes.raw]:
    is_html = isinstance(node, nodes.raw) and node.get("format") == "html"
    return is_html and _LINE_BREAK.fullmatch(node.astext()) is not None


def _is_unsearched(node: nodes.Text, block: nodes.TextElement, search_in: frozenset[str]) -> bool:
    if isinstance(block, (nodes.literal_block, nodes.doctest_block, nodes.math_block)):
        return True
    if isinstance(block, _HEADINGS) and "headings" not in search_in:
        return True
    if isinstance(block, _CAPTIONS) and "captions" not in search_in:
        return True
    above = node.parent
    while above is not block and above is not None:
        if isinstance(above, _UNSEARCHED) or above.get("nolink") or _is_reference(above, search_in):
            return True
        above = above.parent
    return False


def _is_reference(node: nodes.Element, search_in: frozenset[str]) -> bool:
    is_link = isinstance(node, _LINKS) or node.tagname in ("pending_xref", "download_reference")
    return is_link and "links" not in search_in


def wrap(text_map: TextMap, marks: Sequence[tuple[int, int, nodes.inline]]) -> None:
    """Put each mark around its stretch of text; a stretch that crosses inline markup becomes several marks.

    Args:
        text_map: The map of the document; it is invalid afterwards.
        marks: Start, end and an empty node to copy, in order and without overlap.
    """
    # From right to left, so that the places on the left stay valid.
    cursor = len(text_map.segments)
    cuts: dict[int, list[tuple[int, int, nodes.inline]]] = {}
    for start, end, template in reversed(marks):
        while cursor and text_map.segments[cursor - 1].start >= end:
            cursor -= 1
        at = cursor
        while at and text_map.segments[at - 1].end > start:
            at -= 1
            segment = text_map.segments[at]
            lo, hi = max(start, segment.start) - segment.start, min(end, segment.end) - segment.start
            if lo < hi:
                cuts.setdefault(at, []).append((lo, hi, template))
    for at, parts in cuts.items():
        _splice(text_map.segments[at].node, parts)


def _splice(node: nodes.Text, parts: list[tuple[int, int, nodes.inline]]) -> None:
    text, parent = node.astext(), node.parent
    fresh: list[nodes.Node] = []
    done = 0
    for lo, hi, template in sorted(parts, key=lambda part: part[0]):
        if lo > done:
            fresh.append(nodes.Text(text[done:lo]))
        mark = template.copy()
        mark += nodes.Text(text[lo:hi])
        fresh.append(mark)
        done = hi
    if done < len(text):
        fresh.append(nodes.Text(text[done:]))
    at = position(parent, node)
    parent[at : at + 1] = fresh


def position(parent: nodes.Element, node: nodes.Node) -> int:
    """The index of a child. `parent.index` would confuse it with an equal text."""
    return next(i for i, child in enumerate(parent.children) if child is node)


def unwrap(document: nodes.Element, kinds: tuple[type[nodes.Element], ...]) -> None:
    """Remove marks: the document becomes as it was before `wrap`."""
    for node in list(document.findall(lambda n: isinstance(n, kinds))):
        assert isinstance(node, nodes.Element)
        parent = node.parent
        at = position(parent, node)
        parent[at : at + 1] = node.children
    join_texts(document)


def join_texts(document: nodes.Element) -> None:
    """Merge adjacent text nodes: MyST starts a new one at each line break, which would split marks."""
    for parent in list(document.findall(nodes.TextElement)):
        joined: list[nodes.Node] = []
        for child in parent.children:
            if isinstance(child, nodes.Text) and joined and isinstance(joined[-1], nodes.Text):
                joined[-1] = nodes.Text(joined[-1].astext() + child.astext())
            else:
                joined.append(child)
        parent.children = joined
        for child in joined:
            child.parent = parent
