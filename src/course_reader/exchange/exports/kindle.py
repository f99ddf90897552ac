"""Clippings of an e-book reader (`My Clippings.txt`): blocks between lines of equals signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course_reader.exchange.exports.highlight import Highlight, incoming, layer_of
from course_reader.exchange.records import Incoming

_END = re.compile(r"^={8,}\s*$", re.M)
_ABOUT = re.compile(r"^- (?:Your )?(?P<kind>Highlight|Note|Bookmark)\b(?P<place>[^|]*)(?P<rest>\|.*)?$", re.I | re.M)
_ADDED = re.compile(r"Added on (?P<when>[^|]+)", re.I)
_SPAN = re.compile(r"(\d+)(?:-(\d+))?\s*$")


def read(text: str) -> list[Incoming] | None:
    """The highlights and notes of a file of clippings; None if it is not one.

    A note belongs to the highlight that ends where it stands; a bookmark marks no words and is left out.

    >>> about = "Two towns (Gazette)\\n- Your Highlight on Location 10-12 | Added on 5 March 2024"
    >>> read(about + "\\n\\nforty years\\n==========\\n")[0].places[0].quote
    'forty years'
    """
    if not _END.search(text):
        return None
    blocks = [block for block in (_block(number, part) for number, part in _parts(text)) if block]
    return [incoming(mark, "clippings", layer_of("Kindle")) for mark in _joined(blocks)] if blocks else None


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Each block with its first line."""
    line = 1
    for part in _END.split(text):
        blank = len(part) - len(part.lstrip("\n"))
        if part.strip():
            yield line + blank, part
        line += part.count("\n")


def _block(number: int, part: str) -> tuple[str, str, Highlight] | None:
    """Kind, last location and content of a block."""
    about = _ABOUT.search(part)
    if about is None:
        return None
    title = part[: about.start()].strip().lstrip("\ufeff")
    words = part[about.end() :].strip()
    added = _ADDED.search(about["rest"] or "")
    kind = about["kind"].lower()
    place = " ".join(about["place"].split())
    span = _SPAN.search(place)
    mark = Highlight(
        where=f"line {number}",
        quote=words if kind == "highlight" else "",
        body=words if kind == "note" else "",
        title=title,
        created=added["when"].strip() if added else "",
        kept={"place": place},
    )
    return kind, (span[2] or span[1]) if span else "", mark


def _joined(blocks: list[tuple[str, str, Highlight]]) -> Iterator[Highlight]:
    """Each highlight with the note that stands at its end; other notes alone."""
    notes = {(mark.title, place): mark for kind, place, mark in blocks if kind == "note" and place}
    taken = set()
    for kind, place, mark in blocks:
        if kind == "highlight":
            note = notes.get((mark.title, place))
            if note is not None:
                taken.add(id(note))
                mark = _with_body(mark, note.body)
            yield mark
    for kind, _, mark in blocks:
        if kind == "note" and id(mark) not in taken and mark.body:
            yield mark


def _with_body(mark: Highlight, body: str) -> Highlight:
    return Highlight(mark.where, mark.quote, body, title=mark.title, created=mark.created, kept=mark.kept)
