"""YAML with the line of every value, so that a message can name the line that the author sees.

Values are read as their authors mean them: a date stays text, and `no` is a word (the language tag of Norwegian),
not false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

import yaml

from course_reader.errors import ReaderError
from course_reader.files.quoting import quoted
from course_reader.files.yaml_mistakes import TOO_DEEP, mistake

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: a document that grows beyond this through aliases is an accident or an attack
_MOST_VALUES = 200_000

#: none of our files is nested more deeply; without a limit, one line of brackets would crash Python itself
_DEEPEST = 50

Key = str | int
Path = tuple[Key, ...]
#: what a YAML file can hold here
Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"

_INT = re.compile(r"0|-?[1-9][0-9]{0,17}")
_FLOAT = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,15}")
_CONSTANTS: dict[str, bool | None] = {
    "true": True,
    "True": True,
    "false": False,
    "False": False,
    "null": None,
    "~": None,
    "": None,
}


class YamlError(ReaderError):
    """The text is not valid YAML, or a key is repeated; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


@dataclass(slots=True)
class Document:
    """A YAML document: its value, and the line (from 1) of each key and item by its path.

    A path is a tuple of keys and list indexes.
    """

    #: None if the text is empty
    value: Any = None
    #: from 1, counted from the start of the author's file
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """The line of a path, or of the nearest part of it that has one; 1 if none has.

        >>> load("roles:\\n  - title: Mayor\\n    from: 2018\\n").line(("roles", 0, "from"))
        3
        """
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def load(text: str, *, first_line: int = 1) -> Document:
    """Read one YAML document.

    Args:
        text: The YAML.
        first_line: The line of the author's file on which `text` begins.

    Returns:
        Its value and the lines. A number is only read as one if it can be written back unchanged; dates and the words
        `yes`, `no`, `on` and `off` stay text.

    Raises:
        YamlError: with the line, if the text cannot be read.

    >>> document = load("name: Ada Quill\\nborn: 1923-05-10\\nlanguage: no\\n")
    >>> document.value
    {'name': 'Ada Quill', 'born': '1923-05-10', 'language': 'no'}
    >>> document.lines[("born",)]
    2
    >>> load("a: 1\\na: 2\\n")
    Traceback (most recent call last):
    course_reader.files.yaml_lines.YamlError: line 2: the key 'a' is used twice here
    """
    document = _loaded(text, first_line)
    return Document(_copied(document.value), dict(document.lines))


@lru_cache(maxsize=4)
def _loaded(text: str, first_line: int) -> Document:
    """The document, not to be changed: a change of a file reads the same text several times."""
    document = Document()
    try:
        _Builder(document, first_line).build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        # Some versions of the scanner, which runs ahead of us, stop at a limit themselves.
        line = _line_of(error, text)
        problem, line = mistake(error.problem or "", text, line)
        raise YamlError(first_line + line, problem) from None
    except yaml.reader.ReaderError as error:
        at = max(text.find(chr(error.character)), 0)
        message = f"it contains the character U+{error.character:04X}, which YAML does not allow; remove it"
        raise YamlError(first_line + text.count("\n", 0, at), message) from None
    return document


def _copied(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return [_copied(item) for item in value] if isinstance(value, list) else value


#: tags that name what a value is anyway
_TAGS = {"!", "str", "int", "float", "bool", "null", "map", "seq", "timestamp"}


def _line_of(error: yaml.MarkedYAMLError, text: str) -> int:
    """The line, from 0, of the mistake; where it only shows at the end of the file, the line on which it began."""
    last = text.rstrip().count("\n")
    mark = error.problem_mark or error.context_mark
    if error.context_mark and mark and mark.line > last:
        mark = error.context_mark
    return min(mark.line, last) if mark else 0


@dataclass(slots=True)
class _Open:
    """A mapping or a list that is being read."""

    value: dict[str, Value] | list[Value]
    path: Path
    anchor: str | None
    #: number of values counted before it
    counted: int
    #: the key whose value comes next
    key: str | None = None


class _Builder:
    """Builds values from the parser's events, without recursion."""

    def __init__(self, document: Document, first_line: int) -> None:
        self.document = document
        self.first_line = first_line
        self.open: list[_Open] = []
        #: anchor → its value and the number of values in it
        self.anchors: dict[str, tuple[Value, int]] = {}
        self.counted = 0

    def build(self, events: Iterator[yaml.Event]) -> None:
        """Read every event of one document."""
        documents = 0
        for event in events:
            line = (event.start_mark.line if event.start_mark else 0) + self.first_line
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise YamlError(line, "a second document begins here; remove the line of hyphens")
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._close()
            elif isinstance(event, yaml.NodeEvent):
                self._node(event, line)

    def _node(self, event: yaml.NodeEvent, line: int) -> None:
        tag = getattr(event, "tag", None)
        if tag and tag.removeprefix("tag:yaml.org,2002:") not in _TAGS:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            raise YamlError(line, f"{shown} before a value is a tag, which these files do not use; remove it")
        above = self.open[-1] if self.open else None
        if above and isinstance(above.value, dict) and above.key is None:
            self._key(above, event, line)
            return
        path = self._path(above)
        self.document.lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent):
            self._put(self._alias(event.anchor, line), line)
        elif isinstance(event, yaml.ScalarEvent):
            value = _scalar(event)
            self.counted += 1
            if event.anchor:
                self.anchors[event.anchor] = value, 1
            self._put(value, line)
        else:
            fresh: dict[str, Value] | list[Value] = {} if isinstance(event, yaml.MappingStartEvent) else []
            self._put(fresh, line)
            self.open.append(_Open(fresh, path, event.anchor, self.counted))
            self.counted += 1
            if len(self.open) > _DEEPEST:
                raise YamlError(line, TOO_DEEP)

    def _key(self, above: _Open, event: yaml.NodeEvent, line: int) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            raise YamlError(line, "a key must be a single word or phrase")
        key = str(event.value)
        if key in above.value:
            raise YamlError(line, f"the key {quoted(key)} is used twice here")
        above.key = key
        self.document.lines[(*above.path, key)] = line

    def _path(self, above: _Open | None) -> Path:
        if above is None:
            return ()
        return (*above.path, above.key if above.key is not None else len(above.value))

    def _put(self, value: Value, line: int) -> None:
        if self.counted > _MOST_VALUES:
            raise YamlError(line, "its aliases multiply without limit; write the values out")
        if not self.open:
            self.document.value = value
            return
        above = self.open[-1]
        if isinstance(above.value, list):
            above.value.append(value)
        elif above.key is not None:
            above.value[above.key] = value
            above.key = None

    def _alias(self, anchor: str | None, line: int) -> Value:
        if any(item.anchor == anchor for item in self.open):
            raise YamlError(line, "it refers to itself; write the value out")
        if anchor is None or anchor not in self.anchors:
            raise YamlError(line, f"nothing is marked with &{anchor}; write the value out")
        value, size = self.anchors[anchor]
        self.counted += size
        return value

    def _close(self) -> None:
        done = self.open.pop()
        if done.anchor is not None:
            self.anchors[done.anchor] = done.value, self.counted - done.counted


def _scalar(event: yaml.ScalarEvent) -> str | int | float | bool | None:
    """A value as its author means it; a number only if it can be written back unchanged."""
    text: str = event.value
    if event.style:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text


def mapping(document: Document) -> Mapping[str, Any]:
    """The value of a document that should be a mapping; an empty document is an empty mapping.

    Raises:
        YamlError: if it is something else.

    >>> mapping(load("name: Ada Quill"))
    {'name': 'Ada Quill'}
    """
    if document.value is None:
        return {}
    if not isinstance(document.value, dict):
        raise YamlError(document.line(()), "it should consist of `key: value` lines")
    return document.value
