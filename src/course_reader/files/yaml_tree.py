"""Where each value of a YAML text stands, to the character, and where its comments are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*")

NodeKind = Literal["scalar", "mapping", "list", "alias"]


@dataclass(slots=True)
class Node:
    """A value and the stretch of text that spells it, in code points; no line break or blank line follows in it."""

    kind: NodeKind
    start: int
    end: int
    #: the words of a scalar
    value: str = ""
    #: how a scalar is written: `'`, `"`, `|`, `>`, or nothing
    style: str = ""
    #: in brackets, not on lines of its own
    flow: bool = False
    #: the items of a list; the keys and values of a mapping, in turns
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
        """The comments that begin in a stretch of text."""
        return [span for span in self.comments if start <= span[0] < end]


def parse(text: str) -> YamlTree:
    """Find the values of a text that `yaml_lines.load` can read."""
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
    """The end of a block of text without the empty lines below it, unless its header keeps them."""
    block = text[start:end]
    if "+" in block.partition("\n")[0].partition("#")[0]:
        return start + len(block.removesuffix("\n").removesuffix("\r"))
    return start + len(block.rstrip("\r\n"))


def _opaque(node: Node, text: str) -> tuple[int, int]:
    """The stretch of a scalar in which a number sign begins no comment."""
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
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends: behind its line break, if it has one."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
