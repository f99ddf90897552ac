"""Exports of Europresse: one HTML file with an ``article`` element for each text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course_reader.scrape.decoding import clean
from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.lines import dates
from course_reader.scrape.markdown import squeeze
from course_reader.scrape.records import ScrapeError

if TYPE_CHECKING:
    from lxml import etree

    from course_reader.scrape.forms.pieces import Piece

_SIGNS = re.compile(rb"""class=["'][^"']*\b(?:titreArticle|docOcurrContainer|DocPublicationName|rdp__Doc\w+)""")


def _recognises(source: RawInput) -> bool:
    return source.start[:1] == b"<" and _SIGNS.search(source.binary) is not None


def read(source: RawInput) -> list[Draft]:
    """The articles of the export."""
    import lxml.html
    from lxml import etree

    from course_reader.scrape.forms.pieces import PrintedRecord, draft_of_record

    text, notes = clean(source.text)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as error:
        raise ScrapeError("this export of Europresse has no articles; save it again as HTML") from error

    def words(element: etree._Element, name: str) -> str:
        found = element.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
        return squeeze(" ".join(found[0].itertext())) if found else ""

    drafts = []
    for article in root.iter("article"):
        record = PrintedRecord(line=article.sourceline or 1)
        record.title = words(article, "rdp__articletitle") or words(article, "titreArticle")
        record.outlet = (words(article, "DocPublicationName") or words(article, "rdp__DocPublicationName")).split(
            " - "
        )[0]
        header = words(article, "DocHeader")
        day = [found for found in dates.find_dates(header) if found.iso]
        record.date = header[day[-1].start : day[-1].end] if day else ""
        record.byline = words(article, "docAuthors") or words(article, "sm-margin-bottomNews")
        bodies = article.xpath(".//*[contains(@class, 'docOcurrContainer')]") or article.xpath(".//section")
        record.pieces = [piece for body in bodies for piece in _pieces(body)]
        record.part = etree.tostring(article, encoding="unicode", with_tail=False, method="html") + "\n"
        if record.pieces:
            drafts.append(draft_of_record(record, (*source.decoded.notes, *notes), source.decoded.encoding))
    if not drafts:
        raise ScrapeError("this export of Europresse has no articles; save it again as HTML, with the full texts")
    return drafts


def _pieces(body: etree._Element) -> list[Piece]:
    from course_reader.scrape.forms.pieces import Piece
    from course_reader.scrape.webpage.blocks import leaves_below

    return [
        Piece(leaf.plain, leaf.line, "heading", int(leaf.tag[1]))
        if re.fullmatch("h[1-6]", leaf.tag)
        else Piece(leaf.plain, leaf.line, "item" if leaf.tag == "li" else "text")
        for leaf in leaves_below(body)
    ]


FORM = InputForm("a Europresse export", _recognises, read)
