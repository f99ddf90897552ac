"""Reading a file of annotations in any form: a single one, a list, rows, an export, a collection or a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from course_reader.exchange import hypothesis_read, w3c_check, w3c_read
from course_reader.exchange.complaints import Complaints, refuse, shown
from course_reader.exchange.exports import recogito, registry, word, zotero
from course_reader.exchange.json_file import decode, load
from course_reader.exchange.records import Incoming, LayerInfo
from course_reader.exchange.w3c_check import types
from course_reader.model.limits import body_fault, quote_fault

#: most annotations in one file
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Batch:
    """The annotations of a file, each once, with parents before their replies."""

    annotations: tuple[Incoming, ...]
    #: addresses of pages that the file refers to but does not contain
    elsewhere: tuple[str, ...] = ()
    #: addresses of the pages that it contains
    pages: tuple[str, ...] = ()
    #: characters that no note may hold, and that were left out
    hidden: tuple[str, ...] = ()


@dataclass(slots=True)
class _Pages:
    """The addresses of the pages of collections."""

    held: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    item: Any
    where: str
    #: whether it is the only annotation in its file
    top: bool = False


def read(data: bytes, path: str = "") -> Batch:
    """Read a file of annotations: W3C Web Annotations, or an export of another tool, told by its content.

    Args:
        data: The contents of the file.
        path: The path of the file, as problems should show it.

    Raises:
        MalformedError: with all problems. A file is read as a whole or not at all.

    >>> batch = read(b'''{
    ...   "@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:example:1", "type": "Annotation",
    ...   "bodyValue": "Which one?", "target": "https://news.example/talks"}''')
    >>> batch.annotations[0].body, batch.annotations[0].source
    ('Which one?', 'https://news.example/talks')
    """
    if data.startswith(b"PK"):
        return _read_document(data, path)
    hidden: list[str] = []
    text = decode(data, path, hidden)
    if text.lstrip()[:1] in ("[", "{", ""):
        batch = read_value(load(data, path, hidden), path)
    else:
        batch = _read_export(text, path)
    return replace(batch, hidden=tuple(dict.fromkeys(hidden)))


def _read_document(data: bytes, path: str) -> Batch:
    """Read the comments of a document of Word."""
    try:
        found = word.read(data)
    except ValueError as error:
        raise refuse(path, f"{error}; open it, save it again as .docx, and import that") from None
    if not found:
        raise refuse(path, "this document has no comments; an article is imported with `course-reader import`")
    return _batch(found, Complaints(path))


def _read_export(text: str, path: str) -> Batch:
    """Read an export that is not JSON."""
    annotations = registry.read(text)
    if annotations is None:
        raise refuse(path, registry.refusal(text))
    return _batch(annotations, Complaints(path))


def read_value(value: Any, path: str = "") -> Batch:
    """Read annotations from a JSON value, as `read` does from a file.

    Raises:
        MalformedError: with all problems.
    """
    found, pages, layers = Complaints(path), _Pages(), dict[str, LayerInfo]()
    items = list(_items(value, found, pages, layers))
    _check_number(items, path)
    batch = _batch([one for item in items if (one := _read(item, found, layers)) is not None], found)
    missing = tuple(address for address in dict.fromkeys(pages.elsewhere) if address not in pages.held)
    return replace(batch, elsewhere=missing, pages=tuple(dict.fromkeys(pages.held)))


def _batch(annotations: list[Incoming], found: Complaints) -> Batch:
    """The annotations in order, if none of them is too large."""
    _check_number(annotations, found.path)
    for one in annotations:
        _check_size(one, found)
    found.end()
    return Batch(tuple(_in_order(_answers(annotations))))


def _check_number(items: Sequence[object], path: str) -> None:
    if len(items) > MOST:
        raise refuse(path, f"it contains {len(items):,} annotations, but at most {MOST:,} can be read at once")


# --- finding the annotations


def _items(value: Any, found: Complaints, pages: _Pages, layers: dict[str, LayerInfo]) -> Iterator[_Found]:
    if isinstance(value, list):
        yield from _listed(value, "", found, pages, layers)
        return
    if not isinstance(value, dict):
        found.add("", f"it is {shown(value)}; annotations are objects, or a list of them")
        return
    for key in ("rows", "annotations"):
        if key in value:
            yield from _rows(value, key, found)
            return
    kinds = types(value)
    if "AnnotationCollection" in kinds or "AnnotationPage" in kinds:
        w3c_check.check_context(value, "", found, needed=True)
        layers.update(w3c_read.layers_of(value))
        yield from _container(value, "", found, pages)
        return
    yield _Found(value, "", top=True)


def _listed(
    values: list[Any], where: str, found: Complaints, pages: _Pages, layers: dict[str, LayerInfo]
) -> Iterator[_Found]:
    """A list of annotations, or of a collection and its pages."""
    for i, item in enumerate(values):
        at = f"{where}[{i}]"
        if isinstance(item, dict) and {"AnnotationCollection", "AnnotationPage"} & set(types(item)):
            layers.update(w3c_read.layers_of(item))
            yield from _container(item, at, found, pages)
        else:
            yield _Found(item, at)


def _rows(value: dict[str, Any], key: str, found: Complaints) -> Iterator[_Found]:
    for name in (key, "replies") if key == "rows" and "replies" in value else (key,):
        rows = value[name]
        if not isinstance(rows, list):
            found.add(name, f"it is {shown(rows)}; it should be a list of annotations")
            continue
        yield from (_Found(item, f"{name}[{i}]") for i, item in enumerate(rows))
    total = value.get("total")
    if type(total) is int and isinstance(value[key], list) and total < 0:
        found.add("total", f"it is {total}; it should be a whole number from 0")


def _container(value: dict[str, Any], where: str, found: Complaints, pages: _Pages) -> Iterator[_Found]:
    """A collection or a page, and the pages nested in it."""
    page: Any = value
    at = where
    if "AnnotationCollection" in types(value):
        label = _at(where, "first")
        page = w3c_check.one(value.get("first"))
        if page is None:
            if "items" in value:
                page = value
            else:
                _nothing_inside(value, where, found)
                return
        elif isinstance(page, str):
            _is_elsewhere(page, label, found, pages)
            return
        else:
            at = label
    while True:
        if not isinstance(page, dict):
            found.add(at, f"it is {shown(page)}; it should be a page of annotations")
            return
        if w3c_check.is_iri(name := w3c_check.one(page.get("id"))):
            pages.held.append(name)
        items = page.get("items")
        if not isinstance(items, list):
            found.add(_at(at, "items"), "a page of annotations has a list “items”")
        else:
            yield from (_Found(item, f"{_at(at, 'items')}[{i}]") for i, item in enumerate(items))
        page, at = w3c_check.one(page.get("next")), _at(at, "next")
        if page is None:
            return
        if isinstance(page, str):
            _is_elsewhere(page, at, found, pages)
            return


def _at(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


def _nothing_inside(value: dict[str, Any], where: str, found: Complaints) -> None:
    total = w3c_check.one(value.get("total"))
    if total is not None and (type(total) is not int or total < 0):
        found.add(_at(where, "total"), f"it is {shown(total)}; it should be a whole number from 0")
    elif total:
        found.add(where, f"it announces {total} annotations but has no page “first” that contains them")


def _is_elsewhere(address: str, where: str, found: Complaints, pages: _Pages) -> None:
    if w3c_check.is_iri(address):
        pages.elsewhere.append(address)
    else:
        found.add(where, f"it is {shown(address)}, which is not an address (IRI)")


# --- reading each


def _read(at: _Found, found: Complaints, layers: dict[str, LayerInfo]) -> Incoming | None:
    item, where = at.item, at.where
    if not isinstance(item, dict):
        found.add(where, f"it is {shown(item)}; an annotation is an object")
        return None
    if hypothesis_read.is_hypothesis(item):
        return hypothesis_read.read(item, where) if hypothesis_read.check(item, where, found) else None
    if recogito.is_recogito(item):
        return recogito.read(item, where)
    if zotero.is_zotero(item):
        return zotero.read(item, where)
    ok = w3c_check.check(item, where, found, top=at.top)
    return w3c_read.read(item, where, layers) if ok else None


def _check_size(one: Incoming, found: Complaints) -> None:
    """The limits of notes, which hold wherever a note comes from."""
    if wrong := body_fault(one.body):
        found.add(one.where, f"its text is too long for a note: {wrong}")
    for place in one.places:
        for text in (place.quote, place.prefix, place.suffix):
            if wrong := quote_fault(text or ""):
                found.add(one.where, f"its quote is too long: {wrong}")


def _answers(annotations: list[Incoming]) -> list[Incoming]:
    """Treat every annotation about another one as a reply to it, whatever its motivation."""
    ids = {a.id for a in annotations}
    return [
        a
        if a.parents or a.form == "hypothesis"
        else replace(a, parents=tuple(p.address for p in a.places if p.address in ids - {a.id}))
        for a in annotations
    ]


def _in_order(annotations: list[Incoming]) -> Iterator[Incoming]:
    """Parents first; of two with the same id only the later one, which is from the newer page."""
    by_id = {a.id: a for a in annotations}
    done: set[str] = set()
    for start in by_id.values():
        for one in reversed(_upwards(start, by_id)):
            if one.id not in done:
                done.add(one.id)
                last = _upwards(one, by_id)[-1]
                yield replace(one, circular=_nearest(last, by_id) is one)


def _upwards(start: Incoming, by_id: dict[str, Incoming]) -> list[Incoming]:
    """An annotation, its parent, the parent of that, and so on, without repetition."""
    path, seen = [start], {start.id}
    while (parent := _nearest(path[-1], by_id)) and parent.id not in seen:
        path.append(parent)
        seen.add(parent.id)
    return path


def _nearest(annotation: Incoming, by_id: dict[str, Incoming]) -> Incoming | None:
    """The nearest annotation in the file that another one replies to."""
    return next((by_id[name] for name in annotation.parents if name in by_id), None)
