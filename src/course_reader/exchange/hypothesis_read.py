"""Annotations from Hypothesis, as returned by its API or exported by its client."""

from __future__ import annotations

import re
from typing import Any

from course_reader.exchange import bodies
from course_reader.exchange.complaints import Complaints, shown
from course_reader.exchange.dates import utc
from course_reader.exchange.records import Incoming, LayerInfo, Passage
from course_reader.exchange.w3c_check import is_iri

#: the public group
WORLD = "__world__"
LAYER = "hypothesis"

_TEXTS = ("id", "uri", "text", "user", "group", "created", "updated")


def is_hypothesis(item: Any) -> bool:
    """Whether an object looks like an annotation from Hypothesis."""
    return isinstance(item, dict) and "type" not in item and ("uri" in item or "user" in item) and "bodies" not in item


def check(item: dict[str, Any], where: str, found: Complaints) -> bool:
    """Check an annotation and record its errors; returns whether it is valid."""
    before = found.count
    for key in _TEXTS:
        if item.get(key) is not None and not isinstance(item[key], str):
            found.add(f"{where}.{key}", f"it is {shown(item[key])}; it should be a text")
    if not item.get("uri"):
        found.add(where, "the key “uri” is missing, so the annotation does not say which page it is about")
    elif isinstance(item["uri"], str) and not is_iri(item["uri"]):
        found.add(f"{where}.uri", f"it is {shown(item['uri'])}, which is not an address")
    for key in ("created", "updated"):
        if isinstance(item.get(key), str) and utc(item[key]) is None:
            found.add(f"{where}.{key}", f"it is {shown(item[key])}, which is not a time")
    for key in ("tags", "references"):
        value = item.get(key)
        if value is not None and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            found.add(f"{where}.{key}", f"it is {shown(value)}; it should be a list of texts")
    _targets(item.get("target"), where, found)
    return found.count == before


def _targets(value: Any, where: str, found: Complaints) -> None:
    if value is None:
        return
    if not isinstance(value, list):
        found.add(f"{where}.target", f"it is {shown(value)}; it should be a list")
        return
    for i, target in enumerate(value):
        at = f"{where}.target[{i}]"
        selectors = target.get("selector") if isinstance(target, dict) else None
        if not isinstance(target, dict) or not (selectors is None or isinstance(selectors, list)):
            found.add(at, f"it is {shown(target)}; it should be an object with a list of selectors")
            continue
        for j, selector in enumerate(selectors or []):
            _selector(selector, f"{at}.selector[{j}]", found)


def _selector(value: Any, where: str, found: Complaints) -> None:
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        found.add(where, f"it is {shown(value)}; it should be an object with a type")
    elif value["type"] == "TextQuoteSelector":
        for key in ("exact", "prefix", "suffix"):
            if not isinstance(value.get(key, None if key == "exact" else ""), str):
                given = f"is {shown(value[key])}" if key in value else "is missing"
                found.add(f"{where}.{key}", f"it {given}; it should be a text")
    elif value["type"] == "TextPositionSelector" and type(value.get("start")) is not int:
        found.add(f"{where}.start", f"it is {shown(value.get('start'))}; it should be a whole number")


def read(item: dict[str, Any], where: str) -> Incoming:
    """Read an annotation that has been checked."""
    places = [_place(item["uri"], target) for target in item.get("target") or [{}]]
    if "target" not in item and isinstance(item.get("quote"), str):
        # The older form of annotators has the words beside ranges of elements.
        places = [Passage(item["uri"], item["quote"].strip() or None)]
    text = bodies.from_hypothesis(item.get("text") or "") or bodies.WORDLESS
    created, updated = (utc(item[key]) if item.get(key) else None for key in ("created", "updated"))
    kept: dict[str, Any] = {key: item[key] for key in ("user", "hidden") if item.get(key)}
    if item.get("group", WORLD) != WORLD:
        kept["group"] = item["group"]
    if any(target.get("selector") for target in item.get("target") or ()):
        kept["target"] = item["target"]
    kept |= {key: item[key] for key in ("ranges", "consumer") if item.get(key)}
    return Incoming(
        where=where,
        form="hypothesis",
        id=item.get("id") or f"{item.get('user')} {item.get('created')}",
        places=(*places, *_aliases(item)),
        body=text,
        tags=tuple(dict.fromkeys(filter(None, map(bodies.line, item.get("tags") or [])))),
        by=_name(item),
        created=created,
        modified=updated if updated != created else None,
        parents=tuple(reversed(item.get("references") or [])),
        layer=_layer(item),
        kept=kept,
    )


def _place(uri: str, target: dict[str, Any]) -> Passage:
    selectors = {s["type"]: s for s in reversed(target.get("selector") or [])}
    quote = selectors.get("TextQuoteSelector")
    start = selectors.get("TextPositionSelector", {}).get("start")
    if quote is None or not quote["exact"].strip():
        return Passage(uri, start=start)
    return Passage(uri, quote["exact"], quote.get("prefix", ""), quote.get("suffix", ""), start)


def _aliases(item: dict[str, Any]) -> list[Passage]:
    """Other addresses that the page itself gives for itself."""
    document = item.get("document")
    links = document.get("link") if isinstance(document, dict) else None
    found = []
    for entry in links if isinstance(links, list) else []:
        href = entry.get("href") if isinstance(entry, dict) else None
        if is_iri(href) and href != item["uri"]:
            found.append(Passage(str(href)))
    return found


def _name(item: dict[str, Any]) -> str | None:
    info = item.get("user_info")
    shown_name = info.get("display_name") if isinstance(info, dict) else None
    if isinstance(shown_name, str) and bodies.line(shown_name):
        return bodies.line(shown_name)
    user = item.get("user") or ""
    match = re.fullmatch(r"acct:(.+)@[^@]+", user)
    return bodies.line(match[1] if match else user) or None


def _layer(item: dict[str, Any]) -> LayerInfo:
    """The set of notes for a group. Only public annotations become public; private ones get a separate set."""
    group = item.get("group") or WORLD
    readers = (item.get("permissions") or {}).get("read") if isinstance(item.get("permissions"), dict) else None
    private = isinstance(readers, list) and bool(readers) and not any(str(r).startswith("group:") for r in readers)
    name, title = LAYER, "Hypothesis"
    if group != WORLD:
        word = re.sub(r"[^A-Za-z0-9]+", "-", group).strip("-") or "group"
        name, title = f"{LAYER}-{word}", f"Hypothesis, group {bodies.line(group)}"
    if private:
        name, title = f"{name}-private", f"{title}, private"
    return LayerInfo(name, title, audience="public" if group == WORLD and not private else "class")
