"""Where the items of a YAML list stand: their lines, hyphens, comments and blank lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from course_reader.errors import ReaderError
from course_reader.files.yaml_tree import Node, YamlTree, line_end, line_start

#: start, end and what comes in the place of what stands between them
Edit: TypeAlias = tuple[int, int, str]

COLON = re.compile(r"[ \t]*:")


class UnclearError(ReaderError):
    """The text is written in a way that these edits do not understand; `at` is the place."""

    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at = at
        self.message = message


@dataclass(frozen=True, slots=True)
class ListPlaces:
    """The places of the list below one key of a mapping."""

    tree: YamlTree
    #: the line break of the file
    newline: str
    key: Node
    items: Node

    @property
    def text(self) -> str:
        """The whole text."""
        return self.tree.text

    def colon(self, key: Node) -> int:
        """How far behind a key its colon ends."""
        found = COLON.match(self.text, key.end)
        if not found:
            raise UnclearError(key.start, f"the colon does not follow the key {key.value!r} on its line")
        return found.end() - key.end

    def dash(self, index: int) -> int:
        """Where the line begins that has the hyphen of an item."""
        text = self.text
        at = line_end(text, self.items.children[index - 1].end) if index else line_start(text, self.items.start)
        while at < len(text) and not text[at : line_end(text, at)].lstrip(" ").startswith("-"):
            at = line_end(text, at)
        if at >= len(text):
            raise UnclearError(self.items.children[index].start, "the hyphen of the item does not begin a line")
        return at

    def column(self, start: int) -> int:
        """How far a line is indented."""
        line = self.text[start : line_end(self.text, start)]
        return len(line) - len(line.lstrip(" "))

    def below(self, node: Node) -> int:
        """Where the line behind a value begins."""
        return line_end(self.text, node.end)

    def above_comments(self, index: int) -> int:
        """Where an item begins with the comments right above it."""
        at = self.dash(index)
        floor = self.below(self.items.children[index - 1]) if index else line_end(self.text, self.key.end)
        while at > floor:
            above = line_start(self.text, at - 1)
            if not self.text[above:at].lstrip(" ").startswith("#"):
                break
            at = above
        return at

    def blank_above(self, at: int) -> int | None:
        """Where the line above begins, if it is blank."""
        above = line_start(self.text, at - 1) if at else 0
        return above if at and not self.text[above:at].strip() else None

    def parted(self, index: int) -> bool:
        """Whether a blank line stands between an item and the one above."""
        return self.blank_above(self.above_comments(index)) is not None

    def kept(self, start: int, end: int, column: int) -> str:
        """The comments of a stretch that is taken out, each on a line of its own; those that have one keep it."""
        kept = ""
        for a, b in self.tree.comments_in(start, end):
            line = line_start(self.text, a)
            own = line >= start and not self.text[line:a].strip()
            kept += (self.text[line:a] if own else " " * column) + self.text[a:b] + self.newline
        return kept

    def without(self, nodes: list[Node], at: int, count: int) -> Edit:
        """Take `count` nodes out of brackets, with one comma."""
        if at + count < len(nodes):
            start, end = nodes[at].start, nodes[at + count].start
        elif at:
            start, end = nodes[at - 1].end, nodes[at + count - 1].end
        else:
            start, end = nodes[0].start, nodes[count - 1].end
        indent = " " * (nodes[at].start - line_start(self.text, nodes[at].start))
        comments = [f" {self.text[a:b]}{self.newline}{indent}" for a, b in self.tree.comments_in(start, end)]
        return start, end, "".join(comments)

    def joined(self, lines: list[str]) -> str:
        """Lines with the line breaks of the file."""
        return "".join(line + self.newline for line in lines)

    def insertion(self, at: int, new: str) -> list[Edit]:
        """Put whole lines somewhere."""
        return insertion(self.tree, at, new, self.newline)


def insertion(tree: YamlTree, at: int, new: str, newline: str) -> list[Edit]:
    """Put whole lines at the begin of a line, or at the end of a file that may lack its last line break."""
    if at == 0 or tree.text[at - 1] == "\n":
        return [(at, at, new)]
    return [(at, at, newline + new), *_closed(tree)]


def _closed(tree: YamlTree) -> list[Edit]:
    """A block of text that ends with the file keeps its words when a line break follows it."""
    node = tree.root
    while node and node.children:
        node = node.children[-1]
    if node is None or node.style not in ("|", ">") or node.end < len(tree.text):
        return []
    header = tree.text[node.start : line_end(tree.text, node.start)].partition("#")[0]
    if "-" in header:
        return []
    at = node.start + header.find("+") if "+" in header else node.start + 1
    return [(at, at + ("+" in header), "-")]
