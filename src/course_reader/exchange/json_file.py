"""Reading untrusted JSON: with limits on size, depth and length, and without characters that hide others."""

from __future__ import annotations

import codecs
import json
from typing import Any, NoReturn

from course_reader.errors import ReaderError
from course_reader.exchange.complaints import refuse
from course_reader.files.characters import hidden_in, with_plain_lines, without_hidden

#: largest file, in bytes; about the size of ten thousand annotations
LARGEST = 5_000_000
#: deepest nesting of objects and lists; annotations have about ten levels
DEEPEST = 40
#: longest text, in code points; longer ones are not notes
LONGEST = 100_000


def load(data: bytes, path: str = "", hidden: list[str] | None = None) -> Any:
    """Read a JSON file. Control characters and anything that UTF-8 cannot encode are removed from its texts.

    Args:
        data: The contents of the file.
        path: The path of the file, as a problem should show it.
        hidden: The characters that were removed are appended to this list.

    Raises:
        MalformedError: if it is too large, not UTF-8, not JSON, nested too deeply, or contains a text that is too long.

    >>> load(b'{"rows": [], "total": 0}')
    {'rows': [], 'total': 0}
    """
    try:
        return _load(data, [] if hidden is None else hidden)
    except _UnreadableError as error:
        raise refuse(path, str(error), error.line) from None


def decode(data: bytes, path: str = "", hidden: list[str] | None = None) -> str:
    """The text of a file, without control characters and with plain ends of lines.

    Args:
        data: The contents of the file.
        path: The path of the file, as a problem should show it.
        hidden: The characters that were removed are appended to this list.

    Raises:
        MalformedError: if it is too large, or neither UTF-8 nor UTF-16.
    """
    try:
        text = with_plain_lines(_decoded(data))
    except _UnreadableError as error:
        raise refuse(path, str(error), error.line) from None
    if hidden is not None:
        hidden += hidden_in(text)
    return without_hidden(text)


class _UnreadableError(ReaderError):
    """The file cannot be read; `line` counts from 1 and is 0 for the whole file."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def _load(data: bytes, hidden: list[str]) -> Any:
    text = _decoded(data)
    if not text.strip():
        _refuse("the file is empty")
    try:
        value = json.loads(text, parse_constant=_constant)
    except json.JSONDecodeError as error:
        _refuse(f"this is not JSON: {_why(error, text)} (column {error.colno})", error.lineno)
    except RecursionError:
        _refuse(_TOO_DEEP)
    except ValueError as error:
        _refuse(f"this JSON cannot be read: {error}")
    return _sound(value, hidden)


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST:
        _refuse(
            f"the file has {len(data) / 1e6:.1f} MB, but at most 5 MB can be read; export fewer annotations at once"
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _refuse("the file is not UTF-8; save it as UTF-8", line)


_TOO_DEEP = f"objects or lists are nested more than {DEEPEST} levels deep, which no annotation needs"


def _refuse(message: str, line: int = 0) -> NoReturn:
    raise _UnreadableError(message, line)


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def _why(error: json.JSONDecodeError, text: str) -> str:
    before = text[: error.pos].rstrip()
    at_comma = text[error.pos : error.pos + 1] == ","
    if at_comma or before.endswith(",") or "Illegal trailing comma" in error.msg:
        return "there is a comma before a closing bracket or brace; remove it"
    if error.pos >= len(text.rstrip()):
        return "the file ends too early; it may not have been saved completely"
    return {
        "Expecting value": "a value is missing or has no quotation marks",
        "Extra data": "there is something after the end of the first value",
        "Expecting property name enclosed in double quotes": "a key is not in double quotation marks",
        "Expecting ':' delimiter": "a colon is missing",
        "Expecting ',' delimiter": "a comma is missing",
    }.get(error.msg, error.msg[:1].lower() + error.msg[1:])


def _sound(value: Any, hidden: list[str], depth: int = 0) -> Any:
    if depth > DEEPEST:
        _refuse(_TOO_DEEP)
    if isinstance(value, str):
        return _text(value, hidden)
    if isinstance(value, list):
        return [_sound(item, hidden, depth + 1) for item in value]
    if isinstance(value, dict):
        return {_text(key, hidden): _sound(item, hidden, depth + 1) for key, item in value.items()}
    return value


def _text(text: str, hidden: list[str]) -> str:
    if len(text) > LONGEST:
        _refuse(f"a text has {len(text):,} characters, but at most {LONGEST:,} can be read")
    hidden += hidden_in(text)
    return without_hidden(text)


def storable(value: Any) -> Any:
    """A JSON value that survives being stored in YAML: without hidden characters, and with some numbers as texts."""
    if isinstance(value, str):
        return without_hidden(value)
    if isinstance(value, dict):
        return {without_hidden(str(key)): storable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [storable(item) for item in value]
    if isinstance(value, float) or (type(value) is int and abs(value) >= 10**17):
        return repr(value)
    return value
