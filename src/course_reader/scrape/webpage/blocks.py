"""Reads the text blocks of a web page in order, with their formatting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from course_reader.scrape.markdown import plain, squeeze
from course_reader.scrape.words import words

_BLOCKS = words("html_blocks")
_SILENT = words("html_silent")
_OUTSIDE = frozenset(["nav", "aside", "footer", "form"])
#: Markup nested deeper inside a paragraph is ignored.
_DEEPEST = 60
#: No cell with data is longer than the first, and they are no longer than the second on average.
_LONGEST_CELL, _CELL = 300, 80
_LITERAL = re.compile(r"([\\`*_\[\]<>#])")


@dataclass(slots=True)
class Leaf:
    """A block of the page that contains text and no other block."""

    element: etree._Element
    tag: str
    text: str
    plain: str
    line: int
    outside: bool
    kept: bool = False


def leaves_of(root: etree._Element) -> list[Leaf]:
    """The blocks in the order of the page; text next to a block becomes a separate block."""
    leaves: list[Leaf] = []
    body = root.find("body")
    if body is not None:
        _walk(body, leaves, outside=False)
    return leaves


def leaves_below(element: etree._Element) -> list[Leaf]:
    """The blocks of one element, in order."""
    leaves: list[Leaf] = []
    _walk(element, leaves, outside=False)
    return leaves


def _walk(start: etree._Element, leaves: list[Leaf], *, outside: bool) -> None:
    """Walk depth first, without recursion, so that no page is too deep."""
    stack: list[tuple[etree._Element, bool]] = [(start, outside)]
    while stack:
        element, out = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SILENT or _hidden(element):
            continue
        out = out or tag in _OUTSIDE
        if tag == "table" and is_data(element):
            leaves.extend(_rows(element, out))
            continue
        if not _has_blocks(element):
            leaves.extend(_split(element, tag, out))
            continue
        stack.extend((child, out) for child in reversed(_groups(element)))


def is_data(table: etree._Element) -> bool:
    """Whether a table has data in its cells, rather than the columns of a page."""
    if next(table.iterdescendants("table", "ul", "ol", "h1", "h2", "h3", "h4"), None) is not None:
        return False
    rows = [_cells(row) for row in table.iter("tr")]
    lengths = [len(cell) for row in rows for cell in row]
    wide = sum(len(row) > 1 for row in rows)
    return (
        wide > 1 and wide >= 0.6 * len(rows) and max(lengths) <= _LONGEST_CELL and sum(lengths) <= _CELL * len(lengths)
    )


def _cells(row: etree._Element) -> list[str]:
    return [squeeze("".join(cell.itertext())) for cell in row if cell.tag in ("td", "th")]


def _rows(table: etree._Element, outside: bool) -> Iterator[Leaf]:
    """A block for each row, and one for the caption; the cells are separated by bars."""
    for row in table.iter("caption", "tr"):
        if row.tag == "caption":
            yield from _split(row, "caption", outside)
            continue
        cells = [_inline(cell).replace("\x00", " ").replace("|", "/") for cell in row if cell.tag in ("td", "th")]
        texts = [squeeze(cell) for cell in cells]
        if any(texts):
            words = squeeze(" ".join(plain(text) for text in texts))
            yield Leaf(row, "tr", f"| {' | '.join(texts)} |", words, row.sourceline or 1, outside)


def _groups(element: etree._Element) -> list[etree._Element]:
    """The children of an element; text and inline elements between blocks are wrapped."""
    groups: list[etree._Element] = []
    wrapper: etree._Element | None = None

    def inline() -> etree._Element:
        nonlocal wrapper
        if wrapper is None:
            wrapper = etree.Element("p" if element.tag not in ("li", "blockquote", "figcaption") else str(element.tag))
            wrapper.set("data-line", str(element.sourceline or 1))
            groups.append(wrapper)
        return wrapper

    if (element.text or "").strip():
        inline().text = element.text
    for child in list(element):
        tail = child.tail or ""
        if isinstance(child.tag, str) and (child.tag in _BLOCKS or _has_blocks(child)):
            wrapper = None
            groups.append(child)
            if tail.strip():
                inline().text = tail
        elif isinstance(child.tag, str) and child.tag not in _SILENT:
            target = inline()
            target.append(child)
        elif tail.strip():
            target = inline()
            if len(target):
                target[-1].tail = (target[-1].tail or "") + tail
            else:
                target.text = (target.text or "") + tail
    return groups


def _has_blocks(element: etree._Element) -> bool:
    return len(element) > 0 and next(element.iterdescendants(*_BLOCKS), None) is not None


def _hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        "display:none" in style
        or element.get("hidden") is not None
        or (element.get("aria-hidden") == "true" and not len(element))
    )


def _split(element: etree._Element, tag: str, outside: bool) -> list[Leaf]:
    """One leaf, or several if double line breaks separate paragraphs."""
    line = int(element.get("data-line") or element.sourceline or 1)
    marked = _inline(element)
    broken = "\x00" in marked and tag not in ("li", "h1", "h2", "h3")
    parts = re.split(r"\x00(?:\s*\x00)+", marked) if broken else [marked]
    leaves = []
    for part in parts:
        text = squeeze(part.replace("\x00", " "))
        words = plain(text)
        if words:
            leaves.append(Leaf(element, tag, text, words, line, outside))
    return leaves


def _inline(element: etree._Element, depth: int = 0) -> str:
    """Inline markup as Markdown, with NUL for a line break."""
    if depth > _DEEPEST:
        return _LITERAL.sub(r"\\\1", "".join(element.itertext()))
    if not len(element):
        return _LITERAL.sub(r"\\\1", element.text) if element.text else ""
    parts: list[str] = [_LITERAL.sub(r"\\\1", element.text)] if element.text else []
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "br":
            parts.append("\x00")
        elif tag and tag not in _SILENT and not _hidden(child):
            parts.append(_marked(tag, child, depth))
        if child.tail:
            parts.append(_LITERAL.sub(r"\\\1", child.tail))
    return "".join(parts)


def _marked(tag: str, child: etree._Element, depth: int) -> str:
    inner = _inline(child, depth + 1)
    core = inner.strip()
    if not core or "\x00" in core:
        return inner
    lead, trail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    href = child.get("href") or ""
    if tag in ("strong", "b") and "*" not in core:
        core = f"**{core}**"
    elif tag in ("em", "i", "cite") and "*" not in core:
        core = f"*{core}*"
    elif (
        tag == "a" and href.startswith(("http://", "https://")) and not re.search(r"[\s<>()]", href) and "[" not in core
    ):
        core = f"[{core}]({href})"
    return f"{lead}{core}{trail}"
