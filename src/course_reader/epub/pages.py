"""The pages of an e-book: each gloss and each note becomes one that a reading system can pop up, with a way back."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from lxml import etree

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
XML = "http://www.w3.org/XML/1998/namespace"
_TYPE = f"{{{OPS}}}type"
_DOCTYPE = "<!DOCTYPE html>"


@dataclass(slots=True)
class BookPage:
    """A page of an e-book."""

    content: bytes
    title: str
    #: id and words of each heading below the title
    headings: list[tuple[str, str]] = field(default_factory=list)
    #: what the manifest has to say of it
    properties: set[str] = field(default_factory=set)
    has_pictures: bool = False


#: characters that no XML file may hold, in UTF-8
_UNWRITABLE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")


def _parsed(content: bytes) -> etree._Element:
    """A page as a tree; HTML that an author wrote by hand may be wrong, which ends no build."""
    content = _UNWRITABLE.sub(b"", content)
    try:
        return etree.fromstring(content)
    except etree.XMLSyntaxError:
        return etree.fromstring(content, etree.XMLParser(recover=True))


def made(content: bytes, name: str, language: str, files: Container[str]) -> BookPage:
    """A page as an e-book has it.

    Args:
        content: The page as Sphinx has written it.
        name: Its name in the e-book.
        language: The language of the book.
        files: The pages and other files that the e-book has; a link to any other becomes plain words.
    """
    root = _parsed(content)
    root.set("lang", root.get("lang") or language)
    root.set(f"{{{XML}}}lang", root.get("lang"))
    _one_viewport(root)
    _no_lost_styles(root, name, files)
    _notes(root)
    _landmarks(root)
    _plain_links(root, name, files)
    _languages(root)
    title = root.findtext(f"{{{XHTML}}}head/{{{XHTML}}}title") or name
    page = BookPage(b"", title, list(_headings(root)))
    page.has_pictures = root.find(f".//{{{XHTML}}}img") is not None
    if root.find(".//{http://www.w3.org/1998/Math/MathML}math") is not None:
        page.properties.add("mathml")
    if root.find(".//{http://www.w3.org/2000/svg}svg") is not None:
        page.properties.add("svg")
        page.has_pictures = True
    page.content = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=_DOCTYPE)
    return page


def _classes(element: etree._Element) -> set[str]:
    return set((element.get("class") or "").split())


def _one_viewport(root: etree._Element) -> None:
    """A reflowable book sets no viewport, and no page two."""
    for meta in root.findall(f"{{{XHTML}}}head/{{{XHTML}}}meta[@name='viewport']"):
        _remove(meta)


def _notes(root: etree._Element) -> None:
    """Glosses become footnotes, and the marked names the references to them; notes of instructors likewise."""
    footnotes = {}
    for gloss in root.iter(f"{{{XHTML}}}div"):
        if "gloss" in _classes(gloss) and gloss.get("id"):
            gloss.tag = f"{{{XHTML}}}aside"
            gloss.set(_TYPE, "footnote")
            gloss.set("role", "doc-footnote")
            footnotes[f"#{gloss.get('id')}"] = gloss
    for box in list(root.iter(f"{{{XHTML}}}aside")):
        if "glosses" in _classes(box):
            # What pops up is the gloss; the box around several is no complement of the text by itself.
            box.tag = f"{{{XHTML}}}div"
            box.attrib.pop("style", None)
            box.attrib.pop("aria-label", None)
    for link in root.iter(f"{{{XHTML}}}a"):
        if link.get("role") == "doc-glossref" and link.get("href") in footnotes:
            link.set(_TYPE, "noteref")
            link.set("role", "doc-noteref")
        elif link.get("role") == "doc-backlink":
            link.set(_TYPE, "backlink")
        elif link.get(_TYPE) == "noteref":
            link.set("role", "doc-noteref")
    for row in root.iter(f"{{{XHTML}}}li"):
        if "note-row" in _classes(row) and row.get("id"):
            _footnote_in(row)
    for entry in root.iter(f"{{{XHTML}}}div"):
        if entry.get("role") == "doc-biblioentry":
            # The role is out of use, and a list has items.
            entry.set("role", "listitem")


def _footnote_in(row: etree._Element) -> None:
    """A row of a list of notes holds a footnote, to which the references lead."""
    note = etree.Element(f"{{{XHTML}}}aside", {"id": row.attrib.pop("id"), _TYPE: "footnote", "role": "doc-footnote"})
    note.text, row.text = row.text, None
    note.extend(list(row))
    row.append(note)


def _no_lost_styles(root: etree._Element, name: str, files: Container[str]) -> None:
    """A page names only style sheets that the book has."""
    folder = posixpath.dirname(name)
    for link in root.findall(f"{{{XHTML}}}head/{{{XHTML}}}link[@rel='stylesheet']"):
        path = urlsplit(link.get("href") or "").path
        if posixpath.normpath(posixpath.join(folder, unquote(path))) not in files:
            _remove(link)


def _landmarks(root: etree._Element) -> None:
    """The body has one main part, and every part a name of its own."""
    for element in root.iter(f"{{{XHTML}}}div"):
        if element.get("role") == "main":
            element.tag = f"{{{XHTML}}}main"
            element.attrib.pop("role")


def _plain_links(root: etree._Element, name: str, files: Container[str]) -> None:
    """A link to a page that the book does not have becomes its words."""
    folder = posixpath.dirname(name)
    for link in list(root.iter(f"{{{XHTML}}}a")):
        parts = urlsplit(link.get("href") or "")
        if parts.scheme or parts.netloc or not parts.path:
            continue
        if posixpath.normpath(posixpath.join(folder, unquote(parts.path))) not in files:
            link.tag = f"{{{XHTML}}}span"
            for key in ("href", "role", "rel", "target", _TYPE):
                link.attrib.pop(key, None)


def _languages(root: etree._Element) -> None:
    """Where a page names a language, it does so in both ways that reading systems know."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.get("lang"):
            element.set(f"{{{XML}}}lang", element.get("lang"))


def _headings(root: etree._Element) -> list[tuple[str, str]]:
    """The headings of the second level in the text itself."""
    found = []
    for heading in root.iter(f"{{{XHTML}}}h2"):
        parent = heading.getparent()
        if parent is not None and "reader-part" in _classes(parent):
            # What the reader adds to a text is the same below each: it is no line of the contents.
            continue
        anchor = heading.get("id") or (parent.get("id") if parent is not None else None)
        words = " ".join("".join(heading.itertext()).split())
        if anchor and words:
            found.append((anchor, words))
    return found


def _remove(element: etree._Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
