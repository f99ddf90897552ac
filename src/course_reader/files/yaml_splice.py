"""Change one item of a list in a YAML file and leave every other byte of the file as it is.

A file that people write by hand holds more than data: comments, an order, ways to quote. Only the lines of an item, or
of its changed keys, are written; then the whole is read again and compared with what it should say. No comment is ever
lost: one that belongs to removed lines stays, on a line of its own.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from course_reader.errors import ReaderError
from course_reader.files import front_matter as frontmatter
from course_reader.files.yaml_edits import ListEditor, apply, fresh
from course_reader.files.yaml_lines import Value, YamlError, load
from course_reader.files.yaml_places import Edit, UnclearError
from course_reader.files.yaml_tree import YamlTree, parse
from course_reader.files.yaml_write import UnwritableError, same

#: a line with its line break; other characters that may end a line elsewhere do not here
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class SpliceError(ReaderError):
    """The change cannot be made without touching what it should not; `line` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(f"line {line}: {message}")
        self.message = message
        self.line = line


def insert_item(text: str, key: str, index: int, item: Mapping[str, Value], *, front_matter: bool = False) -> str:
    """Put an item before another one of a list, or behind the last; make the list if there is none.

    Args:
        text: The file, with its own line ends.
        key: The key of the list at the top of the file.
        index: How many items stand before the new one.
        item: Its keys and values in the order in which they should stand.
        front_matter: Whether the YAML is the block at the head of a Markdown file.

    Raises:
        SpliceError: with line and sentence; nothing is changed then.
    """
    part = _Part.of(text, front_matter)
    new = _plain(dict(item))

    def edits(tree: YamlTree) -> Iterator[list[Edit]]:
        editor = part.editor(tree, key)
        if editor:
            yield from editor.insert(index, new, front_matter)
        else:
            yield fresh(tree, key, new, front_matter, part.newline)

    return part.changed(key, index, edits, lambda items: items.insert(index, new), new_item=True)


def insert_items(text: str, key: str, items: Sequence[tuple[int, Mapping[str, Value]]]) -> str:
    """Put several items into a list with one reading of the file, for an import of many.

    Args:
        text: The file, with its own line ends.
        key: The key of the list at the top of the file.
        items: Each item with the number of those before it that are there now; of two with one number, the first stands
            first.

    Raises:
        SpliceError: with line and sentence; nothing is changed then.
    """
    ordered = sorted(items, key=lambda pair: pair[0])
    part = _Part.of(text, False)
    there = part.value.get(key)
    if len(ordered) < 2 or not isinstance(there, list) or not there or not text.endswith("\n"):
        for index, item in reversed(ordered):
            text = insert_item(text, key, index, item)
        return text
    new = [(index, _plain(dict(item))) for index, item in ordered]

    def edits(tree: YamlTree) -> Iterator[list[Edit]]:
        editor = part.editor(tree, key)
        if editor:
            at: dict[int, str] = {}
            for index, item in new:
                for start, _, lines in next(editor.insert(index, item, False)):
                    at[start] = at.get(start, "") + lines
            yield [(start, start, lines) for start, lines in at.items()]

    def intend(found: list[Value]) -> None:
        for index, item in reversed(new):
            found.insert(index, item)

    return part.changed(key, ordered[-1][0], edits, intend, new_item=True)


def change_item(
    text: str,
    key: str,
    index: int,
    changes: Mapping[str, Value | None],
    *,
    front_matter: bool = False,
    order: Sequence[str] = (),
) -> str:
    """Change some keys of an item; all other lines stay.

    Args:
        text: The file, with its own line ends.
        key: The key of the list at the top of the file.
        index: Which item, from 0.
        changes: The new values; None takes a key out.
        front_matter: Whether the YAML is the block at the head of a Markdown file.
        order: Where a new key stands among the others; without it, behind them.

    Raises:
        SpliceError: with line and sentence; nothing is changed then.
    """
    for name, value in _plain(dict(changes)).items():
        text = _change_key(text, key, index, name, value, front_matter, order)
    return text


def remove_item(text: str, key: str, index: int, *, front_matter: bool = False) -> str:
    """Take an item out of a list; comments in it and around it stay.

    Raises:
        SpliceError: with line and sentence; nothing is changed then.
    """
    part = _Part.of(text, front_matter)

    def edits(tree: YamlTree) -> Iterator[list[Edit]]:
        editor = part.editor(tree, key)
        if editor:
            yield from editor.remove(index)

    return part.changed(key, index, edits, lambda items: items.pop(index))


def _change_key(
    text: str, key: str, index: int, name: str, value: Value | None, front_matter: bool, order: Sequence[str]
) -> str:
    part = _Part.of(text, front_matter)
    items = part.items(key, index)
    item = items[index]
    if not isinstance(item, dict):
        raise SpliceError("the item has no keys; write it as lines `key: value`", part.first_line)
    if item.get(name) is None and value is None:
        return text

    def edits(tree: YamlTree) -> Iterator[list[Edit]]:
        editor = part.editor(tree, key)
        if editor:
            yield editor.drop(index, name) if value is None else editor.change(index, name, value, order)

    def intend(items: list[Value]) -> None:
        target = items[index]
        if isinstance(target, dict):
            target.pop(name) if value is None else target.update({name: value})

    return part.changed(key, index, edits, intend)


@dataclass(frozen=True, slots=True)
class _Part:
    """The YAML of a file, with what stands around it."""

    head: str
    text: str
    tail: str
    #: the line of the file on which `text` begins
    first_line: int
    newline: str
    front_matter: bool
    value: dict[str, Value]

    @classmethod
    def of(cls, text: str, front_matter: bool) -> _Part:
        """Take a file apart.

        Raises:
            SpliceError: if it cannot be read.
        """
        newline = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"
        bare = text.replace("\r\n", "\n")
        if "\r" in bare:
            line = bare[: bare.index("\r")].count("\n") + 1
            raise SpliceError("the line ends with a bare carriage return; save the file with usual line ends", line)
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
            raise SpliceError("it should consist of lines `key: value`", first_line)
        return cls(head, block, tail, first_line, newline, front_matter, value or {})

    def items(self, key: str, index: int, *, new_item: bool = False) -> list[Value]:
        """The items of the list.

        Raises:
            SpliceError: if there is no list, or no such item.
        """
        found = self.value.get(key)
        if not isinstance(found, (list, type(None))):
            raise SpliceError(f"`{key}` should be a list, with a hyphen before each item", self._line(key))
        items = found or []
        if not 0 <= index < len(items) + new_item:
            raise SpliceError(f"`{key}` has {len(items)} items, none with the number {index + 1}", self._line(key))
        return items

    def _line(self, key: str) -> int:
        return load(self.text, first_line=self.first_line).line((key,))

    def editor(self, tree: YamlTree, key: str) -> ListEditor | None:
        """What edits the list; None if its key is not there."""
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
        """The file with the first edits that bring about what is intended, and nothing else.

        Raises:
            SpliceError: if none does.
        """
        items = copy.deepcopy(self.items(key, index, new_item=new_item))
        intend(items)
        intended = {**self.value, key: items}
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
        line = load(self.text, first_line=self.first_line).line((key, index))
        message = "the change would touch other lines of the file, so it was not made; make it by hand"
        raise SpliceError(message, line)

    def _line_at(self, at: int) -> int:
        return self.first_line + self.text.count("\n", 0, at)

    def _says(self, text: str, whole: str, intended: dict[str, Value], before: YamlTree) -> bool:
        """Whether a new text says what is intended, with all comments of the old one."""
        try:
            if not same(load(text).value, intended):
                return False
            if self.front_matter:
                # read as a build reads it: a line of hyphens in a value must not end the block
                matter = frontmatter.read(whole.removeprefix("\ufeff").replace("\r\n", "\n"))
                body = self.tail.replace("\r\n", "\n").partition("\n")[2]
                if not same(matter.document.value, intended) or matter.body != body:
                    return False
        except YamlError:
            return False
        return _comments(parse(text)) == _comments(before)


def _front_matter(text: str, start: int, newline: str) -> tuple[str, str, str]:
    """The opening fence, the YAML, and the closing fence with all that follows; fences are made if there are none."""
    parts = frontmatter.split(text[start:])
    if parts is None:
        fence = "---" + newline
        return text[:start] + fence, "", fence + text[start:]
    lines = _LINE.findall(text[start:])
    closing = parts[1] - 1
    return text[:start] + lines[0], "".join(lines[1:closing]), "".join(lines[closing:])


def _comments(tree: YamlTree) -> Counter[str]:
    return Counter(tree.text[a:b].rstrip() for a, b in tree.comments)


def _plain(values: Mapping[str, Value | None]) -> dict[str, Value]:
    """The values as YAML knows them: dicts, lists, plain words and numbers."""
    plain = _as_yaml(values)
    assert isinstance(plain, dict)
    return plain


def _as_yaml(value: object) -> Value:
    if isinstance(value, Mapping):
        if wrong := next((key for key in value if not isinstance(key, str)), None):
            raise SpliceError(f"the key {wrong!r} is no text", 1)
        return {str(key): _as_yaml(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_as_yaml(item) for item in value]
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    raise SpliceError(f"a {type(value).__name__} cannot be written", 1)
