"""Documents of LibreOffice and others that write ``.odt``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.documents import drafts_of
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import Piece
from course_reader.scrape.forms.zipped import member, member_names

if TYPE_CHECKING:
    from lxml import etree

_NAME = "an OpenDocument text"
_SKIPPED = frozenset({"tracked-changes", "annotation", "note", "sequence-decls", "forms"})


def _recognises(source: RawInput) -> bool:
    names = member_names(source) or ()
    return "content.xml" in names and b"opendocument.text" in source.binary[:200]


def read(source: RawInput) -> list[Draft]:
    """The paragraphs of the document."""
    from course_reader.scrape.forms.trees import name_of, parse_xml

    root = parse_xml(member(source, "content.xml"))
    pieces: list[Piece] = []
    stack = [(root, 0)]
    while stack:
        element, depth = stack.pop()
        name = name_of(element)
        if name in _SKIPPED:
            continue
        if name in ("p", "h"):
            _add(pieces, element, name, depth)
            continue
        inside = depth + (name == "list-item")
        stack.extend((child, inside) for child in reversed(element))
    return drafts_of(pieces, _NAME)


def _add(pieces: list[Piece], element: etree._Element, name: str, depth: int) -> None:
    text = _text(element)
    number = len(pieces) + 1
    style = next((value for key, value in element.attrib.items() if key.endswith("}style-name")), "")
    if name == "h" or style == "Title":
        level = next((value for key, value in element.attrib.items() if key.endswith("}outline-level")), "1")
        pieces.append(Piece(text, number, "heading", int(level) if level.isdigit() else 1))
    elif depth:
        pieces.append(Piece(text, number, "item", depth - 1))
    else:
        pieces.extend(Piece(line, number) for line in text.split("\n"))


def _text(element: etree._Element) -> str:
    from course_reader.scrape.forms.trees import name_of

    parts = [element.text or ""]
    for child in element:
        name = name_of(child)
        if name == "line-break":
            parts.append("\n")
        elif name in ("s", "tab"):
            parts.append(" ")
        elif name and name not in _SKIPPED:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


FORM = InputForm(_NAME, _recognises, read)
