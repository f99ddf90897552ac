"""Exports of Nexis, Factiva and ProQuest that were saved as a web page."""

from __future__ import annotations

from course_reader.scrape.decoding import clean
from course_reader.scrape.draft import Draft
from course_reader.scrape.expressions import expression
from course_reader.scrape.forms.documents import drafts_of, is_export
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import Piece

_NAME = "a web page"
#: What a page must have before it is read for more: the numbers, labels and last lines of these exports.
_SIGNS = expression(r"Document [A-Z][A-Z0-9]{2,7}0000|ProQuest document ID|End of Document|Load-Date")


def _recognises(source: RawInput) -> bool:
    return source.start[:1] == b"<" and _SIGNS.search(source.text) is not None and is_export(_pieces(source.text))


def _pieces(text: str) -> list[Piece]:
    """The blocks of a page; the rules between records are lines of underscores, as in the export as text."""
    import lxml.html
    from lxml import etree

    from course_reader.scrape.webpage.blocks import leaves_of

    try:
        root = lxml.html.document_fromstring(text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return []
    for rule in root.iter("hr"):
        rule.tag = "p"
        rule.text = "_" * 40
    return [Piece(leaf.plain, leaf.line) for leaf in leaves_of(root)]


def _read(source: RawInput) -> list[Draft]:
    text, notes = clean(source.text)
    return drafts_of(_pieces(text), _NAME, (*source.decoded.notes, *notes))


FORM = InputForm("an export as a web page", _recognises, _read)
