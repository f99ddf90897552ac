"""The package file of an e-book: what it is, what is in it, in which order it is read."""

from __future__ import annotations

import mimetypes
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".ncx": "application/x-dtbncx+xml",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
}


@dataclass(frozen=True, slots=True)
class About:
    """What a book says of itself."""

    title: str
    author: str
    publisher: str
    language: str
    rights: str
    description: str
    #: the identifier, which stays the same in later editions
    identifier: str
    #: the day of the newest text in it
    modified: str
    has_pictures: bool
    direction: str = "ltr"


def identifier_of(given: str, *parts: str) -> str:
    """The identifier of a book: the one that its publisher gives, or one made of what does not change.

    >>> identifier_of("unknown", "Talks", "Ann Lee", "") == identifier_of("", "Talks", "Ann Lee", "")
    True
    >>> identifier_of("urn:isbn:9780000000002", "Talks")
    'urn:isbn:9780000000002'
    """
    if given and given != "unknown":
        return given
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, 'course-reader:' + chr(0).join(parts))}"


def package(
    about: About, files: Sequence[str], properties: Mapping[str, str], spine: Sequence[str], cover: str
) -> bytes:
    """The package file.

    Args:
        about: What the book says of itself.
        files: Its files.
        properties: What the manifest says of some of them.
        spine: Its pages in reading order.
        cover: The picture on its cover; "" if it has none.
    """
    ids = {name: f"file-{number}" for number, name in enumerate(files, start=1)}
    ids |= {"toc.ncx": "ncx", "nav.xhtml": "nav"}
    items = "\n".join(
        f'<item id="{ids[name]}" href="{quote(name)}" media-type="{_type(name)}"'
        + (f' properties="{properties[name]}"' if properties.get(name) else "")
        + "/>"
        for name in files
    )
    order = "\n".join(f'<itemref idref="{ids[name]}"/>' for name in spine)
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" xml:lang="{_(about.language)}" unique-identifier="book-id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">{_(about.identifier)}</dc:identifier>
<dc:title>{_(about.title)}</dc:title>
<dc:language>{_(about.language)}</dc:language>
{_optional("creator", about.author)}{_optional("publisher", about.publisher)}{_optional("rights", about.rights)}\
{_optional("description", about.description)}<dc:date>{about.modified[:10]}</dc:date>
<meta property="dcterms:modified">{about.modified}</meta>
{_access(about)}
{f'<meta name="cover" content="{ids[cover]}"/>' if cover else ""}
</metadata>
<manifest>
{items}
</manifest>
<spine toc="ncx" page-progression-direction="{about.direction}">
{order}
</spine>
</package>
""".encode()


def _(text: str) -> str:
    return escape(text, quote=True)


def _optional(name: str, text: str) -> str:
    return f"<dc:{name}>{_(text)}</dc:{name}>\n" if text and text != "unknown" else ""


def _access(about: About) -> str:
    """How the book can be read, by the vocabulary of schema.org."""
    features = ["structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability", "ARIA"]
    modes = ["textual"]
    if about.has_pictures:
        features.append("alternativeText")
        modes.append("visual")
    rows = [("accessMode", mode) for mode in modes]
    rows.append(("accessModeSufficient", "textual"))
    rows += [("accessibilityFeature", feature) for feature in features]
    rows.append(("accessibilityHazard", "none"))
    rows.append(
        (
            "accessibilitySummary",
            "Headings, contents and landmarks allow navigation. Explanations and notes are footnotes with a way back. "
            "Everything that a picture says is also said in words.",
        )
    )
    return "\n".join(f'<meta property="schema:{name}">{_(text)}</meta>' for name, text in rows)


def _type(name: str) -> str:
    ending = name[name.rfind(".") :].lower()
    return _TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
