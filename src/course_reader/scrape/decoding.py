"""Turns bytes into clean lines: encoding, line ends, invisible characters.

Every change is reported in a note. Nothing here depends on newspapers.
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
_TWICE_SIGN = re.compile("[âÂ]")
_SOFT_HYPHEN = re.compile("\u00ad")
#: A word that is divided at the end of a line; its end may have a stop.
_DIVIDED = re.compile(r"\u00ad[ \t]*\n[ \t]*(\S+)[ \t]?")
_BROKEN = re.compile("[\ud800-\udfff\ufffe\uffff]")
_ENTITY = re.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|sbquo|bdquo|[lr]aquo|[mn]dash|hellip|shy|copy|reg|euro|pound|deg|"
    r"middot|bull|eacute|egrave|agrave|ccedil"
    r"|[aou]uml|szlig|#(?:3[2-9]|[4-9]\d|1[0-2]\d|160|17[13]|18[37]|82\d\d)|#x(?:2[0-9a-f]|a0|27|201[0-9a-f]|2026));"
)
_CYRILLIC = re.compile("[а-яё]")
_NEXT_LINE_IS_ELLIPSIS = re.compile(r"(?<=\w)\x85|\x85(?=\w)")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding of its bytes."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that is not blank."""

    number: int
    #: Without white space at either end.
    text: str
    #: Columns of white space before the text.
    indent: int
    #: Whether a blank line or a page break precedes it.
    gap: bool


def decode(raw: str | bytes) -> Decoded:
    """Read bytes as text.

    Raises:
        ScrapeError: the bytes are not a text.

    >>> decode("Café".encode("windows-1252")).text
    'Café'
    """
    if isinstance(raw, str):
        if "\0" in raw:
            raise ScrapeError(
                "this is not a text: it contains NUL characters; save the page as plain text (UTF-8) or HTML"
            )
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
                return _decode_with(raw, name, f"read as {name}, as declared in the page")
        except LookupError:
            pass
    return _decode_legacy(raw)


def _decode_with(raw: bytes, encoding: str, note: str) -> Decoded:
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, ValueError) as error:
        message = f"this is not valid {encoding} although it is marked as such; save it again as UTF-8"
        raise ScrapeError(message) from error
    if "\0" in text:
        raise ScrapeError("this is not a text: it contains NUL characters; save the page as plain text (UTF-8) or HTML")
    return Decoded(text.removeprefix("\ufeff"), encoding, (note,))


def _decode_nul(raw: bytes) -> Decoded:
    """Read UTF-16 without a byte order mark, where every other byte is NUL; refuse anything else."""
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
    raise ScrapeError("this is not a text: it contains NUL bytes; save the page as plain text (UTF-8) or HTML")


def _decode_legacy(raw: bytes) -> Decoded:
    """Read bytes that are not valid UTF-8: UTF-8 with stray bytes, Windows-1251 or Windows-1252."""
    lenient = raw.decode("utf-8", "surrogateescape")
    stray = sum(0xDC80 <= ord(char) <= 0xDCFF for char in lenient)
    if sum(ord(char) > 0x7F for char in lenient) - stray > 2 * stray:
        text = re.sub("[\udc80-\udcff]", lambda m: _cp1252(bytes([ord(m.group()) - 0xDC00])), lenient)
        note = f"UTF-8 with {_counted(stray, 'stray byte')}, read as Windows-1252; check the result"
        return Decoded(text, "utf-8", (note,))
    if sum(byte < 0x20 and byte not in b"\t\r\n\f\v" for byte in raw) > len(raw) // 20:
        raise ScrapeError("this is not a text; save the page as plain text (UTF-8) or HTML")
    cyrillic = raw.decode("windows-1251", "replace")
    high = sum(byte > 0x7F for byte in raw)
    if high > 0.3 * len(raw) and len(_CYRILLIC.findall(cyrillic)) > 0.7 * high:
        return Decoded(cyrillic, "windows-1251", ("not UTF-8: read as Windows-1251",))
    return Decoded(_cp1252(raw), "windows-1252", ("not UTF-8: read as Windows-1252",))


def _cp1252(raw: bytes) -> str:
    """Read Windows-1252; its five undefined bytes become replacement characters."""
    return raw.decode("windows-1252", "replace")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class _Cleaner:
    """Applies substitutions and counts them for the notes.

    Hardly any text has such characters, and pages are long: the set of its characters says what is worth a search.
    """

    def __init__(self, text: str) -> None:
        self.notes: list[str] = []
        self.text, self._present = "", ""
        self.take(text)

    def take(self, text: str) -> None:
        """Go on with another text."""
        if text != self.text:
            self.text, self._present = text, "".join(set(text))

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether the text has a character of a class."""
        return pattern.search(self._present) is not None

    def swap(self, pattern: re.Pattern[str], new: str, noun: str, change: str) -> None:
        """Replace characters, and note how many."""
        if pattern is not _JOINER and not self.has(pattern):
            return
        if pattern is _JOINER and "\u200c" not in self._present and "\u200d" not in self._present:
            return
        self.text, count = pattern.subn(new, self.text)
        if count:
            self.notes.append(f"{_counted(count, noun)} {change}")


def clean(text: str, *, entities: bool = False) -> tuple[str, tuple[str, ...]]:
    """Remove invisible characters; return the text and a note for each kind of change.

    With *entities*, leftover HTML character references (``&nbsp;``) are replaced by their characters.

    >>> clean("a\\u00a0bridge")
    ('a bridge', ('1 non-breaking or other special space normalised',))
    """
    cleaner = _Cleaner(text)
    first = _ENTITY.search(text) if entities else None
    if first is not None:
        plain, count = _ENTITY.subn(lambda m: html.unescape(m.group()), cleaner.text)
        cleaner.take(plain)
        cleaner.notes.append(f"{_counted(count, 'HTML character reference')} replaced (such as {first.group()})")
    repaired, count = _TWICE.subn(_undo_twice, cleaner.text) if cleaner.has(_TWICE_SIGN) else (cleaner.text, 0)
    if repaired != cleaner.text:
        cleaner.take(repaired)
        cleaner.notes.append(f"{_counted(count, 'doubly encoded character')} repaired (such as â€™)")
    if cleaner.has(_C1):
        plain, count = _NEXT_LINE_IS_ELLIPSIS.subn("…", cleaner.text)
        if count:
            cleaner.notes.append(f"{_counted(count, 'control character')} read as Windows-1252")
        plain, count = _C1.subn(lambda m: _cp1252(m.group().encode("latin-1")), plain)
        cleaner.take(plain)
        cleaner.notes.append(f"{_counted(count, 'control character')} read as Windows-1252")
    cleaner.swap(_CONTROL, "", "control character", "removed")
    cleaner.swap(_SPACES, " ", "non-breaking or other special space", "normalised")
    if cleaner.has(_SOFT_HYPHEN):
        # The word goes to the upper line as a whole, so that lines keep their numbers.
        cleaner.take(_DIVIDED.sub(r"\1\n", cleaner.text))
    cleaner.swap(_SOFT_HYPHEN, "", "soft hyphen", "removed")
    cleaner.swap(_INVISIBLE, "", "zero-width character", "removed")
    cleaner.swap(_JOINER, "", "zero-width joiner", "removed")
    if not cleaner.has(_RTL):
        cleaner.swap(_BIDI, "", "direction mark", "removed")
    cleaner.swap(_BROKEN, "\ufffd", "broken character", "marked with \ufffd")
    return cleaner.text, tuple(cleaner.notes)


def _undo_twice(match: re.Match[str]) -> str:
    """Turn ``â€™`` back into ``’``; unchanged if the bytes are not a character."""
    if match.group() == "Â":
        return ""
    try:
        raw = b"".join(c.encode("windows-1252") if ord(c) > 0x9F else c.encode("latin-1") for c in match.group())
        return raw.decode("utf-8")
    except UnicodeError:
        return match.group()


def split_lines(text: str) -> list[TextLine]:
    """The lines that are not blank, numbered as in the input.

    >>> [(line.number, line.text, line.gap) for line in split_lines("one\\n\\nthree")]
    [(1, 'one', False), (3, 'three', True)]
    """
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
