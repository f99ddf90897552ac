"""Documents of Word and of others that write ``.docx``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.documents import drafts_of
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import Piece
from course_reader.scrape.forms.zipped import member, member_names

if TYPE_CHECKING:
    from lxml import etree

_NAME = "a Word document"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Repeats what stands beside it, for programs that cannot show that; and removed or hidden text.
_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "footnoteReference", "endnoteReference", "commentReference"})


def read(source: RawInput) -> list[Draft]:
    """The paragraphs of the document."""
    from course_reader.scrape.forms.trees import name_of, parse_xml

    names = member_names(source) or []
    styles = _styles(parse_xml(member(source, "word/styles.xml"))) if "word/styles.xml" in names else {}
    root = parse_xml(member(source, "word/document.xml"))
    pieces = []
    for number, paragraph in enumerate(root.iter(f"{_W}p"), 1):
        if any(name_of(parent) in ("Fallback", "txbxContent") for parent in paragraph.iterancestors()):
            continue
        text = _text(paragraph)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        level = styles.get(style.get(f"{_W}val", "") if style is not None else "", 0)
        if level:
            pieces.append(Piece(text, number, "heading", level))
        elif paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
            pieces.append(Piece(text, number, "item"))
        else:
            pieces.extend(Piece(line, number) for line in text.split("\n"))
    return drafts_of(pieces, _NAME)


def _styles(root: etree._Element) -> dict[str, int]:
    """The heading level of each style that is a heading; the title is level 1."""
    levels = {}
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        words = (name.get(f"{_W}val", "") if name is not None else "").lower()
        match = re.fullmatch(r"heading (\d)", words)
        level = 1 if words == "title" else int(match.group(1)) if match else 0
        if level:
            levels[style.get(f"{_W}styleId", "")] = level
    return levels


def _text(paragraph: etree._Element) -> str:
    from course_reader.scrape.forms.trees import name_of

    parts: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        name = name_of(element)
        if name in _SKIPPED or name == "p":
            continue
        if name == "t":
            parts.append(element.text or "")
        elif name in ("tab", "ptab"):
            parts.append(" ")
        elif name in ("br", "cr"):
            parts.append("\n")
        elif name == "noBreakHyphen":
            parts.append("-")
        else:
            stack.extend(reversed(element))
    return "".join(parts)


FORM = InputForm(_NAME, lambda source: "word/document.xml" in (member_names(source) or ()), read)
