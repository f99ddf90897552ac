"""Links of built pages, followed: in a folder of HTML, and in the zip of an e-book."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html


@dataclass(frozen=True)
class Page:
    """The links of a page, and what others can link to in it."""

    ids: frozenset[str]
    links: tuple[str, ...]


def pages_of_folder(folder: Path) -> dict[str, Page]:
    """The HTML pages of a folder, by path."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        if "_static" not in path.parts:
            root = html.parse(str(path)).getroot()
            found[path.relative_to(folder).as_posix()] = _page(root)
    return found


def pages_of_epub(book: Path) -> tuple[dict[str, Page], set[str]]:
    """The pages and tables of contents of an e-book by their names in it, and the names of all its files."""
    with zipfile.ZipFile(book) as archive:
        names = set(archive.namelist())
        texts = {name: archive.read(name) for name in names if name.endswith((".xhtml", ".ncx"))}
    return {name: _page(etree.fromstring(text)) for name, text in sorted(texts.items())}, names


def _page(root: etree._Element) -> Page:
    ids = [value for node in root.iter() for key, value in node.attrib.items() if key in ("id", "name")]
    links = [
        node.get(key, "")
        for node in root.iter()
        if isinstance(node.tag, str)
        for key in ("href", "src")
        if key in node.attrib and not node.tag.endswith(("link", "script"))
    ]
    return Page(frozenset(map(str, ids)), tuple(map(str, links)))


def broken(pages: Mapping[str, Page], files: set[str]) -> list[str]:
    """The links inside that lead to no file, or to no place in it."""
    wrong = []
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            target = path if parts.path else name
            there = target in files or target in pages
            if not there or (parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids):
                wrong.append(f"{name}: {link}")
    return wrong


def outward(pages: Mapping[str, Page]) -> set[str]:
    """The addresses in the world that pages link to."""
    return {link for page in pages.values() for link in page.links if urlsplit(link).scheme in ("http", "https")}
