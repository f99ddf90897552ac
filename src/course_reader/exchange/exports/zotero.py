"""Annotations of a library of literature (Zotero): a list of marked passages with their remarks."""

from __future__ import annotations

from typing import Any

from course_reader.exchange import bodies
from course_reader.exchange.exports.highlight import Highlight, incoming, layer_of
from course_reader.exchange.records import Incoming

_KINDS = ("highlight", "underline", "note", "text", "image", "ink")
_READ = {"text", "comment", "tags", "authorName", "dateCreated", "dateModified", "id", "key", "type"}
_STORED = "annotation"


def is_zotero(item: Any) -> bool:
    """Whether an object looks like an annotation as the reader keeps it, or as the library exports it."""
    if not isinstance(item, dict) or "@context" in item:
        return False
    data = _data(item)
    return data.get("type") in _KINDS and ("position" in data or "sortIndex" in data)


def read(item: dict[str, Any], where: str) -> Incoming:
    """Read an annotation. Its remark is HTML if it has elements, plain text otherwise."""
    data = _data(item)
    comment = _text(data.get("comment"))
    name = _text(data.get("id")) or _text(data.get("key"))
    tags = data.get("tags")
    mark = Highlight(
        where=where,
        quote=_text(data.get("text")),
        body=bodies.from_html(comment) if "<" in comment and ">" in comment else bodies.from_plain(comment),
        title=_text(data.get("attachmentTitle")) or _text(data.get("title")),
        address=_text(data.get("url")),
        by=_text(data.get("authorName")),
        created=_text(data.get("dateCreated")) or _text(data.get("dateAdded")) or _text(data.get("dateModified")),
        tags=tuple(_tag(tag) for tag in tags) if isinstance(tags, list) else (),
        kept={key: value for key, value in data.items() if key not in _READ},
        id=f"zotero:{name}" if name else "",
    )
    return incoming(mark, "zotero", layer_of("Zotero"))


def _data(item: dict[str, Any]) -> dict[str, Any]:
    """The keys of an annotation without the prefix that an exported library gives them."""
    data = item.get("data") if isinstance(item.get("data"), dict) else item
    assert isinstance(data, dict)
    if data.get("itemType") != _STORED:
        return data
    short = {
        key.removeprefix(_STORED)[:1].lower() + key.removeprefix(_STORED)[1:]: value
        for key, value in data.items()
        if key.startswith(_STORED) and key != _STORED
    }
    return {**data, **short}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _tag(tag: Any) -> str:
    return _text(tag.get("name") or tag.get("tag")) if isinstance(tag, dict) else _text(tag)
