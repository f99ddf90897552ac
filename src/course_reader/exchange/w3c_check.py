"""Checking annotations against the W3C's Web Annotation Data Model: everything that its schemas require."""

from __future__ import annotations

import re
from typing import Any

from course_reader.exchange.complaints import Complaints, shown
from course_reader.exchange.dates import is_time

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_CONTEXTS = {CONTEXT, CONTEXT.replace("http:", "https:")}

#: an absolute or relative address
_IRI = re.compile(r"[^\s<>\"{}|\\^`]+")
SETS = ("Choice", "List", "Composite", "Independents")
_DIRECTIONS = ("ltr", "rtl", "auto")
_VALUE_SELECTORS = ("FragmentSelector", "CssSelector", "XPathSelector")
_SPANS = ("TextPositionSelector", "DataPositionSelector")


def one(value: Any) -> Any:
    """The only item of a list, or the value itself; JSON-LD makes no difference between the two."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def many(value: Any) -> list[Any]:
    """A value as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def types(value: dict[str, Any]) -> list[str]:
    """The types of an object."""
    return [kind for kind in many(value.get("type", value.get("@type"))) if isinstance(kind, str)]


def is_iri(value: Any) -> bool:
    """Whether a value can be an address."""
    return isinstance(value, str) and bool(_IRI.fullmatch(value))


def check_context(item: dict[str, Any], where: str, found: Complaints, *, needed: bool) -> None:
    """Check the `@context` of a document, which identifies it as annotations."""
    place = _join(where, "@context")
    if "@context" not in item:
        if needed:
            found.add(where, f"the key “@context” is missing; it should be “{CONTEXT}”")
    elif not any(isinstance(c, str) and c in _CONTEXTS for c in many(item["@context"])):
        found.add(place, f"it is {shown(item['@context'])}; it should include “{CONTEXT}”")


def check(item: dict[str, Any], where: str, found: Complaints, *, top: bool) -> bool:
    """Check an annotation.

    Args:
        item: The annotation.
        where: Its place in the file.
        found: Errors are added to this.
        top: Whether it is the only annotation in its file and therefore needs a context.

    Returns:
        Whether it is valid.
    """
    before = found.count
    check_context(item, where, found, needed=top)
    _id(item, where, found)
    if "Annotation" not in types(item):
        given = f"is {shown(item['type'])}" if "type" in item else "is missing"
        found.add(_join(where, "type"), f"it {given}; it should be “Annotation”")
    if item.get("body") is not None and item.get("bodyValue") is not None:
        found.add(where, "it has both “body” and “bodyValue”; remove one of them")
    if "bodyValue" in item and not isinstance(one(item["bodyValue"]), str):
        found.add(_join(where, "bodyValue"), f"it is {shown(item['bodyValue'])}; it should be one text")
    for at, body in _each(item.get("body"), _join(where, "body")):
        _resource(body, at, found, target=False)
    if not many(item.get("target")):
        found.add(where, "the key “target” is missing, so the annotation does not say what it is about")
    for at, target in _each(item.get("target"), _join(where, "target")):
        _resource(target, at, found, target=True)
    _common(item, where, found)
    return found.count == before


def _join(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


def _each(value: Any, where: str) -> list[tuple[str, Any]]:
    if isinstance(value, list):
        return [(f"{where}[{i}]", item) for i, item in enumerate(value)]
    return [] if value is None else [(where, value)]


def _id(item: dict[str, Any], where: str, found: Complaints) -> None:
    if "id" not in item:
        return
    value = item["id"]
    if isinstance(value, list) and len(value) != 1:
        found.add(_join(where, "id"), f"there are {len(value)} of them; an annotation has one")
    elif not is_iri(one(value)):
        found.add(_join(where, "id"), f"it is {shown(one(value))}, which is not an address (IRI)")


def _common(item: dict[str, Any], where: str, found: Complaints) -> None:
    """Check the keys that annotations, bodies and targets have in common."""
    for key in ("created", "modified", "generated"):
        if key in item:
            value = one(item[key])
            if isinstance(value, list):
                found.add(_join(where, key), f"there are {len(value)} times; there should be one")
            elif not isinstance(value, str) or not is_time(value):
                found.add(_join(where, key), f"it is {shown(value)}, which is not a time such as 2015-10-13T13:00:00Z")
    for key in ("creator", "generator"):
        for at, value in _each(item.get(key), _join(where, key)):
            if not isinstance(value, dict) and not is_iri(value):
                found.add(at, f"it is {shown(value)}; it should be an address or an object with a name")
    for key in ("rights", "via", "canonical"):
        for at, value in _each(item.get(key), _join(where, key)):
            if not is_iri(value):
                found.add(at, f"it is {shown(value)}, which is not an address (IRI)")
    if len(many(item.get("canonical"))) > 1:
        found.add(_join(where, "canonical"), "there is more than one; an annotation has one")
    for at, value in _each(item.get("motivation"), _join(where, "motivation")):
        if not isinstance(value, str):
            found.add(at, f"it is {shown(value)}; it should be a word such as “commenting”")


def _resource(value: Any, where: str, found: Complaints, *, target: bool) -> None:
    """Check a body or a target."""
    word = "target" if target else "body"
    if isinstance(value, str):
        if not is_iri(value):
            found.add(
                where, f"it is {shown(value)}, which is not an address; a textual {word} is an object with “value”"
            )
        return
    if not isinstance(value, dict):
        found.add(where, f"it is {shown(value)}; a {word} is an address or an object")
        return
    kinds = types(value)
    if "items" in value or set(kinds) & set(SETS):
        _set(value, kinds, where, found, target=target)
    elif "source" in value or "SpecificResource" in kinds or "selector" in value:
        _specific(value, where, found, target=target)
    elif not target and ("value" in value or "TextualBody" in kinds):
        if not isinstance(one(value.get("value")), str):
            given = f"is {shown(value['value'])}" if "value" in value else "is missing"
            found.add(_join(where, "value"), f"it {given}; a textual body has one text")
    elif not value.get("id"):
        found.add(where, f"it has none of “id”, “source”, “items”{'' if target else ', “value”'}, so it has no content")
    if "id" in value:
        _id(value, where, found)
    _described(value, where, found)
    _common(value, where, found)


def _set(value: dict[str, Any], kinds: list[str], where: str, found: Complaints, *, target: bool) -> None:
    named = [kind for kind in kinds if kind in SETS]
    if len(named) != 1:
        count = "none" if not named else " and ".join(named)
        found.add(
            _join(where, "type"),
            f"it includes {count} of {', '.join(SETS)}; a set of items has exactly one of these types",
        )
    items = value.get("items")
    if not isinstance(items, list) or not items:
        found.add(_join(where, "items"), "it should be a list of resources")
        return
    for at, item in _each(items, _join(where, "items")):
        _resource(item, at, found, target=target)


def _specific(value: dict[str, Any], where: str, found: Complaints, *, target: bool) -> None:
    source = one(value.get("source"))
    # Annotators that live in a page name only the words: the page is the one they are in.
    in_its_page = target and "source" not in value and "SpecificResource" not in types(value)
    if source is None and not in_its_page:
        found.add(_join(where, "source"), "it is missing; a part of a resource has to name the resource")
    elif isinstance(source, dict):
        if not is_iri(one(source.get("id"))):
            found.add(_join(where, "source.id"), f"it is {shown(source.get('id'))}, which is not an address (IRI)")
    elif source is not None and not is_iri(source):
        found.add(_join(where, "source"), f"it is {shown(source)}, which is not an address (IRI)")
    for at, selector in _each(value.get("selector"), _join(where, "selector")):
        _selector(selector, at, found)


def _described(value: dict[str, Any], where: str, found: Complaints) -> None:
    for key in ("format", "language", "processingLanguage"):
        for at, text in _each(value.get(key), _join(where, key)):
            if not isinstance(text, str):
                found.add(at, f"it is {shown(text)}; it should be a text")
    for key in ("processingLanguage", "textDirection"):
        if len(many(value.get(key))) > 1:
            found.add(_join(where, key), f"there are {len(value[key])} of them; there should be one")
    direction = one(value.get("textDirection"))
    if direction is not None and not isinstance(direction, list) and direction not in _DIRECTIONS:
        found.add(_join(where, "textDirection"), f"it is {shown(direction)}; it should be ltr, rtl or auto")


def _selector(value: Any, where: str, found: Complaints) -> None:
    if isinstance(value, str):
        if not is_iri(value):
            found.add(where, f"it is {shown(value)}; a selector is an object, or the address of one")
        return
    if not isinstance(value, dict):
        found.add(where, f"it is {shown(value)}; a selector is an object")
        return
    kinds = types(value)
    if set(kinds) & set(_VALUE_SELECTORS):
        _text(value, "value", where, found)
    if "TextQuoteSelector" in kinds:
        _text(value, "exact", where, found)
        for key in ("prefix", "suffix"):
            if value.get(key) is not None:
                _text(value, key, where, found)
    if set(kinds) & set(_SPANS):
        span = [one(value.get(key)) for key in ("start", "end")]
        if not all(type(n) is int and n >= 0 for n in span) or span[0] > span[1]:
            found.add(where, "“start” and “end” should be whole numbers from 0, with the end not before the start")
    for at, inner in _each(value.get("refinedBy"), _join(where, "refinedBy")):
        _selector(inner, at, found)


def _text(value: dict[str, Any], key: str, where: str, found: Complaints) -> None:
    text = one(value.get(key))
    if isinstance(text, list):
        found.add(_join(where, key), f"there are {len(text)} of them; there should be one")
    elif not isinstance(text, str):
        given = f"is {shown(text)}" if key in value else "is missing"
        found.add(_join(where, key), f"it {given}; it should be a text")
