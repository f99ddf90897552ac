"""Comments of Word documents, and of Google documents that were saved as such: each with the words that it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from course_reader.exchange.exports.highlight import Highlight, incoming, layer_of
from course_reader.exchange.records import Incoming, digest

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_DC = "{http://purl.org/dc/elements/1.1/}"

#: the most bytes of one part of a document
_LARGEST = 20_000_000
#: characters of context that go with a quote
_CONTEXT = 64


@dataclass(slots=True)
class _Text:
    """The text of a document, and where each comment begins and ends in it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    starts: dict[str, int] = field(default_factory=dict)
    ends: dict[str, int] = field(default_factory=dict)

    def add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def read(data: bytes) -> list[Incoming]:
    """The comments of a document; empty if it has none.

    Raises:
        ValueError: if the document is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = _read_text(_part(archive, "word/document.xml"))
            comments = _part(archive, "word/comments.xml")
            threads = _threads(_part(archive, "word/commentsExtended.xml"))
            address, title = _about(_part(archive, "docProps/core.xml"))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, NotImplementedError, RuntimeError) as error:
        raise ValueError(f"the document is damaged ({error})") from None
    return list(_comments(comments, text, threads, address, title)) if comments is not None else []


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    if name not in archive.namelist():
        return None
    if archive.getinfo(name).file_size > _LARGEST:
        raise ValueError(f"its part {name} is too large")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(name), parser)


def _read_text(document: etree._Element | None) -> _Text:
    text = _Text()
    for node in document.iter() if document is not None else ():
        name = str(node.get(f"{_W}id", ""))
        if node.tag == f"{_W}p" and text.parts:
            text.add("\n\n")
        elif node.tag == f"{_W}t":
            text.add(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br") and node.getparent() is not None:
            text.add(" " if node.tag == f"{_W}tab" else "\n")
        elif node.tag == f"{_W}commentRangeStart":
            text.starts[name] = text.length
        elif node.tag == f"{_W}commentRangeEnd":
            text.ends[name] = text.length
    return text


def _threads(extended: etree._Element | None) -> dict[str, tuple[str, bool]]:
    """The paragraph that a comment answers, and whether it is resolved, by the mark of its own last paragraph."""
    if extended is None:
        return {}
    return {
        str(node.get(f"{_W15}paraId", "")): (
            str(node.get(f"{_W15}paraIdParent", "")),
            node.get(f"{_W15}done") in ("1", "true"),
        )
        for node in extended.iter(f"{_W15}commentEx")
    }


def _about(core: etree._Element | None) -> tuple[str, str]:
    """The address and the title of the document."""
    found = [core.findtext(f"{_DC}{key}") or "" if core is not None else "" for key in ("identifier", "title")]
    return found[0] if found[0].startswith(("http://", "https://")) else "", found[1]


def _comments(
    comments: etree._Element, text: _Text, threads: dict[str, tuple[str, bool]], address: str, title: str
) -> Iterator[Incoming]:
    whole = "".join(text.parts)
    marks = {str(node.get(f"{_W}id", "")): _marks(node) for node in comments.iter(f"{_W}comment")}
    by_mark = {mark: name for name, found in marks.items() for mark in found}
    ids = {
        str(
            node.get(f"{_W}id", "")
        ): f"word:{digest([title, _said(node), node.get(f'{_W}author'), node.get(f'{_W}date')])}"
        for node in comments.iter(f"{_W}comment")
    }
    for node in comments.iter(f"{_W}comment"):
        name = str(node.get(f"{_W}id", ""))
        parent, done = next((threads[mark] for mark in reversed(marks[name]) if mark in threads), ("", False))
        start, end = text.starts.get(name), text.ends.get(name)
        has_words = start is not None and end is not None and start < end
        quote = whole[start:end] if has_words and parent not in by_mark else ""
        mark = Highlight(
            where=f"comment {name}",
            quote=quote,
            prefix=whole[max(0, (start or 0) - _CONTEXT) : start] if quote else "",
            suffix=whole[end : (end or 0) + _CONTEXT] if quote else "",
            body=_said(node),
            address=address,
            title=title,
            by=str(node.get(f"{_W}author", "")),
            created=str(node.get(f"{_W}date", "")),
            kept={"resolved": True} if done else {},
            id=ids[name],
            parents=(ids[by_mark[parent]],) if parent in by_mark else (),
        )
        yield incoming(mark, "word", layer_of("Word"))


def _marks(comment: etree._Element) -> list[str]:
    return [str(p.get(f"{_W14}paraId")) for p in comment.iter(f"{_W}p") if p.get(f"{_W14}paraId")]


def _said(comment: etree._Element) -> str:
    return "\n\n".join(_paragraph(p) for p in comment.iter(f"{_W}p")).strip()


def _paragraph(paragraph: etree._Element) -> str:
    words = (" " if node.tag == f"{_W}tab" else "\n" if node.tag == f"{_W}br" else node.text or ""
             for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"))  # fmt: skip
    return "".join(words).strip()
