"""Exports of Nexis Uni and Lexis+, and of the older Nexis, as text.

The newer form ends each article with “End of Document”, and has labels such as “Byline:” above the line “Body”. The
older counts its articles (“2 of 50 DOCUMENTS”) and has labels in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from course_reader.scrape.decoding import TextLine
from course_reader.scrape.draft import Draft
from course_reader.scrape.exports.labelled import lines_of, paragraphs, value_of
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import PrintedRecord, draft_of_record
from course_reader.scrape.lines import dates

_END = re.compile(r"^[ \t#*]*End of Document[ \t*]*$", re.M | re.I)
_COUNTED = re.compile(r"^[ \t]*(?:Document )?\d{1,4} of \d{1,4} DOCUMENTS[ \t]*$", re.M)
_SIGNS = re.compile(r"^[ \t*]*(?:Load-Date|Length|Section|Body|Byline)\b", re.M | re.I)
_PAGE = re.compile(r"Page \d{1,4} of \d{1,4}", re.I)
_LABELS = {
    "byline": "byline",
    "headline": "title",
    "dateline": "dateline",
    "language": "language",
    "highlight": "highlight",
    "section": "",
    "length": "",
    "load-date": "end",
    "publication-type": "end",
    "graphic": "graphic",
    "body": "body",
    "url": "url",
    "classification": "end",
    "copyright": "",
    "subject": "end",
    "company": "end",
    "organization": "end",
    "geographic": "end",
    "country": "end",
    "journal code": "end",
    "series": "",
    "correction-date": "",
    "notes": "end",
}
_ALONE = {"body": "body", "graphic": "graphic", "classification": "end", "notes": "end"}
_RIGHTS = re.compile(r"(?:copyright|©|\(c\))", re.I)


def _recognises(source: RawInput) -> bool:
    start = source.start
    if (b"nd of Document" not in source.binary and b" DOCUMENTS" not in start) or start[:1] == b"<":
        return False
    text = source.text
    return (bool(_END.search(text)) or bool(_COUNTED.search(text))) and len(_SIGNS.findall(text)) > 1


def read(source: RawInput) -> list[Draft]:
    """The articles of the export."""
    text, notes = source.cleaned
    return [draft_of_record(record, notes, source.decoded.encoding) for record in records(text.replace("\r\n", "\n"))]


def records(text: str) -> list[PrintedRecord]:
    """The articles as records; parts without a text are not articles."""
    marks = list(_COUNTED.finditer(text))
    if marks:
        bounds = [mark.end() for mark in marks], [mark.start() for mark in marks[1:]] + [len(text)]
    else:
        ends = [mark.start() for mark in _END.finditer(text)]
        bounds = [0, *(mark.end() for mark in _END.finditer(text))][: len(ends)], ends
    found = []
    for start, end in zip(*bounds, strict=True):
        part = text[start:end]
        record = _record(lines_of(part, text.count("\n", 0, start) + 1))
        if record is not None:
            record.part = part.strip("\n") + "\n"
            found.append(record)
    return found


def _record(lines: list[TextLine]) -> PrintedRecord | None:
    at = next((n for n, line in enumerate(lines) if _labelled(line.text)), None)
    if at is None:
        return None
    record = PrintedRecord()
    _read_head(record, lines[:at])
    key, body, graphic = "", list[TextLine](), list[TextLine]()
    for line in lines[at:]:
        labelled = _labelled(line.text)
        if labelled is not None and not (key == "body" and labelled[0] in ("", "byline", "dateline", "url", "title")):
            key, value = labelled
            if value and key in ("byline", "title", "dateline", "language", "url"):
                setattr(record, key, value)
            elif value and key == "body":
                body.append(TextLine(line.number, value, 0, True))
            elif value and key == "graphic":
                graphic.append(TextLine(line.number, value, 0, True))
        elif key == "body":
            body.append(line)
        elif key == "graphic":
            graphic.append(line)
        elif key == "title" and not line.gap:
            record.title = f"{record.title} {line.text}"
        elif key == "highlight" or not key:
            continue
    record.pieces = paragraphs(body)
    record.captions = [piece.text for piece in paragraphs(graphic)]
    return record if record.pieces else None


def _labelled(text: str) -> tuple[str, str] | None:
    bare = text.strip("#* ")
    alone = _ALONE.get(bare.casefold())
    if alone is not None:
        return alone, ""
    return value_of(bare, _LABELS)


def _read_head(record: PrintedRecord, lines: Sequence[TextLine]) -> None:
    """Title, outlet and date above the first label; a cover sheet may come before them."""
    rest = [line for line in lines if not _RIGHTS.match(line.text)]
    day = next((n for n in range(len(rest) - 1, -1, -1) if _day(rest[n].text)), None)
    if day is None:
        record.title = rest[-1].text if rest else ""
        return
    pages = [n for n in range(day) if _PAGE.fullmatch(rest[n].text)]
    start = pages[-1] + 1 if pages else 0
    record.line = rest[start].number
    record.date = rest[day].text
    before = rest[start:day]
    if before:
        record.outlet = before[-1].text.strip("#* ")
    titles = before[:-1]
    if not pages and len(titles) > 2:
        # Without the mark of a page, a list of the articles may be above the first; its title is the last line.
        titles = titles[-1:]
    record.title = " ".join(line.text.strip("#* ") for line in titles)


def _day(text: str) -> bool:
    found = dates.find_dates(text)
    return bool(found) and found[0].year is not None and found[0].start < 4 and len(text) < 90


FORM = InputForm("a Nexis export", _recognises, read)
