"""The inner form of Recogito's annotators: bodies beside a target, whose selector has the words and their offsets."""

from __future__ import annotations

from typing import Any

from course_reader.exchange import bodies
from course_reader.exchange.exports.highlight import Highlight, incoming, layer_of
from course_reader.exchange.records import Incoming


def is_recogito(item: Any) -> bool:
    """Whether an object looks like an annotation in this form."""
    return isinstance(item, dict) and isinstance(item.get("bodies"), list) and "body" not in item


def read(item: dict[str, Any], where: str) -> Incoming:
    """Read an annotation; parts in any other form are kept as they are."""
    parts = [body for body in item["bodies"] if isinstance(body, dict)]
    target = item.get("target") if isinstance(item.get("target"), dict) else {}
    assert isinstance(target, dict)
    selector = _first(target.get("selector"))
    texts = [_text(body.get("value")) for body in parts if body.get("purpose") != "tagging"]
    people = [name for name in map(_name, [target, *parts]) if name]
    start = selector.get("start")
    mark = Highlight(
        where=where,
        quote=_text(selector.get("quote")),
        body="\n\n".join(bodies.from_plain(text) for text in texts if text),
        address=_text(target.get("source")),
        by=people[0] if people else "",
        created=next((_text(part.get("created")) for part in [target, *parts] if part.get("created")), ""),
        tags=tuple(_text(body.get("value")) for body in parts if body.get("purpose") == "tagging"),
        start=start if type(start) is int and start >= 0 else None,
        kept={key: value for key, value in item.items() if key not in ("id", "bodies")},
        id=_text(item.get("id")),
    )
    return incoming(mark, "recogito", layer_of("Recogito"))


def _first(value: Any) -> dict[str, Any]:
    values = value if isinstance(value, list) else [value]
    return next((one for one in values if isinstance(one, dict)), {})


def _name(part: dict[str, Any]) -> str:
    creator = part.get("creator")
    return _text(creator.get("name") or creator.get("id")) if isinstance(creator, dict) else _text(creator)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
