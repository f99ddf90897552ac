"""Trees of XML and HTML, read without fetching anything and without entities of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_reader.scrape.forms.pieces import Piece
from course_reader.scrape.records import ScrapeError

if TYPE_CHECKING:
    from lxml import etree

_HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}


def parse_xml(raw: bytes) -> etree._Element:
    """The root of an XML file.

    Raises:
        ScrapeError: it is not well-formed.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ScrapeError(f"its XML is broken ({error}); export the file again") from error
    if root is None:
        raise ScrapeError("its XML is broken; export the file again")
    return root


def name_of(element: etree._Element) -> str:
    """The name of an element without its name space; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def pieces_of_html(html: str | bytes) -> list[Piece]:
    """The blocks of a piece of HTML; text without markup is one paragraph for each line."""
    from lxml import etree
    from lxml import html as html_tree

    from course_reader.scrape.webpage.blocks import leaves_below

    raw = html.encode("utf-8") if isinstance(html, str) else html
    if not raw.strip():
        return []
    try:
        root = html_tree.document_fromstring(raw, parser=html_tree.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return []
    body = root.find("body")
    return [
        Piece(leaf.plain, leaf.line, "heading", _HEADINGS[leaf.tag])
        if leaf.tag in _HEADINGS
        else Piece(
            leaf.plain, leaf.line, "item" if leaf.tag == "li" else "quote" if leaf.tag == "blockquote" else "text"
        )
        for leaf in leaves_below(root if body is None else body)
    ]
