"""Articles in XML: JATS, as journals keep them, and TEI, as editions do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import Piece, PrintedRecord, draft_of_record
from course_reader.scrape.forms.trees import name_of, parse_xml
from course_reader.scrape.records import ScrapeError

if TYPE_CHECKING:
    from lxml import etree

_PROLOGUE = rb"(?:<\?[^>]{0,400}\?>\s*|<!--.{0,4000}?-->\s*|<!DOCTYPE[^>\[]{0,400}(?:\[.{0,4000}?\])?>\s*)*"
_JATS = re.compile(
    _PROLOGUE + rb"<(?:\w+:)?article\b[^>]{0,2000}>\s*(?:<!--.{0,4000}?-->\s*)*<(?:\w+:)?(?:front|processing-meta)\b",
    re.S,
)
_TEI = re.compile(_PROLOGUE + rb"<(?:\w+:)?TEI(?:\.2|Corpus)?\b", re.S)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: What stands in a paragraph of JATS or TEI and is not read with it.
_SILENT = frozenset(
    ["fn", "note", "xref", "table-wrap", "fig", "figure", "disp-formula", "graphic", "pb", "lb", "ref-list", "fw"]
)
_BLOCKS = frozenset(["p", "head", "title", "item", "list-item", "l", "ab", "speaker", "stage", "label"])


def _first(root: etree._Element, *names: str) -> str:
    for name in names:
        for element in root.iter():
            if name_of(element) == name and (words := " ".join("".join(element.itertext()).split())):
                return words
    return ""


def _read_jats(root: etree._Element) -> PrintedRecord:
    front = next((e for e in root.iter() if name_of(e) == "front"), root)
    record = PrintedRecord(
        _first(front, "article-title"), outlet=_first(front, "journal-title"), language=root.get(_LANG, "")
    )
    people = [e for e in front.iter() if name_of(e) == "contrib" and e.get("contrib-type", "author") == "author"]
    names = [
        f"{_first(one, 'given-names')} {_first(one, 'surname')}".strip() or _first(one, "collab", "string-name")
        for one in people
    ]
    record.byline = ", ".join(name for name in names if name)
    dates = [e for e in front.iter() if name_of(e) == "pub-date"]
    for date in sorted(dates, key=lambda e: e.get("date-type", e.get("pub-type", "")) not in ("pub", "epub", "ppub")):
        year, month, day = (_first(date, part) for part in ("year", "month", "day"))
        if year.isdigit() and month.isdigit() and day.isdigit():
            record.date = f"{int(year):04}-{int(month):02}-{int(day):02}"
            break
    doi = next((e for e in front.iter() if name_of(e) == "article-id" and e.get("pub-id-type") == "doi"), None)
    if doi is not None and doi.text:
        record.url = f"https://doi.org/{doi.text.strip()}"
    body = next((e for e in root.iter() if name_of(e) == "body"), None)
    record.pieces = list(_pieces(body, 1)) if body is not None else []
    record.captions = [
        _first(fig, "caption") for fig in root.iter() if name_of(fig) == "fig" and _first(fig, "caption")
    ]
    return record


def _read_tei(root: etree._Element) -> PrintedRecord:
    header = next((e for e in root.iter() if name_of(e) == "teiHeader"), root)
    record = PrintedRecord(_first(header, "title"), byline=_first(header, "author"), language=root.get(_LANG, ""))
    record.outlet = _first(header, "publisher")
    stamp = next((e for e in header.iter() if name_of(e) == "date"), None)
    if stamp is not None:
        record.date = stamp.get("when") or " ".join("".join(stamp.itertext()).split())
    text = next((e for e in root.iter() if name_of(e) == "body"), None)
    record.pieces = list(_pieces(text, 1)) if text is not None else []
    return record


def _pieces(element: etree._Element, depth: int) -> Iterator[Piece]:
    """The blocks below an element; sections in sections make lower headings, and speakers keep their names."""
    speaker = ""
    for child in element:
        name, line = name_of(child), child.sourceline or 1
        if not name or name in _SILENT:
            continue
        if name == "speaker":
            speaker = _words(child).rstrip(".:")
        elif name in ("title", "head"):
            yield Piece(_words(child), line, "heading", min(depth + 1, 4) if depth > 1 else 2)
        elif name in ("list-item", "item"):
            yield Piece(_words(child), line, "item")
        elif name in ("disp-quote", "quote", "cit") and len(child):
            yield from (Piece(one.text, one.line, "quote") for one in _pieces(child, depth))
        elif name in ("p", "l", "ab", "stage", "quote"):
            words = _words(child)
            yield Piece(f"{speaker}: {words}" if speaker else words, line)
            speaker = ""
        else:
            yield from _pieces(child, depth + (name in ("sec", "div", "div1", "div2", "div3")))


def _words(element: etree._Element) -> str:
    parts = [element.text or ""]
    for child in element:
        name = name_of(child)
        if name == "lb":
            parts.append(" ")
        elif name and name not in _SILENT:
            parts.append(_words(child) if name not in _BLOCKS else f" {_words(child)} ")
        parts.append(child.tail or "")
    return "".join(parts)


def _read(source: RawInput) -> list[Draft]:
    root = parse_xml(source.binary)
    record = _read_jats(root) if _JATS.match(source.start) else _read_tei(root)
    if not record.pieces:
        raise ScrapeError("this XML has the fields of an article, but no text; import the version with the full text")
    return [draft_of_record(record)]


FORM = InputForm(
    "an article in XML (JATS or TEI)",
    lambda source: bool(_JATS.match(source.start) or _TEI.match(source.start)),
    _read,
)
