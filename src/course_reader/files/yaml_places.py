"""The positions of the items of a YAML list: their lines, hyphens, comments and blank lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from course_reader.errors import ReaderError
from course_reader.files.yaml_tree import Node, YamlTree, line_end, line_start

#: start, end, and the text that replaces everything between them
Edit: TypeAlias = tuple[int, int, str]

COLON = re.compile(r"[ \t]*:")


class UnclearError(ReaderError):
    """The text is written in a way that these edits do not understand; `at` is the position."""

    def __init__(self, at: int, message: str) -> None:
        super().__init__(message)
        self.at = at
        self.message = message


@dataclass(frozen=True, slots=True)
class ListPlaces:
    """The positions in the list below one key of a mapping."""

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
        """The number of characters from the end of a key to the end of its colon."""
        found = COLON.match(self.text, key.end)
        if not found:
            raise UnclearError(key.start, f"the colon of the key {key.value!r} is not on the same line")
        return found.end() - key.end

    def dash(self, index: int) -> int:
        """The start of the line that has an item's hyphen."""
        text = self.text
        at = line_end(text, self.items.children[index - 1].end) if index else line_start(text, self.items.start)
        while at < len(text) and not text[at : line_end(text, at)].lstrip(" ").startswith("-"):
            at = line_end(text, at)
        if at >= len(text):
            raise UnclearError(self.items.children[index].start, "the hyphen of the item is not at the start of a line")
        return at

    def column(self, start: int) -> int:
        """The indentation of a line, in columns."""
        line = self.text[start : line_end(self.text, start)]
        return len(line) - len(line.lstrip(" "))

    def below(self, node: Node) -> int:
        """The start of the line after a value."""
        return line_end(self.text, node.end)

    def above_comments(self, index: int) -> int:
        """The start of an item, including the comments directly above it."""
        at = self.dash(index)
        floor = self.below(self.items.children[index - 1]) if index else line_end(self.text, self.key.end)
        while at > floor:
            above = line_start(self.text, at - 1)
            if not self.text[above:at].lstrip(" ").startswith("#"):
                break
            at = above
        return at

    def blank_above(self, at: int) -> int | None:
        """The start of the line above, if it is blank."""
        above = line_start(self.text, at - 1) if at else 0
        return above if at and not self.text[above:at].strip() else None

    def parted(self, index: int) -> bool:
        """Whether a blank line separates an item from the one above."""
        return self.blank_above(self.above_comments(index)) is not None

    def kept(self, start: int, end: int, column: int) -> str:
        """The comments of a stretch that is removed, one to a line; a comment that already has a line keeps it."""
        kept = ""
        for a, b in self.tree.comments_in(start, end):
            line = line_start(self.text, a)
            own = line >= start and not self.text[line:a].strip()
            kept += (self.text[line:a] if own else " " * column) + self.text[a:b] + self.newline
        return kept

    def without(self, nodes: list[Node], at: int, count: int) -> Edit:
        """Remove `count` nodes from a list in brackets, along with one comma."""
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
        """Lines, each with the file's line break."""
        return "".join(line + self.newline for line in lines)

    def insertion(self, at: int, new: str) -> list[Edit]:
        """Insert whole lines."""
        return insertion(self.tree, at, new, self.newline)


def insertion(tree: YamlTree, at: int, new: str, newline: str) -> list[Edit]:
    """Insert whole lines at the start of a line, or at the end of a file, even if its last line break is missing."""
    if at == 0 or tree.text[at - 1] == "\n":
        return [(at, at, new)]
    return [(at, at, newline + new), *_closed(tree)]


def _closed(tree: YamlTree) -> list[Edit]:
    """Keep the value of a block of text at the end of a file unchanged when a line break is added after it."""
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
