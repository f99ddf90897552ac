"""From bytes to clean lines: encoding, line ends, characters that nobody sees.

Whatever is changed is said in a note. Nothing here knows what a newspaper is.
"""

from __future__ import annotations

import codecs
import html
import re
from dataclasses import dataclass

from course_reader.scrape.records import ScrapeError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?([\w-]{2,40})", re.I)
_LINE_END = re.compile("\r\n|\r|\n|\f|\v|\x1c|\x1d|\x1e|\x85|\u2028|\u2029")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u180e]")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINER = re.compile("(?<![\u0600-\u08ff\u0900-\u0dff])[\u200c\u200d]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1b\x1f\x7f]")
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_TWICE = re.compile("â€[\u0080-\u009f\u00a0-\u00bf\u0152-\u0192\u02dc\u2013-\u2122]?|Â(?=[\u00a0«»°©®])")
_ENTITY = re.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|sbquo|bdquo|[lr]aquo|[mn]dash|hellip|shy|copy|reg|euro|pound|deg|"
    r"middot|bull|eacute|egrave|agrave|ccedil"
    r"|[aou]uml|szlig|#(?:3[2-9]|[4-9]\d|1[0-2]\d|160|17[13]|18[37]|82\d\d)|#x(?:2[0-9a-f]|a0|27|201[0-9a-f]|2026));"
)
_CYRILLIC = re.compile("[а-яё]")
_NEXT_LINE_IS_ELLIPSIS = re.compile(r"(?<=\w)\x85|\x85(?=\w)")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how its bytes were read."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that has something on it."""

    number: int
    #: Without white space at either end.
    text: str
    #: Columns of white space before the text.
    indent: int
    #: Whether a blank line or a page break stands before it.
    gap: bool


def decode(raw: str | bytes) -> Decoded:
    """Read bytes as text; raise :exc:`ScrapeError` for what is no text."""
    if isinstance(raw, str):
        if "\0" in raw:
            raise ScrapeError("this is not a text: it has NUL characters; save the page as plain text (UTF-8) or HTML")
        return Decoded(raw.removeprefix("\ufeff"), "str")
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _decode_with(raw, encoding, f"read as {encoding.upper().removesuffix('-SIG')} (byte order mark)")
    if b"\0" in raw:
        return _decode_nul(raw)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(raw[:4096])
    if declared is not None:
        name = declared.group(1).decode("ascii")
        try:
            if codecs.lookup(name).name != "utf-8":
                return _decode_with(raw, name, f"read as {name}, as the page says")
        except LookupError:
            pass
    return _decode_legacy(raw)


def _decode_with(raw: bytes, encoding: str, note: str) -> Decoded:
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, ValueError) as error:
        message = f"this is not valid {encoding} although it says so; save it again as UTF-8"
        raise ScrapeError(message) from error
    if "\0" in text:
        raise ScrapeError("this is not a text: it has NUL characters; save the page as plain text (UTF-8) or HTML")
    return Decoded(text.removeprefix("\ufeff"), encoding, (note,))


def _decode_nul(raw: bytes) -> Decoded:
    """UTF-16 without a byte order mark has NULs in every other byte; anything else is no text."""
    head = raw[:4096]
    for encoding, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        half = head[start::2]
        if (
            len(raw) % 2 == 0
            and len(half) > 8
            and half.count(0) > 0.6 * len(half)
            and not head[1 - start :: 2].count(0)
        ):
            return _decode_with(raw, encoding, f"read as {encoding.upper()}, although it has no byte order mark")
    raise ScrapeError("this is not a text: it has NUL bytes; save the page as plain text (UTF-8) or HTML")


def _decode_legacy(raw: bytes) -> Decoded:
    """Bytes that are not UTF-8: UTF-8 with stray bytes, Windows-1251 or Windows-1252."""
    lenient = raw.decode("utf-8", "surrogateescape")
    stray = sum(0xDC80 <= ord(char) <= 0xDCFF for char in lenient)
    if sum(ord(char) > 0x7F for char in lenient) - stray > 2 * stray:
        text = re.sub("[\udc80-\udcff]", lambda m: _cp1252(bytes([ord(m.group()) - 0xDC00])), lenient)
        note = f"UTF-8 with {stray} stray byte(s), which were read as Windows-1252; look at these places"
        return Decoded(text, "utf-8", (note,))
    if sum(byte < 0x20 and byte not in b"\t\r\n\f\v" for byte in raw) > len(raw) // 20:
        raise ScrapeError("this is not a text; save the page as plain text (UTF-8) or HTML")
    cyrillic = raw.decode("windows-1251", "replace")
    high = sum(byte > 0x7F for byte in raw)
    if high > 0.3 * len(raw) and len(_CYRILLIC.findall(cyrillic)) > 0.7 * high:
        return Decoded(cyrillic, "windows-1251", ("not UTF-8: read as Windows-1251",))
    return Decoded(_cp1252(raw), "windows-1252", ("not UTF-8: read as Windows-1252",))


def _cp1252(raw: bytes) -> str:
    """The five bytes that Windows-1252 leaves undefined become replacement characters."""
    return raw.decode("windows-1252", "replace")


class _Cleaner:
    """Applies substitutions and counts them for the notes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.notes: list[str] = []

    def swap(self, pattern: re.Pattern[str], new: str, note: str) -> None:
        self.text, count = pattern.subn(new, self.text)
        if count:
            self.notes.append(f"{count} {note}")


def clean(text: str, *, entities: bool = False) -> tuple[str, tuple[str, ...]]:
    """Take out what nobody sees; return the text and a note for each kind of change.

    With *entities* what is left of HTML (``&nbsp;``) becomes the character that it stands for.
    """
    cleaner = _Cleaner(text)
    if entities and _ENTITY.search(text):
        cleaner.text, count = _ENTITY.subn(lambda m: html.unescape(m.group()), cleaner.text)
        cleaner.notes.append(f"{count} HTML entity(s) such as {_ENTITY.search(text).group()} read as characters")  # type: ignore[union-attr]
    repaired, count = _TWICE.subn(_undo_twice, cleaner.text)
    if repaired != cleaner.text:
        cleaner.text = repaired
        cleaner.notes.append(f"{count} character(s) repaired that had been encoded twice (â€™ and the like)")
    if _C1.search(cleaner.text):
        cleaner.swap(_NEXT_LINE_IS_ELLIPSIS, "…", "control character(s) read as Windows-1252")
        cleaner.text, count = _C1.subn(lambda m: _cp1252(m.group().encode("latin-1")), cleaner.text)
        cleaner.notes.append(f"{count} control character(s) read as Windows-1252")
    cleaner.swap(_CONTROL, "", "control character(s) taken out")
    cleaner.swap(_SPACES, " ", "non-breaking or other special space(s) turned into spaces")
    cleaner.swap(re.compile("\u00ad"), "", "soft hyphen(s) taken out")
    cleaner.swap(_INVISIBLE, "", "zero-width character(s) taken out")
    cleaner.swap(_JOINER, "", "zero-width joiner(s) taken out")
    if not _RTL.search(cleaner.text):
        cleaner.swap(_BIDI, "", "direction mark(s) taken out")
    cleaner.swap(re.compile("[\ud800-\udfff\ufffe\uffff]"), "\ufffd", "broken character(s) marked with \ufffd")
    return cleaner.text, tuple(cleaner.notes)


def _undo_twice(match: re.Match[str]) -> str:
    """``â€™`` back to ``’``; left alone when the bytes make no character."""
    if match.group() == "Â":
        return ""
    try:
        raw = b"".join(c.encode("windows-1252") if ord(c) > 0x9F else c.encode("latin-1") for c in match.group())
        return raw.decode("utf-8")
    except UnicodeError:
        return match.group()


def split_lines(text: str) -> list[TextLine]:
    """The lines that have something on them; numbers count every line end of the input."""
    lines: list[TextLine] = []
    gap = False
    for number, raw in enumerate(_LINE_END.split(text), 1):
        body = raw.strip()
        if not body:
            gap = True
            continue
        start = raw.expandtabs(4)
        lines.append(TextLine(number, body, len(start) - len(start.lstrip()), gap))
        gap = False
    return lines
