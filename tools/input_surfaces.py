"""Random inputs for everything that reads what people and other programs write, for `random_inputs.py`.

A surface makes an input from a source of chance, and reads it as the reader does. What it raises besides the errors
that a person can put right is a fault.
"""

from __future__ import annotations

import copy
import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import input_pages
import yaml
from input_texts import BIBLIOGRAPHY, FRONT, MARKDOWN, NAMES, PAGE, SENTENCES, damaged, text_of
from pybtex.database.input.bibtex import Parser

from course_reader.errors import ReaderError
from course_reader.exchange import bodies, forms
from course_reader.exchange.json_file import LONGEST
from course_reader.files import front_matter, yaml_lines
from course_reader.model.keys import Form
from course_reader.model.limits import body_fault
from course_reader.model.note import notes_of
from course_reader.model.records import Record, build
from course_reader.pages.safe_markdown import note_html, note_nodes
from course_reader.parts.registry import of_reader
from course_reader.parts.schemas import records
from course_reader.scrape import scrape
from course_reader.sphinx_ext.bib_files import read_sources
from course_reader.text.anchor import describe, resolve
from course_reader.text.mention.index import NameIndex
from course_reader.text.mention.names import Name


@dataclass(frozen=True)
class Surface:
    """Something that reads input."""

    make: Callable[[Random], Any]
    read: Callable[[Any], object]
    #: how often it is chosen, beside the others
    weight: int


# --- values of any type


WRONG: tuple[Any, ...] = (
    None, True, False, 0, -1, 5, 10**30, 1.5, math.inf, math.nan, "", " ", "x", "2022", "2022-13-45", "2022-10-31",
    "..", "1991/1994", "none", "own", "\x07", "\u202e", "😀", "javascript:alert(1)", "a" * 3000, [], [[]], ["x"],
    [1, None], {}, {"x": {"y": []}}, {"status": "own"}, {1: 2}, [{}], [{"text": "Who?"}], [{"name": "x", "to": 5}],
    [["a", "b"]],
)  # fmt: skip


def value(chance: Random, depth: int = 0) -> Any:
    """Any value that YAML or JSON can hold."""
    kind = chance.random()
    if depth < 3 and kind < 0.12:
        return [value(chance, depth + 1) for _ in range(chance.randrange(4))]
    if depth < 3 and kind < 0.24:
        return {chance.choice(KEYS): value(chance, depth + 1) for _ in range(chance.randrange(4))}
    return copy.deepcopy(chance.choice(WRONG))


def _all_keys(record: type[Record], found: dict[str, None]) -> dict[str, None]:
    for name, field in record.model_fields.items():
        key = field.alias or name
        if key not in found:
            found[key] = None
            for inner in _inner(field.annotation):
                _all_keys(inner, found)
    return found


def _inner(annotation: Any) -> list[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return [annotation]
    return [record for part in getattr(annotation, "__args__", ()) for record in _inner(part)]


PARTS = of_reader((), Path())
RECORDS = records(PARTS)
KEYS = tuple(dict.fromkeys(key for record in RECORDS.values() for key in _all_keys(record, {})))


def _record(chance: Random, record: type[Record], depth: int = 0) -> dict[str, Any]:
    """A mapping with some of the keys of a record, each with any value, or with a record of its own kind."""
    found: dict[str, Any] = {}
    for name, field in record.model_fields.items():
        if chance.random() < 0.35 or field.is_required():
            inner = _inner(field.annotation)
            if inner and depth < 3 and chance.random() < 0.6:
                made = [_record(chance, chance.choice(inner), depth + 1) for _ in range(chance.randrange(1, 3))]
                found[field.alias or name] = made if chance.random() < 0.7 else made[0]
            else:
                found[field.alias or name] = value(chance)
    if chance.random() < 0.1:
        found[chance.choice(KEYS)] = value(chance)
    return found


# --- the surfaces


def _schema(chance: Random) -> tuple[str, str]:
    kind = chance.choice(list(RECORDS))
    return kind, yaml.safe_dump(_record(chance, RECORDS[kind]), allow_unicode=True)


def _read_schema(made: tuple[str, str]) -> None:
    kind, text = made
    document = yaml_lines.load(text)
    if kind == "notes":
        notes_of(document, "a.yaml", [])
    elif kind in ("article", "pack"):
        form: Form[Any] = PARTS.articles if kind == "article" else PARTS.packs
        form.read(document, "a.md", [])
    else:
        build(RECORDS[kind], document, "a.md", [])


def _front(chance: Random) -> str:
    return damaged(chance, chance.choice(FRONT))


def _read_front(text: str) -> None:
    front_matter.split(text)
    front = front_matter.read(text)
    front_matter.take_sphinx_keys(front.document)
    PARTS.articles.read(front.document, "a.md", [])


def _page(chance: Random) -> tuple[str, str]:
    text, name = chance.choice(((PAGE, "a.html"), (PAGE, "a.txt"), (SENTENCES, "a.txt"), (MARKDOWN, "a.md")))
    return damaged(chance, text), name


def _note(chance: Random) -> str:
    return damaged(chance, chance.choice((MARKDOWN, SENTENCES, PAGE)))


def _read_note(text: str) -> None:
    if body_fault(text) is None:
        note_html(text)
        note_nodes(text)
    for read in (bodies.from_html, bodies.from_plain, bodies.from_hypothesis, bodies.tidy, bodies.link):
        # A longer text is refused with its file.
        read(text[:LONGEST])


def _annotation(chance: Random) -> bytes:
    quote = {"type": "TextQuoteSelector", "exact": text_of(chance, 6), "prefix": "the ", "suffix": " in"}
    position = {"type": "TextPositionSelector", "start": 1, "end": 3}
    context = "http://www.w3.org/ns/anno.jsonld"
    body = {"type": "TextualBody", "value": text_of(chance, 9), "format": "text/html", "purpose": "tagging"}
    whole: Any = {
        "@context": context, "id": "urn:x:1", "type": "Annotation", "body": [body], "creator": {"name": "Ann"},
        "target": {"source": "https://news.example/a", "selector": [quote, position]},
        "created": "2024-03-06T09:30:12Z", "motivation": "commenting",
    }  # fmt: skip
    if chance.random() < 0.3:
        page = {"type": "AnnotationPage", "items": [whole]}
        whole = {"@context": context, "type": "AnnotationCollection", "first": page}
    return _spoilt(chance, whole)


def _row(chance: Random) -> bytes:
    quote = {"type": "TextQuoteSelector", "exact": text_of(chance, 5), "prefix": "a", "suffix": "b"}
    span = {
        "type": "RangeSelector",
        "startContainer": "/p[1]",
        "startOffset": 1,
        "endContainer": "/p[1]",
        "endOffset": 3,
    }
    address, day = "https://news.example/a", "2024-03-06T09:30:12.3+00:00"
    whole: Any = {
        "id": "a", "created": day, "updated": day, "user": "acct:a@b", "uri": address, "text": text_of(chance, 9),
        "tags": ["x"], "group": "__world__", "references": ["b"], "permissions": {"read": ["group:__world__"]},
        "target": [{"source": address, "selector": [quote, span]}], "user_info": {"display_name": "Ann"},
    }  # fmt: skip
    return _spoilt(chance, {"rows": [whole, whole | {"id": "b"}], "total": 2})


def _spoilt(chance: Random, whole: Any) -> bytes:
    """JSON in which some values are of any other type, or letters are damaged."""
    for _ in range(chance.randrange(4)):
        place = whole
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = chance.choice(keys)
            if isinstance(place[key], (dict, list)) and place[key] and chance.random() < 0.75:
                place = place[key]
                continue
            place[key] = value(chance)
            break
    text = json.dumps(whole, ensure_ascii=chance.random() < 0.5, default=str)
    return (damaged(chance, text) if chance.random() < 0.3 else text).encode("utf-8", "surrogatepass")


def _words(chance: Random) -> tuple[str, str, int, int]:
    old = damaged(chance, text_of(chance, chance.randrange(1, 300)))
    new = damaged(chance, old)
    start = chance.randrange(len(old)) if old else 0
    return old, new, start, min(len(old), start + chance.choice((1, 1, 5, 20, 100, 3000)))


def _read_words(made: tuple[str, str, int, int]) -> None:
    old, new, start, end = made
    if start >= end:
        return
    anchor = describe(old, start, end)
    for text, found in (
        (new, resolve(anchor, new)),
        (new, resolve(anchor, new, snapshot=old)),
        (old, resolve(anchor, old)),
    ):
        spans = [found.span, *((other.start, other.end) for other in found.suggestions)]
        for lo, hi in filter(None, spans):
            assert 0 <= lo < hi <= len(text), f"the span {lo}, {hi} is outside the text of {len(text)} characters"


INDEX = NameIndex([Name(name, name.lower(), kind) for name, kind in NAMES])


def _bibliography(chance: Random) -> str:
    return damaged(chance, BIBLIOGRAPHY)


SURFACES: dict[str, Surface] = {
    "pages": Surface(input_pages.page, input_pages.read, 3),
    "schemas": Surface(_schema, _read_schema, 28),
    "front matter": Surface(_front, _read_front, 12),
    "scraping": Surface(_page, lambda made: scrape(made[0], filename=made[1]), 10),
    "notes": Surface(_note, _read_note, 12),
    "w3c": Surface(_annotation, forms.read, 10),
    "hypothesis": Surface(_row, forms.read, 10),
    "anchoring": Surface(_words, _read_words, 8),
    "mentions": Surface(lambda chance: damaged(chance, SENTENCES), INDEX.find, 5),
    "bibliography": Surface(_bibliography, lambda text: read_sources(text, Parser("utf-8")), 5),
}

#: errors with a sentence for a person
EXPECTED = (ReaderError,)
