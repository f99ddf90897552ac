"""A passage that a person marked, as exports of many tools give it: words, a remark, and where they come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from course_reader.exchange import bodies
from course_reader.exchange.dates import utc
from course_reader.exchange.records import Form, Incoming, LayerInfo, Passage, digest
from course_reader.model.outputs import Audience

_FORMATS = (
    *("%d %B %Y %H:%M:%S", "%d %B %Y %H:%M", "%d %B %Y", "%B %d, %Y %I:%M:%S %p", "%B %d, %Y, %I:%M %p"),
    *("%B %d, %Y", "%a, %b %d, %Y, %I:%M %p", "%b %d, %Y, %I:%M %p", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S"),
    *("%Y/%m/%d %H:%M", "%Y/%m/%d", "%B %d, %Y %H:%M:%S"),
)
_WEEKDAY = re.compile(r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+")


@dataclass(frozen=True, slots=True)
class Highlight:
    """What an export says of one marked passage; what it does not say is empty."""

    #: its place in the file, such as `line 3`
    where: str
    #: the marked words
    quote: str = ""
    #: the remark, as Markdown
    body: str = ""
    address: str = ""
    #: the title of the page or book
    title: str = ""
    by: str = ""
    created: str = ""
    tags: tuple[str, ...] = ()
    #: offset of the words in the tool's own text; tools count in different ways
    start: int | None = None
    #: what a note has no key for, unchanged
    kept: Mapping[str, Any] = field(default_factory=dict)
    #: its id in the tool, if the export gives one
    id: str = ""
    parents: tuple[str, ...] = ()
    #: the text just before and after the words, if the export has it
    prefix: str = ""
    suffix: str = ""


def incoming(mark: Highlight, form: Form, layer: LayerInfo) -> Incoming:
    """An annotation for the passage; a time in a form that is not known stays among the data that is kept."""
    quote = " ".join(mark.quote.split())
    body = bodies.tidy(mark.body) or bodies.WORDLESS
    by = bodies.line(mark.by) or None
    tags = tuple(dict.fromkeys(filter(None, map(bodies.line, mark.tags))))
    when = time_of(mark.created)
    kept = {key: value for key, value in mark.kept.items() if value not in (None, "", [], {})}
    if mark.created and when is None:
        kept["created"] = mark.created
    name = mark.id or f"content:{digest([mark.address or mark.title, quote, body, tags, by], 24)}"
    context = _line(mark.prefix), _line(mark.suffix)
    place = Passage(mark.address, quote or None, *context, start=mark.start, title=bodies.line(mark.title))
    return Incoming(
        mark.where, form, name, (place,), body, tags, by=by, created=when, parents=mark.parents, layer=layer, kept=kept
    )


def time_of(text: str) -> str | None:
    """A time as exports write it, in UTC; None if its form is not known.

    >>> time_of("Tuesday, 5 March 2024 10:00:00")
    '2024-03-05T10:00:00Z'
    >>> time_of("last week") is None
    True
    """
    text = " ".join(text.split())
    if not text:
        return None
    if found := utc(text):
        return found
    bare = _WEEKDAY.sub("", text)
    for form in _FORMATS:
        try:
            return utc(datetime.strptime(bare, form).isoformat())
        except ValueError:
            continue
    return None


def layer_of(tool: str, *, group: str = "", audience: Audience = "class") -> LayerInfo:
    """The set of notes for what comes from a tool; only what was public there is public here.

    >>> layer_of("Readwise").name, layer_of("Readwise").audience
    ('readwise', 'class')
    """
    name = re.sub(r"[^a-z0-9]+", "-", tool.lower()).strip("-")
    if not group:
        return LayerInfo(name, tool, audience=audience)
    word = re.sub(r"[^A-Za-z0-9]+", "-", group).strip("-") or "group"
    return LayerInfo(f"{name}-{word}", f"{tool}, group {bodies.line(group)}", audience=audience)


def _line(text: str) -> str:
    """Context on one line; white space at its ends stays, as one blank."""
    return re.sub(r"\s+", " ", text)
