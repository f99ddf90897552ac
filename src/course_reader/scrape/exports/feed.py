"""Feeds: RSS 2.0, RSS 1.0 and Atom, with the texts in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import PrintedRecord, draft_of_record
from course_reader.scrape.forms.trees import name_of as _name
from course_reader.scrape.forms.trees import parse_xml, pieces_of_html
from course_reader.scrape.markdown import squeeze
from course_reader.scrape.records import ScrapeError

if TYPE_CHECKING:
    from lxml import etree

_ROOT = re.compile(
    rb"(?:<\?[^>]{0,400}\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>]{0,400}>\s*)*<(?:rss|rdf:RDF|feed)\b", re.S
)
#: Names of the same thing, the fullest first; without name spaces.
_TEXT = ("encoded", "content", "description", "summary")


def _recognises(source: RawInput) -> bool:
    return _ROOT.match(source.start) is not None


def read(source: RawInput) -> list[Draft]:
    """The entries that have a text."""
    root = parse_xml(source.binary)
    channel = next((child for child in root.iter() if _name(child) in ("channel", "feed")), root)
    outlet, language = _words(channel, "title"), _words(channel, "language") or root.get(_LANG, "")
    drafts = []
    for item in [element for element in root.iter() if _name(element) in ("item", "entry")]:
        record = PrintedRecord(_words(item, "title"), outlet=outlet, language=language, line=item.sourceline or 1)
        record.url = _words(item, "link") or next((c.get("href", "") for c in item if _name(c) == "link"), "")
        record.byline = _words(item, "creator") or _words(item, "author")
        record.date = _words(item, "pubDate") or _words(item, "date") or _words(item, "published")
        html = next((text for name in _TEXT if (text := _inner(item, name))), "")
        record.pieces = pieces_of_html(html)
        record.part = html + "\n"
        if record.pieces:
            drafts.append(draft_of_record(record))
    if not drafts:
        raise ScrapeError("this feed has no texts, only links; save the pages themselves")
    return drafts


_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _words(parent: etree._Element, name: str) -> str:
    found = next((child for child in parent if _name(child) == name), None)
    return squeeze(" ".join(found.itertext())) if found is not None else ""


def _inner(parent: etree._Element, name: str) -> str:
    found = next((child for child in parent if _name(child) == name), None)
    return "".join(found.itertext()).strip() if found is not None else ""


FORM = InputForm("a feed", _recognises, read)
