"""Writing the notes on an article as a W3C Annotation Collection (JSON-LD); the same notes give the same bytes."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from course_reader.exchange import bodies
from course_reader.exchange.addresses import OWN_SCHEME
from course_reader.exchange.dates import utc
from course_reader.exchange.json_file import storable
from course_reader.exchange.w3c_check import CONTEXT, is_iri, one
from course_reader.exchange.w3c_read import KIND_OF, OWN, is_mark
from course_reader.exchange.w3c_selectors import lost_place, quote, selectors
from course_reader.model.note import Layer, Note
from course_reader.text.paragraphs import NumberedText

_MOTIVATION = {kind: motivation for motivation, kind in KIND_OF.items()}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
#: keys of `original` for internal use; other keys of the export contain the same data
_INNER = {"wrote", "lost", "references"}


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """The article whose notes are exported."""

    slug: str
    title: str
    #: address of its page
    address: str
    text: NumberedText


@dataclass(frozen=True, slots=True)
class NoteOut:
    """A note to export: its set of notes, and the position of its words (code points) if that is certain."""

    id: str
    layer: str
    note: Note
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class GlossOut:
    """A gloss to export."""

    entry: str
    kind: str
    name: str
    gloss: str
    language: str
    span: tuple[int, int]
    #: address of the entry's page
    address: str


def identity(slug: str, name: str) -> str:
    """The id of an item that belongs to an article; it is the same in every export.

    >>> identity("harbour-2024", "n-0123abcd")
    'urn:uuid:b940bde0-c55c-5f4f-ac0c-00d2b764ea61'
    """
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{OWN_SCHEME}{slug}#{name}')}"


def collection(
    article: ExportedArticle, layers: Mapping[str, Layer], notes: Iterable[NoteOut], glosses: Iterable[GlossOut] = ()
) -> dict[str, Any]:
    """Build a collection of notes and glosses.

    Args:
        article: The article.
        layers: What the files of notes say at the top, by file name without ending.
        notes: The notes, in any order.
        glosses: Glosses to export along with them.

    Returns:
        JSON-LD as Python values. Annotations are in the order of the text, replies directly after their parents.

    >>> text = NumberedText("A dispute of forty years.")
    >>> article = ExportedArticle("harbour-2024", "The harbour", "urn:example:harbour", text)
    >>> note = NoteOut("n-0123abcd", "instructor", Note(body="Which one?", quote="dispute"), (2, 9))
    >>> found = collection(article, {"instructor": Layer(title="Notes")}, [note])
    >>> found["first"]["items"][0]["target"]["selector"][0]["exact"]
    'dispute'
    """
    ordered = list(_in_order(list(notes)))
    known = {out.id for out in ordered}
    items = [_note(article, layers[out.layer], out, known) for out in ordered]
    items += [_gloss(article, gloss) for gloss in sorted(glosses, key=lambda g: (g.span, g.entry))]
    name = identity(article.slug, "annotations")
    found: dict[str, Any] = {
        "@context": [CONTEXT, {OWN[:-1]: OWN_SCHEME}],
        "id": name,
        "type": "AnnotationCollection",
        "label": f"Notes on “{bodies.line(article.title)}”",
        "total": len(items),
    }
    if layers:
        found[f"{OWN}layers"] = [_head(name, layers[name]) for name in sorted(layers)]
    found["first"] = {
        "id": identity(article.slug, "page"),
        "type": "AnnotationPage",
        "partOf": {"id": name, "type": "AnnotationCollection"},
        "startIndex": 0,
        "items": items,
    }
    return found


def to_bytes(value: Mapping[str, Any]) -> bytes:
    """The contents of a collection's file."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _head(name: str, layer: Layer) -> dict[str, str]:
    texts = {
        "name": name,
        "title": bodies.line(layer.title) or name,
        "author": layer.author or "",
        "language": _language(layer),
        "audience": layer.audience,
    }
    return {OWN + key: line for key, text in texts.items() if (line := bodies.line(text))}


def _language(layer: Layer) -> str:
    return bodies.line(layer.language) or "en"


def _in_order(notes: list[NoteOut]) -> Iterator[NoteOut]:
    """Sorted by set and position; notes on the whole article last, replies after their parents."""
    by_id = {out.id: out for out in notes}
    answers: dict[str, list[NoteOut]] = {}
    roots = []
    for out in notes:
        parent = out.note.in_reply_to
        if parent in by_id and not _is_circle(out, by_id):
            answers.setdefault(str(parent), []).append(out)
        else:
            roots.append(out)
    last = max((out.span[1] for out in notes if out.span), default=0) + 1
    todo = sorted(roots, key=lambda o: (o.layer, o.span or (last, last), o.id), reverse=True)
    while todo:
        out = todo.pop()
        yield out
        todo += sorted(answers.get(out.id, ()), key=lambda o: (_time(o.note.created) or "", o.id), reverse=True)


def _is_circle(out: NoteOut, by_id: Mapping[str, NoteOut]) -> bool:
    """Whether a note replies to itself through others."""
    seen, at = set[str](), out
    while (parent := at.note.in_reply_to) in by_id and parent not in seen:
        seen.add(str(parent))
        at = by_id[str(parent)]
    return out.id in seen


# --- one note


def _note(article: ExportedArticle, layer: Layer, out: NoteOut, known: set[str]) -> dict[str, Any]:
    note, original = out.note, out.note.original or {}
    answered = _answered(article.slug, note, original)
    motivation = "replying" if answered else _motivation(note, original)
    item: dict[str, Any] = {"id": identity(article.slug, out.id), "type": "Annotation", "motivation": motivation}
    if creator := _creator(note, layer, original):
        item["creator"] = creator
    for key, text in (("created", note.created), ("modified", note.modified)):
        if text and (time := _time(text)):
            item[key] = time
        elif text and (line := bodies.line(text)):
            item[f"{OWN}{key}"] = line
    item |= _rights(original)
    item["body"] = [_textual(bodies.tidy(note.body) or bodies.WORDLESS, _language(layer), motivation)]
    item["body"] += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in _tags(note)]
    place, ours = _target(article, out)
    item["target"] = place if not answered else answered if isinstance(place, str) else [answered, place]
    if item["target"] == answered:
        # Without its parent, nobody could see which page it belongs to.
        ours[f"{OWN}page"] = article.address
    item |= {f"{OWN}note": out.id, f"{OWN}layer": bodies.line(out.layer), f"{OWN}kind": note.kind}
    item |= ({f"{OWN}title": bodies.line(note.title)} if note.title else {}) | ours
    if before := _before(original):
        item[f"{OWN}original"] = json.dumps(before, ensure_ascii=False, sort_keys=True)
    return item


def _answered(slug: str, note: Note, original: Mapping[str, Any]) -> str | None:
    """The id of the annotation that a note replies to."""
    if note.in_reply_to:
        return identity(slug, note.in_reply_to)
    references = original.get("references")
    nearest = references[0] if isinstance(references, list) and references else None
    if not isinstance(nearest, str):
        return None
    return nearest if ":" in nearest and is_iri(nearest) else identity("", nearest)


def _motivation(note: Note, original: Mapping[str, Any]) -> str:
    """The motivation of a note: the one it was imported with, unless its kind was changed here."""
    kept = original.get("kept")
    said = one(kept.get("motivation")) if isinstance(kept, dict) else None
    if isinstance(said, str) and said != "replying" and KIND_OF.get(said, "comment") == note.kind and is_iri(said):
        return said
    return _MOTIVATION[note.kind]


def _creator(note: Note, layer: Layer, original: Mapping[str, Any]) -> dict[str, Any] | None:
    name = bodies.line(note.by or "") or bodies.line(layer.author or "")
    if not name:
        return None
    kept = original.get("kept") if isinstance(original.get("kept"), dict) else {}
    creator = one((kept or {}).get("creator"))
    address = creator.get("id") if isinstance(creator, dict) else (kept or {}).get("user")
    return ({"id": address} if is_iri(address) and ":" in str(address) else {}) | {"type": "Person", "name": name}


def _rights(original: Mapping[str, Any]) -> dict[str, Any]:
    """The keys that have to accompany a note that somebody else made."""
    kept = original.get("kept")
    found = {key: kept[key] for key in ("rights", "canonical") if key in kept} if isinstance(kept, dict) else {}
    name = original.get("id")
    if original.get("format") != "reader" and is_iri(name) and ":" in str(name):
        found["via"] = name
    return found


def _tags(note: Note) -> list[str]:
    return list(dict.fromkeys(filter(None, map(bodies.line, note.tags))))


def _textual(text: str, language: str, purpose: str, media_type: str = "text/markdown") -> dict[str, str]:
    body = {"type": "TextualBody", "value": text, "format": media_type}
    return body | ({"language": language} if _LANGUAGE.fullmatch(language) else {}) | {"purpose": purpose}


def _time(text: str | None) -> str | None:
    return utc(text) if text else None


def _before(original: Mapping[str, Any]) -> dict[str, Any]:
    """Where the note came from, without keys for internal use."""
    if original.get("format") == "reader":
        return {}
    return {key: storable(value) for key, value in original.items() if key not in _INNER}


# --- target


def _target(article: ExportedArticle, out: NoteOut) -> tuple[str | dict[str, Any], dict[str, Any]]:
    """The target of a note, and our own keys for its position."""
    if out.span:
        target = {"type": "SpecificResource", "source": article.address, "selector": selectors(article.text, out.span)}
        at = article.text.paragraph_at(out.span[0])
        ours: dict[str, Any] = {f"{OWN}paragraph": at.number} if at else {}
        return target, ours | {f"{OWN}textHash": article.text.hash}
    stored = lost_place(out.note)
    exact, prefix, suffix = (bodies.tidy(text or "") for text in (stored.quote, stored.prefix, stored.suffix))
    if not exact:
        return article.address, {}
    ours = {f"{OWN}paragraph": stored.paragraph} if stored.paragraph else {}
    ours |= {f"{OWN}textHash": stored.text_hash} if is_mark(stored.text_hash) else {}
    return {"type": "SpecificResource", "source": article.address, "selector": [quote(exact, prefix, suffix)]}, ours


# --- glosses


def _gloss(article: ExportedArticle, gloss: GlossOut) -> dict[str, Any]:
    words = bodies.line(f"{gloss.name}: {gloss.gloss}")
    return {
        "id": identity(article.slug, f"gloss {gloss.entry} {gloss.span[0]}"),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            _textual(words, gloss.language, "describing", "text/plain"),
            {"type": "SpecificResource", "source": gloss.address, "purpose": "identifying"},
        ],
        "target": {
            "type": "SpecificResource",
            "source": article.address,
            "selector": selectors(article.text, gloss.span),
        },
        f"{OWN}entry": gloss.entry,
        f"{OWN}kind": gloss.kind,
    }
