"""Entries of reference managers (RIS, BibTeX, CSL-JSON), with the snapshot or the text that belongs to each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import PrintedRecord, author_of, note_fields
from course_reader.scrape.records import ScrapeError

_RIS = re.compile(rb"TY  - [A-Z]{3,6}")
_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")
_BIB = re.compile(rb"(?:%[^\n]*\n\s*)*@[A-Za-z]{3,20}\s*\{\s*[^\s,{}]{1,100}\s*,")
_BIB_ENTRY = re.compile(r"@([A-Za-z]{3,20})\s*\{\s*([^\s,{}]{1,100})\s*,")
_BIB_FIELD = re.compile(r"\s*([A-Za-z_-]{2,30})\s*=\s*")
_CSL = re.compile(rb"\s*\[?\s*\{")


@dataclass(slots=True)
class _Entry:
    record: PrintedRecord
    #: Paths of files that belong to it.
    files: list[str] = field(default_factory=list)


def _is_csl(source: RawInput) -> bool:
    return (
        bool(_CSL.match(source.start))
        and b'"title"' in source.binary
        and b'"type"' in source.binary
        and bool(re.search(rb'"(?:issued|container-title|family)"', source.binary))
    )


def _recognises(source: RawInput) -> bool:
    return bool(_RIS.match(source.start) or _BIB.match(source.start)) or _is_csl(source)


def _ris(text: str) -> Iterator[_Entry]:
    entry, authors = _Entry(PrintedRecord()), list[str]()
    names = {"TI": "title", "T1": "title", "T2": "outlet", "JO": "outlet", "JF": "outlet", "PB": "", "DA": "date",
             "UR": "url", "LA": "language"}  # fmt: skip
    for line in text.splitlines():
        match = _RIS_LINE.fullmatch(line.strip())
        if match is None:
            continue
        tag, value = match.group(1), (match.group(2) or "").strip()
        if tag in ("AU", "A1"):
            authors.append(value)
        elif tag in ("L1", "L2", "L4"):
            entry.files.append(value)
        elif names.get(tag) and value and not getattr(entry.record, names[tag]):
            setattr(entry.record, names[tag], value.rstrip("/"))
        elif tag == "ER":
            entry.record.byline = author_of("; ".join(authors))
            yield entry
            entry, authors = _Entry(PrintedRecord()), []


def _bibtex(text: str) -> Iterator[_Entry]:
    names = {"title": "title", "journal": "outlet", "journaltitle": "outlet", "newspaper": "outlet", "date": "date",
             "url": "url", "langid": "language", "language": "language"}  # fmt: skip
    for start in _BIB_ENTRY.finditer(text):
        entry, position = _Entry(PrintedRecord()), start.end()
        while (match := _BIB_FIELD.match(text, position)) is not None:
            value, position = _bib_value(text, match.end())
            name = match.group(1).lower()
            if name in names and not getattr(entry.record, names[name]):
                setattr(entry.record, names[name], value)
            elif name == "author":
                entry.record.byline = author_of(re.sub(r"\s+and\s+", "; ", value))
            elif name == "file":
                entry.files += [
                    part.split(":")[1] if part.count(":") >= 2 else part for part in value.split(";") if part
                ]
        yield entry


def _bib_value(text: str, position: int) -> tuple[str, int]:
    """A value in braces or quotes, and the position after it and its comma."""
    opening, depth, start = text[position : position + 1], 0, position
    while position < len(text):
        char = text[position]
        depth += (char == "{") - (char == "}")
        position += 1
        if (opening == "{" and depth == 0) or (opening == '"' and char == '"' and position - start > 1 and depth == 0):
            break
        if opening not in '{"' and (char in ",\n}"):
            break
    value = text[start:position].strip(' "\n\t,')
    while text[position : position + 1] in (",", " ", "\n", "\t", "\r") and position < len(text):
        position += 1
    return re.sub(r"[{}]", "", value).strip(), position


def _csl(text: str) -> Iterator[_Entry]:
    import json

    try:
        data = json.loads(text)
    except ValueError as error:
        raise ScrapeError(f"its JSON is broken ({error}); export it again") from error
    for item in data if isinstance(data, list) else [data]:
        if not isinstance(item, dict):
            continue
        people = [p for p in item.get("author", []) if isinstance(p, dict)]
        names = [p.get("literal") or f"{p.get('given', '')} {p.get('family', '')}".strip() for p in people]
        parts = (item.get("issued") or {}).get("date-parts") or [[]]
        days = [int(part) for part in parts[0] if str(part).isdigit()]
        record = PrintedRecord(
            str(item.get("title", "")), ", ".join(map(str, names)), language=str(item.get("language", ""))
        )
        record.date = "-".join(f"{part:02}" for part in days) if len(days) == 3 else ""
        record.outlet, record.url = str(item.get("container-title", "")), str(item.get("URL", ""))
        files = item.get("attachments", item.get("file", []))
        listed = files if isinstance(files, list) else [files]
        yield _Entry(record, [str(f.get("path", "")) if isinstance(f, dict) else str(f) for f in listed])


def read(source: RawInput) -> list[Draft]:
    """The texts that belong to the entries, with the entries' fields."""
    from course_reader.scrape.forms.registry import read as read_any

    text, _ = source.cleaned
    make = _ris if _RIS.match(source.start) else _bibtex if _BIB.match(source.start) else _csl
    drafts: list[Draft] = []
    for entry in make(text):
        for name in entry.files:
            raw = source.attached(name.removeprefix("file://"))
            if raw is None:
                continue
            for draft in read_any(RawInput(raw, name)):
                _settle(draft, entry.record)
                drafts.append(draft)
            break
    if not drafts:
        raise ScrapeError(
            "it is a list of references, without the texts themselves; export it with files, beside the list, or save "
            "the pages"
        )
    return drafts


def _settle(draft: Draft, record: PrintedRecord) -> None:
    """What the entry says counts more than what is read off the page."""
    for fact in ("title", "date", "byline", "outlet", "url"):
        if getattr(record, fact):
            draft.clues = {key: value for key, value in draft.clues.items() if key != fact}
    note_fields(draft, record)


FORM = InputForm("a list of references", _recognises, read)
