"""Exports of Factiva: with field codes (“HD”, “SN”, “PD”), or as displayed; each article ends with its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course_reader.scrape.decoding import TextLine
from course_reader.scrape.draft import Draft
from course_reader.scrape.exports.labelled import lines_of, paragraphs
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import PrintedRecord, draft_of_record
from course_reader.scrape.lines import dates

_NUMBER = re.compile(r"^[ \t]*(?:AN[ \t]+)?Document [A-Z][A-Z0-9]{2,7}0000\w{10,20}[ \t]*$", re.M)
_CODE = re.compile(
    r"(HD|BY|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|PUB|AN|SE|CR|ART|RF|IPD|IPC|CLM|VOL|HL)(?:[ \t]+(\S.*))?"
)
_WORDS = re.compile(r"[\d.,]{1,7} words", re.I)
_RIGHTS = re.compile(r"(?:copyright|©|\(c\))", re.I)
_SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9]{2,7}")
_PAGE = re.compile(r"[A-Z]?\d{1,3}[A-Z]?(?:[,-].*)?|Volume .*|Page .*", re.I)
_LANGUAGE = re.compile(r"(?:English|French|German|Spanish|Russian|Italian|Turkish|Armenian|Azerbaijani)", re.I)


def _recognises(source: RawInput) -> bool:
    return b"Document " in source.binary and source.start[:1] != b"<" and bool(_NUMBER.search(source.text))


def read(source: RawInput) -> list[Draft]:
    """The articles of the export."""
    text, notes = source.cleaned
    return [draft_of_record(record, notes, source.decoded.encoding) for record in records(text.replace("\r\n", "\n"))]


def records(text: str) -> list[PrintedRecord]:
    """The articles as records."""
    found = []
    start = 0
    for mark in _NUMBER.finditer(text):
        part = text[start : mark.start()]
        lines = lines_of(part, text.count("\n", 0, start) + 1)
        record = _coded(lines) if any(_code(line.text) == "HD" for line in lines) else _displayed(lines)
        if record is not None and record.pieces:
            record.part = text[start : mark.end()].strip("\n") + "\n"
            found.append(record)
        start = mark.end()
    return found


def _code(text: str) -> str | None:
    match = _CODE.fullmatch(text)
    return match.group(1) if match is not None else None


def _coded(lines: Sequence[TextLine]) -> PrintedRecord:
    fields: dict[str, list[TextLine]] = {}
    key = ""
    for line in lines:
        match = _CODE.fullmatch(line.text)
        if match is not None:
            key = match.group(1)
            if match.group(2):
                fields.setdefault(key, []).append(TextLine(line.number, match.group(2), 0, True))
        elif key:
            fields.setdefault(key, []).append(line)

    def words(code: str) -> str:
        return " ".join(line.text for line in fields.get(code, ()))

    record = PrintedRecord(
        words("HD"), words("BY"), words("PD"), words("SN"), language=words("LA"), line=lines[0].number
    )
    record.pieces = paragraphs(fields.get("LP", [])) + paragraphs(fields.get("TD", []))
    record.captions = [piece.text for piece in paragraphs(fields.get("ART", []))]
    return record


def _displayed(lines: Sequence[TextLine]) -> PrintedRecord | None:
    """Title and byline, number of words, date, outlet, code, language, rights, then the text."""
    at = next((n for n, line in enumerate(lines) if _WORDS.fullmatch(line.text)), None)
    if at is None:
        return None
    record = PrintedRecord(line=lines[0].number)
    head = [line.text for line in lines[:at]]
    if (len(head) > 1 and head[-1].casefold().startswith(("by ", "von ", "par "))) or (
        len(head) > 1 and len(head[-1].split()) <= 4 and head[-1].istitle() and len(head[0].split()) > 3
    ):
        record.byline = head.pop()
    record.title = " ".join(head[-2:]) if len(head) > 2 else " ".join(head)
    position = at + 1
    while position < len(lines) and position < at + 10:
        text = lines[position].text
        if not record.date and dates.whole_line(text):
            record.date = text
        elif _RIGHTS.match(text):
            position += 1
            break
        elif _LANGUAGE.fullmatch(text):
            record.language = text
        elif not record.outlet and record.date and not _clock(text):
            record.outlet = text
        elif not (_SOURCE_CODE.fullmatch(text) or _PAGE.fullmatch(text) or _clock(text)) and len(text) > 60:
            break
        position += 1
    record.pieces = paragraphs(lines[position:])
    return record


def _clock(text: str) -> bool:
    return re.fullmatch(r"\d\d:\d\d(?: \w{2,4})?", text) is not None


FORM = InputForm("a Factiva export", _recognises, read)
