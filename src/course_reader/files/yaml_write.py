"""Values written as YAML that is pleasant to read, and that every YAML parser reads back unchanged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

import yaml

from course_reader.errors import ReaderError
from course_reader.files.yaml_lines import Value, YamlError, load

#: longest line, in columns
WIDTH = 120
#: narrowest width to which a text is folded, in columns
_NARROW = 40

_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
#: these join letters and emoji, separate words or keep them together; escaping them would only make text unreadable
_HARMLESS = "\u200c\u200d\u00ad\u00a0"
_RESOLVER = yaml.SafeLoader.yaml_implicit_resolvers
#: numbers in YAML 1.2 that YAML 1.1 reads as words
_OTHER_NUMBER = re.compile(r"[-+]?(0o[0-7]+|\.?[0-9][0-9.eE+-]*)")


class UnwritableError(ReaderError):
    """The value cannot be written to a YAML file; the message says why."""


def behind(value: Value, column: int, label: int, *, style: str = "", width: int = WIDTH) -> list[str]:
    """Write a value after a key or a hyphen.

    Args:
        value: The value.
        column: The column of the key or hyphen; the lines below are indented from it.
        label: The number of columns that the key and its colon take up.
        style: How the value was quoted before: `'`, `"`, `|`, `>`, or empty.
        width: Longest line, in columns.

    Returns:
        Its lines: the first goes after the key, the others below it.

    Raises:
        UnwritableError: if the value would not read back unchanged.
    """
    if isinstance(value, dict) and value:
        return ["", *_below(block_mapping(value, column + 2), column + 2)]
    if isinstance(value, list) and value:
        flat = None if any(isinstance(item, (dict, list)) for item in value) else inline(value)
        if flat is None or column + label + len(flat) >= width:
            return ["", *_below(block_list(value, column + 2), column + 2)]
        return [flat]
    if isinstance(value, str) and (style in ("|", ">") or "\n" in value or column + label + len(value) + 3 > width):
        for lines in _blocks(value, column, style, width):
            if _reads_back("\n".join(["k: " + lines[0], *(line[column:] for line in lines[1:])]), value):
                return lines
    return [inline(value, style=style)]


def _below(lines: list[str], column: int) -> list[str]:
    return [" " * column + lines[0], *lines[1:]]


def _indented(lines: list[str], column: int, first_too: bool) -> list[str]:
    return _below(lines, column) if first_too else lines


def block_mapping(value: Mapping[str, Value], column: int) -> list[str]:
    """The lines of a mapping; the first is not indented."""
    lines: list[str] = []
    for key, item in value.items():
        lines += _indented(pair(key, item, column), column, bool(lines))
    return lines


def pair(key: str, value: Value, column: int, *, width: int = WIDTH) -> list[str]:
    """The lines of a key and its value, indented by `column`; the first is not indented.

    Raises:
        UnwritableError: if the value would not read back unchanged.

    >>> pair("tags", ["war", "no"], 0)
    ['tags: [war, "no"]']
    >>> pair("layer", {"title": "My notes", "audience": "class"}, 0)
    ['layer:', '  title: My notes', '  audience: class']
    """
    name = inline(key) + ":"
    first, *rest = behind(value, column, len(name), width=width)
    return [f"{name} {first}".rstrip(), *rest]


def block_list(value: list[Value], column: int) -> list[str]:
    """The lines of a list; the first is not indented."""
    lines: list[str] = []
    for item in value:
        lines += _indented(list_item(item, column), column, bool(lines))
    return lines


def list_item(value: Value, column: int, offset: int = 2) -> list[str]:
    """The lines of one item of a list, with its hyphen; its keys begin `offset` columns after it.

    Raises:
        UnwritableError: if the value would not read back unchanged.

    >>> list_item({"quote": "so called", "body": "Why?"}, 0)
    ['- quote: so called', '  body: Why?']
    """
    if isinstance(value, dict) and value:
        first, *rest = block_mapping(value, column + offset)
        return ["-" + " " * (offset - 1) + first, *rest]
    if isinstance(value, list) and value:
        return ["-", *_below(block_list(value, column + 2), column + 2)]
    first, *rest = behind(value, column, 1)
    return [f"- {first}", *rest]


def _blocks(text: str, column: int, style: str, width: int) -> Iterator[list[str]]:
    """Ways to write a text as a block of lines."""
    if any(_needs_escape(c) for c in text if c != "\n"):
        return
    indent = " " * (column + 2)
    words = text.split(" ")
    can_fold = "\n" not in text and "" not in words
    literal = [_header("|", text), *(indent + line if line else "" for line in text.removesuffix("\n").split("\n"))]
    if can_fold and style != "|":
        yield [">-", *_folded(words, indent, width)]
    yield literal


def _header(sign: str, text: str) -> str:
    first = next((line for line in text.split("\n") if line), "")
    return sign + ("2" if first[:1] in (" ", "\t") or text[:1] == "\n" else "") + ("" if text.endswith("\n") else "-")


def _folded(words: list[str], indent: str, width: int) -> list[str]:
    lines = [indent + words[0]]
    longest = max(width, len(indent) + _NARROW)
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) > longest:
            lines.append(indent + word)
        else:
            lines[-1] += " " + word
    return lines


def inline(value: Value, *, flow: bool = False, style: str = "") -> str:
    """Write a value on one line.

    Args:
        value: The value.
        flow: Whether it is part of a list or mapping in brackets.
        style: How it was quoted before: `'`, `"`, or empty. The same marks are used again if they can be.

    Raises:
        UnwritableError: if the value would not read back unchanged.

    >>> inline("a: b")
    '"a: b"'
    >>> inline({"text": "Yerevan", "entry": "none", "paragraph": 7})
    '{text: Yerevan, entry: none, paragraph: 7}'
    >>> inline("no"), inline(True)
    ('"no"', 'true')
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inline(k, flow=True)}: {inline(v, flow=True)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(item, flow=True) for item in value) + "]"
    if isinstance(value, str):
        return _spelled(value, flow, style)
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else repr(value)
    if not _reads_back(f"k: {text}", value):
        raise UnwritableError(f"the number {text} would not read back unchanged; write it as text")
    return text


@cache
def _spelled(text: str, flow: bool, style: str) -> str:
    for char in text:
        if "\ud800" <= char <= "\udfff":
            raise UnwritableError(
                f"it contains half a character (U+{ord(char):04X}), which cannot be saved in a file; remove it"
            )
    double = '"' + "".join(_escaped(c) for c in text) + '"'
    ways = [double]
    if not any(_needs_escape(c) for c in text):
        single = "'" + text.replace("'", "''") + "'"
        prefer_single = style == "'" or (style != '"' and ("\\" in text or '"' in text) and "'" not in text)
        ways.insert(0 if prefer_single else 1, single)
        if _plain(text, flow):
            ways.insert(0 if style not in ("'", '"') else len(ways), text)
    for way in ways:
        if _reads_back(f"k: [{way}]" if flow else f"k: {way}", [text] if flow else text):
            return way
    raise UnwritableError("its characters would not read back unchanged")


def _plain(text: str, flow: bool) -> bool:
    """Whether a text needs no quotation marks, in this parser or any other."""
    if not text or text[0] in _INDICATORS or text[0].isspace() or text[-1].isspace() or text[-1] == ":":
        return False
    if ": " in text or " #" in text or (flow and any(c in ",[]{}?" for c in text)):
        return False
    known = [pattern for _, pattern in (*_RESOLVER.get(text[0], ()), *_RESOLVER.get(None, ()))]
    return not any(pattern.match(text) for pattern in known) and not _OTHER_NUMBER.fullmatch(text)


def _needs_escape(char: str) -> bool:
    return char not in _HARMLESS and unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Zl", "Zp")


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if not _needs_escape(char):
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _reads_back(text: str, value: Value) -> bool:
    try:
        found = load(text + "\n").value
    except YamlError:
        return False
    return isinstance(found, dict) and same(found.get("k"), value)


def same(one: Value, other: Value) -> bool:
    """Whether two values are equal and have equal types throughout: 1 is neither true nor 1.0.

    >>> same([1, "a"], [1, "a"]), same(1, True), same(1, 1.0)
    (True, False, False)
    """
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other
