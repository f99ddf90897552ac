"""The YAML of a file and what surrounds it: read, changed by edits, and checked against what was intended."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from course_reader.errors import ReaderError
from course_reader.files import front_matter as frontmatter
from course_reader.files.yaml_edits import ListEditor, apply
from course_reader.files.yaml_lines import Value, YamlError, load
from course_reader.files.yaml_places import Edit, UnclearError
from course_reader.files.yaml_tree import YamlTree, parse
from course_reader.files.yaml_write import UnwritableError, same

#: a line with its line break; other characters that end a line elsewhere do not do so here
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class SpliceError(ReaderError):
    """The change cannot be made without altering other parts of the file; `line` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(f"line {line}: {message}")
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class YamlPart:
    """The YAML of a file, with the text before and after it."""

    head: str
    text: str
    tail: str
    #: the line of the file on which `text` begins
    first_line: int
    newline: str
    front_matter: bool
    value: dict[str, Value]

    @classmethod
    def of(cls, text: str, front_matter: bool) -> YamlPart:
        """Find the YAML of a file.

        Raises:
            SpliceError: if it cannot be read.
        """
        newline = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"
        bare = text.replace("\r\n", "\n")
        if "\r" in bare:
            line = bare[: bare.index("\r")].count("\n") + 1
            raise SpliceError("the line ends with a lone carriage return; save the file with normal line endings", line)
        start = len(text) - len(text.removeprefix("\ufeff"))
        head, block, tail, first_line = text[:start], text[start:], "", 1
        try:
            if front_matter:
                head, block, tail = _front_matter(text, start, newline)
                first_line = 2
            value = load(block, first_line=first_line).value
        except YamlError as error:
            raise SpliceError(error.message, error.line) from None
        if not isinstance(value, (dict, type(None))):
            raise SpliceError("it should consist of `key: value` lines", first_line)
        return cls(head, block, tail, first_line, newline, front_matter, value or {})

    def items(self, key: str, index: int, *, new_item: bool = False) -> list[Value]:
        """The items of the list.

        Raises:
            SpliceError: if the list or the item does not exist.
        """
        found = self.value.get(key)
        if not isinstance(found, (list, type(None))):
            raise SpliceError(f"`{key}` should be a list, with a hyphen before each item", self._line(key))
        items = found or []
        if not 0 <= index < len(items) + new_item:
            raise SpliceError(f"`{key}` has {len(items)} items, so there is no item {index + 1}", self._line(key))
        return items

    def _line(self, key: str) -> int:
        return load(self.text, first_line=self.first_line).line((key,))

    def editor(self, tree: YamlTree, key: str) -> ListEditor | None:
        """An editor for the list; None if its key does not exist."""
        found = tree.root.pair(key) if tree.root and tree.root.kind == "mapping" else None
        return ListEditor(tree, self.newline, *found) if found else None

    def changed(
        self,
        key: str,
        index: int,
        edits: Callable[[YamlTree], Iterator[list[Edit]]],
        intend: Callable[[list[Value]], object],
        *,
        new_item: bool = False,
    ) -> str:
        """The file after the first edits that do what is intended and nothing else.

        Raises:
            SpliceError: if none does.
        """
        items = copy.deepcopy(self.items(key, index, new_item=new_item))
        intend(items)
        line = load(self.text, first_line=self.first_line).line((key, index))
        return self.with_value(key, items, edits, line)

    def with_value(self, key: str, value: Value, edits: Callable[[YamlTree], Iterator[list[Edit]]], line: int) -> str:
        """The file after the first edits that give a key a value and change nothing else.

        Args:
            key: The key, at the top level.
            value: Its new value.
            edits: Ways to do it.
            line: The line to name if none does.

        Raises:
            SpliceError: if none does.
        """
        intended = {**self.value, key: value}
        tree = parse(self.text)
        try:
            for attempt in edits(tree):
                text = apply(self.text, attempt)
                whole = self.head + text + self.tail
                if self._says(text, whole, intended, tree):
                    return whole
        except UnclearError as error:
            raise SpliceError(error.message, self._line_at(error.at)) from None
        except UnwritableError as error:
            raise SpliceError(str(error), self._line_at(tree.root.start if tree.root else 0)) from None
        message = "the change would alter other lines of the file, so it was not made; make it by hand"
        raise SpliceError(message, line)

    def _line_at(self, at: int) -> int:
        return self.first_line + self.text.count("\n", 0, at)

    def _says(self, text: str, whole: str, intended: dict[str, Value], before: YamlTree) -> bool:
        """Whether a new text has the intended values, and all comments of the old one."""
        try:
            if not same(load(text).value, intended):
                return False
            if self.front_matter:
                # read as in a build: a line of hyphens in a value must not end the block
                matter = frontmatter.read(whole.removeprefix("\ufeff").replace("\r\n", "\n"))
                body = self.tail.replace("\r\n", "\n").partition("\n")[2]
                if not same(matter.document.value, intended) or matter.body != body:
                    return False
        except YamlError:
            return False
        return _comments(parse(text)) == _comments(before)


def _front_matter(text: str, start: int, newline: str) -> tuple[str, str, str]:
    """The opening fence, the YAML, and the closing fence with everything after it; missing fences are added."""
    parts = frontmatter.split(text[start:])
    if parts is None:
        fence = "---" + newline
        return text[:start] + fence, "", fence + text[start:]
    lines = _LINE.findall(text[start:])
    closing = parts[1] - 1
    return text[:start] + lines[0], "".join(lines[1:closing]), "".join(lines[closing:])


def _comments(tree: YamlTree) -> Counter[str]:
    return Counter(tree.text[a:b].rstrip() for a, b in tree.comments)
