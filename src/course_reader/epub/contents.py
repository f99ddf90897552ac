"""The contents of an e-book: for reading systems of today (`nav.xhtml`) and of yesterday (`toc.ncx`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import count
from urllib.parse import quote

from course_reader.epub.choice import BookGroup
from course_reader.epub.pages import BookPage


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents."""

    title: str
    #: the page, and a place on it
    href: str
    below: list[ContentsLine] = field(default_factory=list)


def lines(groups: Sequence[BookGroup], pages: Mapping[str, BookPage]) -> list[ContentsLine]:
    """The contents, in at most three levels.

    Args:
        groups: The documents of the book.
        pages: The pages by document.
    """
    found = []
    for group in groups:
        rows = [_line(name, below, pages, deep=bool(group.title)) for name, below in group.documents]
        found += [ContentsLine(group.title, rows[0].href, rows)] if group.title else rows
    return found


def _line(name: str, below: Sequence[str], pages: Mapping[str, BookPage], *, deep: bool) -> ContentsLine:
    href = _href(name)
    if below:
        return ContentsLine(
            pages[name].title, href, [ContentsLine(pages[other].title, _href(other)) for other in below]
        )
    headings = [ContentsLine(words, f"{href}#{quote(anchor)}") for anchor, words in pages[name].headings]
    return ContentsLine(pages[name].title, href, headings)


def _href(name: str) -> str:
    return quote(f"{name}.xhtml")


def nav(contents: Sequence[ContentsLine], marks: Sequence[tuple[str, str, str]], title: str, language: str) -> bytes:
    """The page with the contents and the landmarks.

    Args:
        contents: The lines.
        marks: Kind, title and address of each landmark.
        title: The title of the book.
        language: The language of the book.
    """
    rows = "\n".join(
        f'<li><a epub:type="{kind}" href="{escape(href, quote=True)}">{escape(words)}</a></li>'
        for kind, words, href in marks
    )
    tag = escape(language, quote=True)
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{tag}" xml:lang="{tag}">
<head>
<title>{escape(title)}</title>
</head>
<body>
<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">
<h1 id="toc-title">Contents</h1>
{_list(contents)}
</nav>
<nav epub:type="landmarks" id="landmarks" hidden="hidden" aria-labelledby="landmarks-title">
<h2 id="landmarks-title">Parts of the book</h2>
<ol>
{rows}
</ol>
</nav>
</body>
</html>
""".encode()


def _list(contents: Sequence[ContentsLine]) -> str:
    rows = "\n".join(
        f'<li><a href="{escape(line.href, quote=True)}">{escape(line.title)}</a>'
        f"{_list(line.below) if line.below else ''}</li>"
        for line in contents
    )
    return f"<ol>\n{rows}\n</ol>"


def ncx(contents: Sequence[ContentsLine], title: str, identifier: str) -> bytes:
    """The same contents for older reading systems."""
    numbers, orders = count(1), dict[str, int]()

    def points(rows: Sequence[ContentsLine]) -> str:
        # Lines that lead to one place have one number.
        return "\n".join(
            f'<navPoint id="point-{next(numbers)}" playOrder="{orders.setdefault(line.href, len(orders) + 1)}">'
            f"<navLabel><text>{escape(line.title)}</text></navLabel>"
            f'<content src="{escape(line.href, quote=True)}"/>{points(line.below)}</navPoint>'
            for line in rows
        )

    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<head>
<meta name="dtb:uid" content="{escape(identifier, quote=True)}"/>
<meta name="dtb:depth" content="{_depth(contents)}"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text>{escape(title)}</text></docTitle>
<navMap>
{points(contents)}
</navMap>
</ncx>
""".encode()


def _depth(contents: Sequence[ContentsLine]) -> int:
    return 1 + max((_depth(line.below) for line in contents if line.below), default=0)
