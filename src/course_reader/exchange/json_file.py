"""Reading JSON that a stranger wrote: limits of size, depth and length, and no character that hides others."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from course_reader.errors import ReaderError
from course_reader.exchange.complaints import refuse
from course_reader.files.characters import hidden_in, without_hidden

#: bytes; a file of ten thousand annotations has about this many
LARGEST = 5_000_000
#: how many objects and lists may stand inside each other; annotations have about ten
DEEPEST = 40
#: code points of one text; longer ones are no notes
LONGEST = 100_000


def load(data: bytes, path: str = "", hidden: list[str] | None = None) -> Any:
    """The value of a JSON file; its texts hold no control characters and nothing that UTF-8 cannot hold.

    Args:
        data: The content of the file.
        path: The file, as a problem names it.
        hidden: Takes the characters that were left out.

    Raises:
        MalformedError: if it is too large, not UTF-8, not JSON, too deep, or holds a text that is too long.
    """
    try:
        return _load(data, [] if hidden is None else hidden)
    except _UnreadableError as error:
        raise refuse(path, str(error), error.line) from None


class _UnreadableError(ReaderError):
    """Why a file is not read, and the line that is to blame, from 1; 0 for the whole file."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


def _load(data: bytes, hidden: list[str]) -> Any:
    if len(data) > LARGEST:
        _refuse(f"the file has {len(data) / 1e6:.1f} MB; more than 5 MB are not read: export fewer annotations at once")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        _refuse("the file is not UTF-8; save it as UTF-8", line)
    if not text.strip():
        _refuse("the file is empty")
    try:
        value = json.loads(text, parse_constant=_constant)
    except json.JSONDecodeError as error:
        _refuse(f"this is not JSON: {_why(error, text)} (column {error.colno})", error.lineno)
    except RecursionError:
        _refuse(_TOO_DEEP)
    except ValueError as error:
        _refuse(f"this is not JSON that can be read: {error}")
    return _sound(value, hidden)


_TOO_DEEP = f"more than {DEEPEST} objects or lists stand inside each other; no annotation needs that"


def _refuse(message: str, line: int = 0) -> NoReturn:
    raise _UnreadableError(message, line)


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _why(error: json.JSONDecodeError, text: str) -> str:
    before = text[: error.pos].rstrip()
    at_comma = text[error.pos : error.pos + 1] == ","
    if at_comma or before.endswith(",") or "Illegal trailing comma" in error.msg:
        return "a comma stands before a closing bracket or brace; take it out"
    if error.pos >= len(text.rstrip()):
        return "the file ends too early; it may not have been saved whole"
    return {
        "Expecting value": "a value is missing or has no quotation marks",
        "Extra data": "something stands behind the end of the first value",
        "Expecting property name enclosed in double quotes": "a key without double quotation marks",
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
        _refuse(f"a text has {len(text):,} characters; more than {LONGEST:,} are not read")
    hidden += hidden_in(text)
    return without_hidden(text)


def storable(value: Any) -> Any:
    """A JSON value that a YAML file gives back as it was: no hidden characters, and numbers it would not as texts."""
    if isinstance(value, str):
        return without_hidden(value)
    if isinstance(value, dict):
        return {without_hidden(str(key)): storable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [storable(item) for item in value]
    if isinstance(value, float) or (type(value) is int and abs(value) >= 10**17):
        return repr(value)
    return value
