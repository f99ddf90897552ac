"""The exact position of each value and each comment in a YAML text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")

NodeKind = Literal["scalar", "mapping", "list", "alias"]


@dataclass(slots=True)
class Node:
    """A value and the stretch of text that it is written in, in code points, without a line break at its end."""

    kind: NodeKind
    start: int
    end: int
    #: the text of a scalar
    value: str = ""
    #: how a scalar is quoted: `'`, `"`, `|`, `>`, or empty if it is not
    style: str = ""
    #: written in brackets, not as a block of lines
    flow: bool = False
    #: the items of a list; the keys and values of a mapping, alternating
    children: list[Node] = field(default_factory=list)

    def pairs(self) -> list[tuple[Node, Node]]:
        """The keys and values of a mapping."""
        return list(zip(self.children[::2], self.children[1::2], strict=True))

    def pair(self, key: str) -> tuple[Node, Node] | None:
        """One key and its value."""
        return next((pair for pair in self.pairs() if pair[0].value == key), None)


@dataclass(slots=True)
class YamlTree:
    """A YAML text with its values and comments."""

    text: str
    root: Node | None
    #: start and end of each comment, without its line break
    comments: list[tuple[int, int]]

    def comments_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The comments that begin within a stretch of text."""
        return [span for span in self.comments if start <= span[0] < end]


@lru_cache(maxsize=4)
def parse(text: str) -> YamlTree:
    """Find the values and comments of a text that `yaml_lines.load` can read.

    The same tree is returned for the same text, since a change ends with the text that the next one begins with; nobody
    may change it.

    >>> tree = parse("name: Ada  # Quill\\n")
    >>> [tree.text[start:end] for start, end in tree.comments]
    ['# Quill']
    """
    root: Node | None = None
    opaque: list[tuple[int, int]] = []
    above: list[Node] = []
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            done = above.pop()
            done.end = _span(event)[1] if done.flow else max([done.start, *(c.end for c in done.children)])
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, text)
            if node.kind == "scalar":
                opaque.append(_opaque(node, text))
            if above:
                above[-1].children.append(node)
            else:
                root = node
            if node.kind in ("mapping", "list"):
                above.append(node)
    return YamlTree(text, root, list(_comments(text, opaque)))


def _node(event: yaml.NodeEvent, text: str) -> Node:
    start, end = _span(event)
    if isinstance(event, yaml.AliasEvent):
        return Node("alias", start, end)
    if isinstance(event, yaml.ScalarEvent):
        style = event.style or ""
        return Node("scalar", start, _trimmed(text, start, end) if style in ("|", ">") else end, event.value, style)
    kind: NodeKind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
    return Node(kind, start, end, flow=isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style))


def _span(event: yaml.Event) -> tuple[int, int]:
    return (event.start_mark.index if event.start_mark else 0), (event.end_mark.index if event.end_mark else 0)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a block of text, without the empty lines below it unless its header keeps them."""
    block = text[start:end]
    if "+" in block.partition("\n")[0].partition("#")[0]:
        return start + len(block.removesuffix("\n").removesuffix("\r"))
    return start + len(block.rstrip("\r\n"))


def _opaque(node: Node, text: str) -> tuple[int, int]:
    """The part of a scalar in which a number sign does not begin a comment."""
    if node.style in ("|", ">"):
        return min(line_end(text, node.start), node.end), node.end
    return node.start, node.end


def _comments(text: str, opaque: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    spans = iter([*opaque, (len(text) + 1, len(text) + 1)])
    start, end = next(spans)
    while found := _COMMENT.search(text, at):
        while end <= found.start():
            start, end = next(spans)
        if start <= found.start():
            at = end
        else:
            yield found.span()
            at = found.end()


def line_start(text: str, at: int) -> int:
    """The start of the line that holds a position."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """The end of the line that holds a position: after its line break, if it has one."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
