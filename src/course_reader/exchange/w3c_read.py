"""Reading W3C Web Annotations from plain JSON keys; without a JSON-LD processor, nothing is ever fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, get_args

from course_reader.exchange import bodies
from course_reader.exchange.dates import utc
from course_reader.exchange.records import Form, Incoming, LayerInfo, Passage, digest
from course_reader.exchange.w3c_check import SETS, is_iri, many, one, types
from course_reader.model.limits import TITLE
from course_reader.model.note import NoteKind
from course_reader.model.outputs import AUDIENCES, CLASS

#: the kind of note for each motivation; for all others it is a comment
KIND_OF: dict[str, NoteKind] = {
    "commenting": "comment",
    "questioning": "question",
    "editing": "correction",
    "describing": "context",
}
#: prefix of our own keys in an exported annotation
OWN = "reader:"
_NOTE_ID = re.compile(r"n-[0-9a-f]{8}")
_HASH = re.compile(r"[\w:.-]{1,100}")
_KEPT = ("rights", "audience", "canonical", "via", "generator", "generated", "stylesheet")
#: keys of a body or target that are read; one with only these need not be kept in `original`
_READ = {"type", "value", "format", "language", "purpose", "source", "selector", "exact", "prefix", "suffix", "end"} | {
    "start",
    "id",
    "refinedBy",
}
_READ_SELECTORS = {"TextQuoteSelector", "TextPositionSelector"}


@dataclass(slots=True)
class _Bodies:
    """The contents of an annotation's bodies."""

    texts: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    language: str | None = None
    #: whether a body contains data that is not read
    more: bool = False


def read(item: dict[str, Any], where: str, layers: dict[str, LayerInfo]) -> Incoming:
    """Read an annotation that has been checked.

    Args:
        item: The annotation.
        where: Its place in the file.
        layers: The sets of notes that the file itself describes, by name.
    """
    motivations = [str(m).removeprefix("oa:") for m in many(item.get("motivation"))]
    said = _said(item, motivations)
    own = _own(item, layers)
    places = (*_places(item.get("target")), *own.get("page", ()))
    text = "\n\n".join(t for t in said.texts if t) or bodies.WORDLESS
    parents = tuple(p.address for p in _places(item.get("target"))) if "replying" in motivations else ()
    form: Form = "reader" if own else "w3c"
    read_id = item.get("id")
    return Incoming(
        where=where,
        form=form,
        id=one(read_id) if read_id else f"content:{digest([text, said.tags, [vars_of(p) for p in places]], 24)}",
        places=places,
        body=bodies.tidy(text),
        tags=tuple(dict.fromkeys(filter(None, map(bodies.line, said.tags)))),
        kind=own.get("kind") or _kind(motivations),
        title=own.get("title"),
        by=_name(one(item.get("creator"))),
        created=utc(one(item["created"])) if item.get("created") else own.get("created"),
        modified=utc(one(item["modified"])) if item.get("modified") else own.get("modified"),
        language=said.language,
        parents=parents,
        layer=own.get("layer"),
        kept={} if own else _kept(item, motivations, said),
        note_id=own.get("note_id"),
        paragraph=own.get("paragraph"),
        text_hash=own.get("text_hash"),
        original=own.get("original"),
        gloss=f"{OWN}entry" in item,
    )


def vars_of(place: Passage) -> list[object]:
    """A place as a list of its values, for hashing."""
    return [place.address, place.quote, place.prefix, place.suffix, place.start]


def _kind(motivations: list[str]) -> NoteKind:
    return next((KIND_OF[m] for m in motivations if m in KIND_OF), "comment")


# --- bodies


def _said(item: dict[str, Any], motivations: list[str]) -> _Bodies:
    said = _Bodies()
    if item.get("bodyValue") is not None:
        said.texts.append(bodies.from_plain(one(item["bodyValue"])))
    tagging = motivations == ["tagging"]
    for body in many(item.get("body")):
        _say(body, said, tagging=tagging)
    return said


def _say(body: Any, said: _Bodies, *, tagging: bool) -> None:
    if isinstance(body, str):
        said.texts.append(bodies.link(body))
        return
    purposes = many(body.get("purpose"))
    tag = "tagging" in purposes if purposes else tagging
    if not set(body) <= _READ or isinstance(body.get("source"), dict) or body.get("selector"):
        said.more = True
    if set(types(body)) & set(SETS) or "items" in body:
        said.more = True
        chosen = body["items"][:1] if "Choice" in types(body) else body["items"]
        for inner in chosen:
            _say(inner, said, tagging=tag)
        return
    if "source" not in body and "value" in body:
        value = one(body["value"])
        language = one(body.get("language"))
        if tag:
            said.tags.append(value)
            return
        said.language = said.language or (language if isinstance(language, str) else None)
        said.texts.append(bodies.of_format(value, next(iter(many(body.get("format"))), None)))
        return
    address = _address(body)
    (said.tags if tag else said.texts).append(address if tag else bodies.link(address))


def _address(resource: dict[str, Any]) -> str:
    source = one(resource.get("source", resource.get("id")))
    return str((one(source.get("id")) if isinstance(source, dict) else source) or "")


# --- targets


def _places(value: Any) -> Iterator[Passage]:
    for target in many(value):
        if isinstance(target, str):
            yield Passage(target)
        elif "items" in target:
            yield from _places(target["items"])
        else:
            yield _place(_address(target), many(target.get("selector")))


def _place(address: str, selectors: list[Any]) -> Passage:
    quote: dict[str, Any] | None = None
    start: int | None = None
    for selector in _chain(selectors):
        kinds = types(selector)
        if "TextQuoteSelector" in kinds and quote is None:
            quote = selector
        elif "TextPositionSelector" in kinds and start is None:
            start = one(selector["start"])
    if quote is None or not one(quote["exact"]).strip():
        return Passage(address, start=start)
    prefix, suffix = (one(quote.get(key)) or "" for key in ("prefix", "suffix"))
    return Passage(address, one(quote["exact"]), prefix, suffix, start)


def _chain(selectors: list[Any]) -> Iterator[dict[str, Any]]:
    """Each selector and those that refine it."""
    for selector in selectors:
        if isinstance(selector, dict):
            yield selector
            yield from _chain(many(selector.get("refinedBy")))


# --- creator, and data that is kept


def _name(creator: Any) -> str | None:
    if isinstance(creator, str):
        return bodies.line(creator) or None
    if not isinstance(creator, dict):
        return None
    for key in ("name", "nickname", "id"):
        value = one(creator.get(key))
        if isinstance(value, str) and bodies.line(value):
            return bodies.line(value)
    return None


def _kept(item: dict[str, Any], motivations: list[str], said: _Bodies) -> dict[str, Any]:
    """The data that a note has no key for, unchanged."""
    kept = {key: item[key] for key in _KEPT if key in item}
    if motivations and motivations != ["commenting"]:
        kept["motivation"] = item["motivation"]
    creator = one(item.get("creator"))
    if isinstance(creator, dict) and set(creator) - {"type", "name"}:
        kept["creator"] = item["creator"]
    if said.more:
        kept["body"] = item["body"]
    targets = many(item["target"])
    if len(targets) > 1 or any(isinstance(t, dict) and not _plain(t) for t in targets):
        kept["target"] = item["target"]
    return kept


def _plain(target: dict[str, Any]) -> bool:
    """Whether a target consists only of a page and words on it."""
    selectors = [s for s in many(target.get("selector")) if isinstance(s, dict)]
    return (
        set(target) <= _READ
        and not isinstance(one(target.get("source")), dict)
        and len(selectors) == len(many(target.get("selector")))
        and all(set(types(s)) <= _READ_SELECTORS and "refinedBy" not in s for s in selectors)
    )


# --- our own exports


def _own(item: dict[str, Any], layers: dict[str, LayerInfo]) -> dict[str, Any]:
    """The values that only our own exports have; a value in any other form is ignored."""
    note_id = item.get(f"{OWN}note")
    if not isinstance(note_id, str) or not _NOTE_ID.fullmatch(note_id):
        return {}
    kind, paragraph, text_hash = (item.get(OWN + key) for key in ("kind", "paragraph", "textHash"))
    title = item.get(f"{OWN}title")
    layer = item.get(f"{OWN}layer")
    return {
        "note_id": note_id,
        "kind": kind if kind in get_args(NoteKind) else None,
        "title": bodies.line(title)[:TITLE] or None if isinstance(title, str) else None,
        "paragraph": paragraph if type(paragraph) is int and paragraph > 0 else None,
        "text_hash": text_hash if is_mark(text_hash) else None,
        "layer": layers.get(layer) or _named(layer) if isinstance(layer, str) else None,
        "page": (Passage(str(item[f"{OWN}page"])),) if is_iri(item.get(f"{OWN}page")) else (),
        "original": _original(item.get(f"{OWN}original")),
        **{
            key: bodies.line(item[OWN + key]) for key in ("created", "modified") if isinstance(item.get(OWN + key), str)
        },
    }


def is_mark(value: Any) -> bool:
    """Whether a value can be the hash of a text."""
    return isinstance(value, str) and bool(_HASH.fullmatch(value))


def _named(layer: str) -> LayerInfo | None:
    return LayerInfo(layer, layer) if is_layer_name(layer) else None


def _original(text: Any) -> dict[str, Any] | None:
    try:
        value = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None
    return (
        {k: v for k, v in value.items() if k in ("id", "source", "format", "kept")} if isinstance(value, dict) else None
    )


#: file names that are allowed on every system
_LAYER = re.compile(r"(?!(con|prn|aux|nul|com\d|lpt\d)$)[^\W_][^\x00-\x1f\x7f/\\:*?\"<>|]{0,79}(?<![ .])", re.I)


def is_layer_name(name: str) -> bool:
    """Whether a set of notes can have this name, which is also the name of its file."""
    return bool(_LAYER.fullmatch(name)) and ".." not in name and name.isprintable()


def layers_of(collection: dict[str, Any]) -> dict[str, LayerInfo]:
    """The sets of notes that one of our own collections describes, by name."""
    found: dict[str, LayerInfo] = {}
    for value in many(collection.get(f"{OWN}layers")):
        if not isinstance(value, dict):
            continue
        texts = {k: bodies.line(v) for k in _HEAD if isinstance(v := value.get(OWN + k), str)}
        name = texts.get("name", "")
        if is_layer_name(name):
            audience = next((one for one in AUDIENCES if one == texts.get("audience")), CLASS)
            author, language = texts.get("author"), texts.get("language")
            found[name] = LayerInfo(name, texts.get("title") or name, author, language, audience)
    return found


_HEAD = ("name", "title", "author", "language", "audience")
