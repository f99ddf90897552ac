"""The characters of a YAML text to replace so that a list gains, loses or changes an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from course_reader.files.yaml_lines import Value
from course_reader.files.yaml_places import COLON, Edit, ListPlaces, UnclearError, insertion
from course_reader.files.yaml_tree import Node, YamlTree, line_end, line_start
from course_reader.files.yaml_write import WIDTH, behind, inline, list_item, pair


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Apply edits that do not overlap."""
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


class ListEditor(ListPlaces):
    """Edits to the list below one key of a mapping."""

    # -- items ------------------------------------------------------------------------------------------------

    def insert(self, index: int, item: dict[str, Value], short: bool) -> Iterator[list[Edit]]:
        """Ways to insert an item before another or last; `short`: on one line, unless other items are not."""
        if self.items.kind != "list" or not self.items.children:
            yield from self._first(item, short)
        elif self.items.flow:
            yield [self._insert_flow(index, item)]
        else:
            yield self._insert_block(index, item)

    def remove(self, index: int) -> Iterator[list[Edit]]:
        """Ways to remove an item; the first also removes the blank line that separated it from its neighbours."""
        item = self.items.children[index]
        if self.items.flow:
            yield [self.without(self.items.children, index, 1)]
            return
        start, end = self.dash(index), self.below(item)
        kept = self.kept(start, end, self.column(start))
        edits = [(start, end, kept)]
        if len(self.items.children) == 1:
            at = self.key.end + self.colon(self.key)
            edits.append((at, at, " []"))
        elif not kept:
            yield [self._with_its_blank(start, end, index)]
        yield edits

    def _with_its_blank(self, start: int, end: int, index: int) -> Edit:
        """Remove lines, and one of the blank lines around them if it no longer separates anything."""
        above = self.blank_above(start)
        blank_below = end < len(self.text) and not self.text[end : line_end(self.text, end)].strip()
        if above is not None and (blank_below or index == len(self.items.children) - 1):
            return above, end, ""
        if above is None and index == 0 and blank_below:
            return start, line_end(self.text, end), ""
        return start, end, ""

    def _first(self, item: dict[str, Value], short: bool) -> Iterator[list[Edit]]:
        """Ways to insert into a list that is empty or has no value at all."""
        column = self.key.start - line_start(self.text, self.key.start)
        colon = self.key.end + self.colon(self.key)
        written = self.text[colon : self.items.end]
        if self.text[line_start(self.text, self.key.start) : self.key.start].strip():
            yield [(self.items.start, self.items.end, "[" + inline(item, flow=True) + "]")]
            return
        edits: list[Edit] = []
        kept = ""
        if written.strip():
            kept = self.kept(colon, self.items.end, column + 2)
            edits.append((colon, self.items.end, ""))
        end = line_end(self.text, self.items.end)
        lines = self._lines(item, column + 2, 2, short)
        yield [*edits, *self.insertion(end, kept + self.joined(lines))]

    def _insert_block(self, index: int, item: dict[str, Value]) -> list[Edit]:
        children = self.items.children
        near = children[max(index - 1, 0)]
        column = self.column(self.dash(0))
        offset = 2
        if near.kind == "mapping" and not near.flow and near.children:
            first = near.children[0].start
            dash = self.dash(max(index - 1, 0))
            if line_start(self.text, first) == dash:
                offset = max(first - dash - column, 2)
        new = self.joined(self._lines(item, column, offset, near.flow))
        if index < len(children):
            at = self.above_comments(index)
            parted = self.blank_above(at) is not None if index else len(children) > 1 and self.parted(1)
            return self.insertion(at, new + self.newline * parted)
        parted = len(children) > 1 and self.parted(len(children) - 1)
        return self.insertion(self.below(children[-1]), self.newline * parted + new)

    def _insert_flow(self, index: int, item: dict[str, Value]) -> Edit:
        children = self.items.children
        near = children[max(index - 1, 0)]
        indent = self.text[line_start(self.text, near.start) : near.start]
        part = "," + (self.newline + indent if not indent.strip() else " ")
        new = inline(item, flow=True)
        if index < len(children):
            at = children[index].start
            return at, at, new + part
        at = children[-1].end
        return at, at, part + new

    def _lines(self, item: dict[str, Value], column: int, offset: int, short: bool) -> list[str]:
        indent = " " * column
        flat = f"{indent}- {inline(item)}" if short else ""
        if short and len(flat) <= WIDTH:
            return [flat]
        first, *rest = list_item(item, column, offset)
        return [indent + first, *rest]

    # -- keys of an item ----------------------------------------------------------------------------------------

    def change(self, index: int, key: str, value: Value, order: Sequence[str]) -> list[Edit]:
        """Set a key of an item; a new key goes where `order` puts it, or last."""
        item = self.items.children[index]
        if item.kind != "mapping":
            raise UnclearError(item.start, "the item has no keys")
        found = item.pair(key)
        if found is None:
            return self._add(item, key, value, order)
        return [self._replace_flow(*found, value)] if item.flow else [self._replace(*found, value)]

    def drop(self, index: int, key: str) -> list[Edit]:
        """Remove a key from an item."""
        item = self.items.children[index]
        keys = item.children[::2]
        at = next(i for i, node in enumerate(keys) if node.value == key)
        name, value = item.pairs()[at]
        self.colon(name)
        if item.flow or len(keys) == 1:
            return [self.without(item.children, 2 * at, 2)] if item.flow else [(name.start, value.end, "{}")]
        start, end = line_start(self.text, name.start), self.below(value)
        if not self.text[start : name.start].strip():
            return [(start, end, self.kept(start, end, name.start - start))]
        column, behind_it = name.start - start, keys[at + 1].start
        kept = self.kept(name.start, behind_it, column).lstrip(" ")
        if not kept:
            return [(name.start, behind_it, "")]
        return [(name.start, line_start(self.text, behind_it), kept)]

    def _add(self, item: Node, key: str, value: Value, order: Sequence[str]) -> list[Edit]:
        place = _place(key, [node.value for node in item.children[::2]], order)
        if item.flow:
            new = f"{inline(key, flow=True)}: {inline(value, flow=True)}"
            if not item.children:
                return [(item.end - 1, item.end - 1, new)]
            if place == 0:
                return [(item.children[0].start, item.children[0].start, new + ", ")]
            at = item.children[2 * place - 1].end
            return [(at, at, ", " + new)]
        first = item.children[0]
        column = first.start - line_start(self.text, first.start)
        lines = pair(key, value, column)
        if place == 0:
            return [(first.start, first.start, self.joined(lines) + " " * column)]
        above = item.children[2 * place - 1]
        return self.insertion(self.below(above), self.joined([" " * column + lines[0], *lines[1:]]))

    def _replace(self, key: Node, value: Node, new: Value) -> Edit:
        start = line_start(self.text, key.start)
        column, colon = key.start - start, key.end + self.colon(key)
        width = self._width(value)
        lines = behind(new, column, colon - key.start, style=value.style, width=width)
        end = line_end(self.text, value.end)
        inside = self.tree.comments_in(colon, value.end)
        on_key_line = line_start(self.text, value.start) == start and value.end > value.start
        if len(lines) == 1 and not inside:
            return (value.start if on_key_line else colon, value.end, lines[0] if on_key_line else " " + lines[0])
        comments = [self.text[a:b] for a, b in self.tree.comments_in(colon, end)]
        first = (" " + lines[0] if lines[0] else "") + ("  " + comments[0] if comments else "")
        more = [" " * column + comment for comment in comments[1:]]
        whole = self.newline.join([first, *lines[1:], *more])
        return colon, end, whole + self.newline * self.text[:end].endswith("\n")

    def _replace_flow(self, key: Node, value: Node, new: Value) -> Edit:
        found = COLON.match(self.text, key.end)
        written = inline(new, flow=True, style=value.style)
        if not found:
            return key.end, key.end, ": " + written
        if value.start == value.end:
            return found.end(), found.end(), " " + written
        return value.start, value.end, written

    def _width(self, value: Node) -> int:
        """The width at which a folded text was wrapped."""
        lines = self.text[value.start : value.end].splitlines()[1:]
        return min(max(map(len, lines)), WIDTH) if value.style == ">" and len(lines) > 2 else WIDTH


def _place(key: str, there: Sequence[str], order: Sequence[str]) -> int:
    """The number of existing keys that come before a new one."""
    if key not in order:
        return len(there)
    before = set(order[: order.index(key)])
    return max((i + 1 for i, name in enumerate(there) if name in before), default=0)


def fresh(tree: YamlTree, key: str, item: Mapping[str, Value], short: bool, newline: str) -> list[Edit]:
    """Add a key that is not there yet, with a list of one item."""
    root, text = tree.root, tree.text
    if root and root.kind == "mapping" and root.flow:
        raise UnclearError(root.start, "the file is written in brackets; put each key on a separate line")
    column = root.children[0].start - line_start(text, root.children[0].start) if root and root.children else 0
    indent = " " * column
    value = dict(item)
    flat = f"{indent}  - {inline(value)}"
    lines = [flat] if short and len(flat) <= WIDTH else list_item(value, column + 2)
    if lines[0] != flat:
        lines[0] = indent + "  " + lines[0]
    closing = re.search(r"^\.\.\.", text, re.MULTILINE)
    at = line_end(text, root.end) if closing and root else closing.start() if closing else len(text)
    new = "".join(line + newline for line in (f"{indent}{inline(key)}:", *lines))
    return insertion(tree, at, new, newline)


def key_edit(tree: YamlTree, key: str, value: Value, newline: str) -> list[Edit]:
    """Write a key of the top level, in the place of what the key has, or after all others."""
    root, text = tree.root, tree.text
    if root and (root.kind != "mapping" or root.flow):
        raise UnclearError(root.start, "the file should have each key on a separate line")
    new = "".join(line + newline for line in pair(key, value, 0))
    found = root.pair(key) if root else None
    if root is None or found is None:
        return insertion(tree, line_end(text, root.end) if root else len(text), new, newline)
    return [(line_start(text, found[0].start), line_end(text, found[1].end), new)]


def mapping_edit(tree: YamlTree, mapping: Node, name: str, value: Value | None, newline: str) -> list[Edit]:
    """Give one name of a mapping a value, in its place or after all others; None takes it out."""
    text, pairs = tree.text, mapping.pairs()
    at = next((i for i, (known, _) in enumerate(pairs) if known.value == name), None)
    if at is None:
        end = pairs[-1][1].end if pairs else mapping.start + 1
        if mapping.flow or not pairs:
            return [(end, end, f"{', ' if pairs else ''}{inline(name)}: {inline(value)}")]
        column = pairs[0][0].start - line_start(text, pairs[0][0].start)
        rows = pair(name, value, column)
        lines = "".join(row + newline for row in (" " * column + rows[0], *rows[1:]))
        return insertion(tree, line_end(text, end), lines, newline)
    start, end = pairs[at][0].start, pairs[at][1].end
    if value is not None:
        return [(pairs[at][1].start, end, inline(value))]
    if not mapping.flow:
        return [(line_start(text, start), line_end(text, end), "")]
    if at + 1 < len(pairs):
        return [(start, pairs[at + 1][0].start, "")]
    return [(pairs[at - 1][1].end if at else start, end, "")]
