"""YAML that remembers its lines, so that a complaint can name the line the author sees.

Values are read as editors mean them: a date stays text, and `no` is a word (the language tag of Norwegian),
not false.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: A document that grows past this through aliases is an accident or an attack.
_MOST_NODES = 200_000

Key = str | int
Path = tuple[Key, ...]

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?")
_CONSTANTS: dict[str, bool | None] = {
    "true": True,
    "True": True,
    "false": False,
    "False": False,
    "null": None,
    "~": None,
    "": None,
}


class YamlError(Exception):
    """The text is not YAML, or repeats a key; `line` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


@dataclass(slots=True)
class Document:
    """A YAML document: its value, and the line (from 1) of each key and item by its path."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """The line of a path, or of the nearest part of it that has one; 1 if none has."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def load(text: str, *, first_line: int = 1) -> Document:
    """Read one YAML document.

    Args:
        text: The YAML.
        first_line: The line in the author's file at which `text` begins.

    Raises:
        YamlError: with the line, if the text cannot be read.
    """
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "it cannot be read"
        raise YamlError(first_line + (mark.line if mark else 0), problem) from None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") if isinstance(error.position, int) else 0
        raise YamlError(first_line + line, "it holds a character that YAML does not allow") from None
    document = Document()
    if root is not None:
        _Builder(document, first_line).build(root)
    return document


class _Builder:
    def __init__(self, document: Document, first_line: int) -> None:
        self.document = document
        self.first_line = first_line
        self.left = _MOST_NODES

    def build(self, root: yaml.Node) -> None:
        self.document.value = self._value(root, (), ())

    def _value(self, node: yaml.Node, path: Path, above: tuple[int, ...]) -> Any:
        line = node.start_mark.line + self.first_line
        self.document.lines.setdefault(path, line)
        self.left -= 1
        if id(node) in above or self.left < 0:
            raise YamlError(line, "it refers to itself without end; write the value out")
        above = (*above, id(node))
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*path, i), above) for i, child in enumerate(node.value)]
        result: dict[str, Any] = {}
        for key_node, child in node.value:
            key_line = key_node.start_mark.line + self.first_line
            if not isinstance(key_node, yaml.ScalarNode):
                raise YamlError(key_line, "a key must be a single word or phrase")
            key = str(key_node.value)
            if key in result:
                raise YamlError(key_line, f"the key {key!r} stands here twice")
            self.document.lines[(*path, key)] = key_line
            result[key] = self._value(child, (*path, key), above)
        return result


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    text: str = node.value
    if node.style is not None:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.fullmatch(text):
        return int(text) if len(text) < 20 else text
    return float(text) if _FLOAT.fullmatch(text) else text


def mapping(document: Document) -> Mapping[str, Any]:
    """The value of a document that should be a mapping.

    Raises:
        YamlError: if it is something else.
    """
    if document.value is None:
        return {}
    if not isinstance(document.value, dict):
        raise YamlError(document.line(()), "it should be a list of `key: value` lines")
    return document.value
