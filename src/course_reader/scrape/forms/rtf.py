"""Rich Text Format: a small reader for its text, paragraphs and headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.documents import drafts_of
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import Piece

_NAME = "an RTF document"
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
#: Groups that hold no text of the document.
_SILENT = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    b"footnote listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore "
    b"latentstyles xmlnstbl annotation atnid atnauthor fldinst bkmkstart bkmkend nonshppict shpinst pntext pntxta "
    b"pntxtb listtext".split()
)
_SIGNS = {
    **dict.fromkeys((b"par", b"sect", b"page", b"cell", b"row"), "\n\n"),
    **dict.fromkeys((b"tab", b"emspace", b"enspace"), " "),
    b"line": "\n",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
}


@dataclass(frozen=True, slots=True)
class _GroupState:
    silent: bool = False
    #: How many characters stand for a Unicode character in programs without Unicode.
    spare: int = 1


def text_of(raw: bytes) -> str:
    """The text, with blank lines between paragraphs.

    >>> text_of(b"{\\\\rtf1 One\\\\par Two \\\\u8212? three}")
    'One\\n\\nTwo — three'
    """
    page = re.search(rb"\\ansicpg(\d{3,5})", raw[:2000])
    encoding = f"cp{page.group(1).decode()}" if page is not None else "cp1252"
    out: list[str] = []
    pending = bytearray()
    stack, state, skip, first = list[_GroupState](), _GroupState(), 0, False

    def flush() -> None:
        if pending:
            try:
                out.append(pending.decode(encoding, "replace"))
            except LookupError:
                out.append(pending.decode("cp1252", "replace"))
            pending.clear()

    for match in _TOKEN.finditer(raw):
        word, number, byte, sign, brace, plain = match.groups()
        if brace == b"{":
            stack.append(state)
            first = True
            continue
        if brace == b"}":
            state, skip = stack.pop() if stack else _GroupState(), 0
        elif (sign == b"*" and first) or (word in _SILENT and (first or word in (b"fldinst", b"pict"))):
            state = replace(state, silent=True)
        elif word == b"uc":
            state = replace(state, spare=int(number or 1))
        elif word == b"v" and number != b"0":
            state = replace(state, silent=True)
        elif state.silent:
            pass
        elif word == b"u" and number is not None:
            flush()
            out.append(chr(int(number) % 65536))
            skip = state.spare
            first = False
            continue
        elif byte is not None:
            if skip:
                skip -= 1
            else:
                pending += bytes([int(byte, 16)])
        elif word in _SIGNS:
            flush()
            out.append(_SIGNS[word])
        elif sign is not None:
            flush()
            out.append({b"~": " ", b"_": "-", b"-": "", b"\n": "\n\n", b"\r": "\n\n"}.get(sign, sign.decode("latin-1")))
        elif plain is not None:
            pending += plain[skip:]
            skip = max(0, skip - len(plain))
        first = first and brace is not None
    flush()
    joined = "".join(out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return joined.strip()


def read(source: RawInput) -> list[Draft]:
    """The paragraphs of the document."""
    pieces = [
        Piece(line, number)
        for number, paragraph in enumerate(text_of(source.binary).split("\n\n"), 1)
        for line in paragraph.split("\n")
    ]
    return drafts_of(pieces, _NAME)


FORM = InputForm(_NAME, lambda source: source.start.startswith(b"{\\rtf"), read)
