"""Elements of WordprocessingML."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: an element; lxml's own type is not public
Element = Any

#: characters that XML does not have
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def w(tag: str, /, *content: Element, **attributes: object) -> Element:
    """An element with its attributes, both in the namespace of Word; an attribute that is None is left out."""
    made: Element = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W, "r": R} if tag in _ROOTS else {"w": W})
    for key, value in attributes.items():
        if value is not None:
            made.set(f"{{{W}}}{key}", str(value))
    made.extend(content)
    return made


_ROOTS = frozenset({"document", "footnotes", "comments", "hdr", "ftr"})


def words(text: str, tag: str = "t") -> Element:
    """Words, with their blanks."""
    made = w(tag)
    made.text = _NO_XML.sub("", text)
    made.set(_XML_SPACE, "preserve")
    return made


def xml(root: Element) -> bytes:
    """A file of it."""
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
