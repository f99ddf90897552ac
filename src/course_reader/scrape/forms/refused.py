"""Inputs that are no texts, recognised so that the answer can name them and say what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.zipped import member_names
from course_reader.scrape.records import ScrapeError

_PICTURE = "open it, copy its text or have its words recognised (OCR), and import the text"
_SOUND = "import a transcript of it"
_SHEET = "copy the cells with the text into a text file, and import that"
_OPEN = "open it, save it as .docx or plain text, and import that"
_UNPACK = "unpack it, and import the files in it"

#: First bytes, the name, and what to do.
_BYTES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n", "a picture (PNG)", _PICTURE),
    (b"\xff\xd8\xff", "a picture (JPEG)", _PICTURE),
    (b"GIF8", "a picture (GIF)", _PICTURE),
    (b"BM", "a picture (BMP)", _PICTURE),
    (b"II*\0", "a picture (TIFF), such as a scan", _PICTURE),
    (b"MM\0*", "a picture (TIFF), such as a scan", _PICTURE),
    (b"AT&TFORM", "a scan (DjVu)", _PICTURE),
    (b"ID3", "a sound recording (MP3)", _SOUND),
    (b"OggS", "a recording (Ogg)", _SOUND),
    (b"fLaC", "a sound recording (FLAC)", _SOUND),
    (b"\x1aE\xdf\xa3", "a video (Matroska or WebM)", _SOUND),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls, .ppt or .msg)", _OPEN),
    (b"\x1f\x8b", "an archive (gzip)", _UNPACK),
    (b"BZh", "an archive (bzip2)", _UNPACK),
    (b"\xfd7zXZ", "an archive (xz)", _UNPACK),
    (b"7z\xbc\xaf", "an archive (7z)", _UNPACK),
    (b"Rar!", "an archive (RAR)", _UNPACK),
    (b"SQLite format 3", "a database (SQLite)", _SHEET),
    (b"bplist0", "a web archive of Safari or another property list", "save the page as HTML, and import that"),
    (b"\x7fELF", "a program", "import a text"),
    (b"%!PS", "a PostScript file", "convert it to PDF, and import that"),
)
_MEMBERS: tuple[tuple[str, str, str], ...] = (
    ("xl/", "a spreadsheet (.xlsx)", _SHEET),
    ("ppt/", "a presentation (.pptx)", "save its text as .docx or plain text, and import that"),
    ("Index/", "an Apple document (Pages, Numbers or Keynote)", _OPEN),
)
_TEXTS: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (re.compile(rb"<\?xml[^>]{0,200}\?>|<[\w:-]+[^<>]{0,400}\bxmlns(?::\w+)?="), "an XML file", _OPEN),
    (re.compile(rb"<svg\b"), "a drawing (SVG)", _PICTURE),
    (re.compile(rb"[\[{]\s*(?:[\[{\"]|$)"), "a JSON file", "copy the text out of it, and import that"),
    (
        re.compile(rb"#!|<\?php\b|\\documentclass\b|\\input\{"),
        "program or TeX code",
        "export its text, and import that",
    ),
    (re.compile(rb"BEGIN:V(?:CALENDAR|CARD)"), "a calendar or a card of an address book", "import a text"),
)


def refusal(source: RawInput) -> tuple[str, str] | None:
    """What an input is that cannot be imported, and what to do; None if it may be a text."""
    raw, start = source.binary[:64], source.start
    for sign, name, advice in _BYTES:
        if raw.startswith(sign) and (len(sign) > 2 or b"\0" in source.binary[:4096]):
            return name, advice
    if raw[4:8] == b"ftyp":
        return "a video or a picture (MP4, MOV or HEIC)", _SOUND
    if raw.startswith(b"RIFF"):
        return "a picture (WebP)" if raw[8:12] == b"WEBP" else "a recording (WAV or AVI)", _PICTURE
    names = member_names(source)
    if names is not None:
        return _archive(names)
    for pattern, name, advice in _TEXTS:
        if pattern.match(start):
            return (name, advice) if name != "a JSON file" or _is_json(source) else None
    return ("a table (CSV)", _SHEET) if source.name.endswith((".csv", ".tsv")) else None


def _archive(names: Sequence[str]) -> tuple[str, str]:
    for folder, name, advice in _MEMBERS:
        if any(member.startswith(folder) for member in names):
            return name, advice
    if "content.xml" in names:
        return "an OpenDocument table, presentation or drawing", _OPEN
    return "an archive (ZIP)", _UNPACK


def _is_json(source: RawInput) -> bool:
    import json

    try:
        json.loads(source.text)
    except (ValueError, ScrapeError, RecursionError):
        return False
    return True


def _read(source: RawInput) -> list[Draft]:
    name, advice = refusal(source) or ("not a text", _OPEN)
    raise ScrapeError(f"it is {name}; {advice}")


FORM = InputForm("a file without a text", lambda source: refusal(source) is not None, _read)
