"""Exports of ProQuest as text: labelled records between lines of underscores."""

from __future__ import annotations

import re

from course_reader.scrape.decoding import TextLine
from course_reader.scrape.draft import Draft
from course_reader.scrape.exports.labelled import lines_of, paragraphs, value_of
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import PrintedRecord, author_of, draft_of_record

_RULE = re.compile(r"^[ \t]*_{20,}[ \t]*$", re.M)
_SIGNS = re.compile(
    r"^(?:Publication title|ProQuest document ID|Full text|Document URL|Publication info|Last updated|Source type)\s*:",
    re.M | re.I,
)
_COUNTED = re.compile(r"Document \d{1,4} of \d{1,4}", re.I)
_LABELS = {
    "title": "title",
    "author": "byline",
    "publication title": "outlet",
    "publication date": "date",
    "publication year": "",
    "full text": "body",
    "abstract": "other",
    "document url": "url",
    "language of publication": "language",
    "language": "language",
    "links": "other",
    "subject": "other",
    "location": "other",
    "people": "other",
    "company / organization": "other",
    "identifier / keyword": "other",
    "publication info": "other",
    "first page": "other",
    "pages": "other",
    "section": "other",
    "publisher": "other",
    "place of publication": "other",
    "country of publication": "other",
    "publication subject": "other",
    "issn": "other",
    "source type": "other",
    "document type": "other",
    "dateline": "dateline",
    "proquest document id": "other",
    "copyright": "other",
    "last updated": "other",
    "database": "other",
    "illustration": "other",
    "credit": "byline",
    "column": "other",
    "issue": "other",
    "volume": "other",
}


def _recognises(source: RawInput) -> bool:
    if source.start[:1] == b"<" or (b"ProQuest" not in source.binary and b"Full text:" not in source.binary):
        return False
    return len({match.group().casefold() for match in _SIGNS.finditer(source.text)}) >= 2


def read(source: RawInput) -> list[Draft]:
    """The articles of the export."""
    text, notes = source.cleaned
    return [draft_of_record(record, notes, source.decoded.encoding) for record in records(text.replace("\r\n", "\n"))]


def records(text: str) -> list[PrintedRecord]:
    """The records that have a full text; an abstract alone is not an article."""
    bounds = [0, *(mark.end() for mark in _RULE.finditer(text))]
    ends = [*(mark.start() for mark in _RULE.finditer(text)), len(text)]
    found = []
    for start, end in zip(bounds, ends, strict=True):
        part = text[start:end]
        record = _record(lines_of(part, text.count("\n", 0, start) + 1))
        if record.pieces:
            record.part = part.strip("\n") + "\n"
            found.append(record)
    return found


def _record(lines: list[TextLine]) -> PrintedRecord:
    record = PrintedRecord(line=lines[0].number if lines else 1)
    key, body = "", list[TextLine]()
    for line in lines:
        labelled = value_of(line.text, _LABELS) if line.gap or key != "body" else None
        if labelled is not None:
            key, value = labelled
            if key == "body" and value:
                body.append(TextLine(line.number, value, 0, True))
            elif key in ("title", "byline", "outlet", "date", "url", "language", "dateline") and value:
                setattr(record, key, value)
        elif key == "body":
            body.append(line)
        elif key == "title" and not line.gap:
            record.title = f"{record.title} {line.text}"
        elif not record.title and not key and not _COUNTED.fullmatch(line.text):
            record.title = line.text
    record.byline = author_of(record.byline)
    record.outlet = record.outlet.partition(";")[0].strip()
    record.pieces = paragraphs(body)
    return record


FORM = InputForm("a ProQuest export", _recognises, read)
