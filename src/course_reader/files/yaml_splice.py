"""Change one item of a list in a YAML file and leave every other byte of the file alone.

A file that people write by hand holds more than data: comments, an order, a way of quoting. Only the lines of an item,
or of its changed keys, are written; then the whole file is read again and compared with what was intended. No comment
is ever lost: a comment on removed lines is kept on a separate line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from course_reader.files.yaml_edits import fresh, key_edit, mapping_edit
from course_reader.files.yaml_lines import Value, load
from course_reader.files.yaml_part import SpliceError, YamlPart
from course_reader.files.yaml_places import Edit
from course_reader.files.yaml_tree import YamlTree

__all__ = ["SpliceError", "change_item", "insert_item", "insert_items", "put_in", "remove_item", "set_key"]


def insert_item(text: str, key: str, index: int, item: Mapping[str, Value], *, front_matter: bool = False) -> str:
    """Insert an item into a list before another item or at its end; add the list if there is none.

    Args:
        text: The whole file, with the line endings it has.
        key: The key of the list, at the top level of the file.
        index: The number of items before the new one.
        item: Its keys and values, in the order in which they should be written.
        front_matter: Whether the YAML is the block at the head of a Markdown file.

    Returns:
        The new text of the file.

    Raises:
        SpliceError: with line and message, if the change cannot be made safely.

    >>> text = "notes:\\n  - body: First.  # mine\\n"
    >>> print(insert_item(text, "notes", 0, {"quote": "harbour", "body": "Which one?"}), end="")
    notes:
      - quote: harbour
        body: Which one?
      - body: First.  # mine
    """
    part = YamlPart.of(text, front_matter)
    new = _plain(dict(item))

    def edits(tree: YamlTree) -> Iterator[list[Edit]]:
        editor = part.editor(tree, key)
        if editor:
            yield from editor.insert(index, new, front_matter)
        else:
            yield fresh(tree, key, new, front_matter, part.newline)

    return part.changed(key, index, edits, lambda items: items.insert(index, new), new_item=True)


def insert_items(text: str, key: str, items: Sequence[tuple[int, Mapping[str, Value]]]) -> str:
    """Insert several items into a list while reading the file only once, as an import does.

    Args:
        text: The whole file, with the line endings it has.
        key: The key of the list, at the top level of the file.
        items: Each item with the number of existing items before it. Items with the same number keep their order.

    Returns:
        The new text of the file.

    Raises:
        SpliceError: with line and message, if the change cannot be made safely.

    >>> print(insert_items("notes:\\n  - body: B\\n", "notes", [(0, {"body": "A"}), (1, {"body": "C"})]), end="")
    notes:
      - body: A
      - body: B
      - body: C
    """
    ordered = sorted(items, key=lambda pair: pair[0])
    part = YamlPart.of(text, False)
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
    """Change some keys of an item and keep all other lines.

    Args:
        text: The whole file, with the line endings it has.
        key: The key of the list, at the top level of the file.
        index: The position of the item, from 0.
        changes: The new values; None removes a key.
        front_matter: Whether the YAML is the block at the head of a Markdown file.
        order: The order of all keys, which decides where a new one goes; by default it goes last.

    Returns:
        The new text of the file.

    Raises:
        SpliceError: with line and message, if the change cannot be made safely.

    >>> text = "notes:\\n  - body: First.  # mine\\n    kind: comment\\n"
    >>> print(change_item(text, "notes", 0, {"body": "Second.", "kind": None}), end="")
    notes:
      - body: Second.  # mine
    """
    for name, value in _plain(dict(changes)).items():
        text = _change_key(text, key, index, name, value, front_matter, order)
    return text


def remove_item(text: str, key: str, index: int, *, front_matter: bool = False) -> str:
    """Remove an item from a list and keep the comments in and around it.

    Args:
        text: The whole file, with the line endings it has.
        key: The key of the list, at the top level of the file.
        index: The position of the item, from 0.
        front_matter: Whether the YAML is the block at the head of a Markdown file.

    Returns:
        The new text of the file.

    Raises:
        SpliceError: with line and message, if the change cannot be made safely.

    >>> print(remove_item("notes:\\n  - body: A  # keep me\\n  - body: B\\n", "notes", 0), end="")
    notes:
      # keep me
      - body: B
    """
    part = YamlPart.of(text, front_matter)

    def edits(tree: YamlTree) -> Iterator[list[Edit]]:
        editor = part.editor(tree, key)
        if editor:
            yield from editor.remove(index)

    return part.changed(key, index, edits, lambda items: items.pop(index))


def set_key(text: str, key: str, value: Value, *, front_matter: bool = False) -> str:
    """Give a key at the top level a value, in the place of what it has, or at the end.

    Raises:
        SpliceError: with line and message, if the change cannot be made safely.

    >>> print(set_key("a: 1\\ncounts: {words: 3}\\nb: 2\\n", "counts", {"words": 4}), end="")
    a: 1
    counts:
      words: 4
    b: 2
    """
    part = YamlPart.of(text, front_matter)
    new = _as_yaml(value)

    def edits(tree: YamlTree) -> Iterator[list[Edit]]:
        yield key_edit(tree, key, new, part.newline)

    line = load(part.text, first_line=part.first_line).line((key,)) if key in part.value else part.first_line
    return part.with_value(key, new, edits, line)


def put_in(text: str, key: str, name: str, value: Value | None, *, front_matter: bool = False) -> str:
    """Give a name in a mapping at the top level a value, or take it out (None); add the mapping if there is none.

    Raises:
        SpliceError: with line and message, if the change cannot be made safely.

    >>> print(put_in("vocabulary:\\n  truce: a pause  # in 1994\\n", "vocabulary", "envoy", "a messenger"), end="")
    vocabulary:
      truce: a pause  # in 1994
      envoy: a messenger
    """
    part = YamlPart.of(text, front_matter)
    line = load(part.text, first_line=part.first_line).line((key,)) if key in part.value else part.first_line
    old = part.value.get(key) or {}
    if not isinstance(old, dict):
        raise SpliceError(f"`{key}` should be a mapping", line)
    new: dict[str, Value] = {key: item for key, item in old.items() if key != name or value is not None}
    if value is not None:
        new[name] = _as_yaml(value)

    def edits(tree: YamlTree) -> Iterator[list[Edit]]:
        found = tree.root.pair(key) if tree.root and tree.root.kind == "mapping" else None
        if found and found[1].kind == "mapping":
            yield mapping_edit(tree, found[1], name, new.get(name), part.newline)
        yield key_edit(tree, key, new, part.newline)

    return part.with_value(key, new, edits, line)


def _change_key(
    text: str, key: str, index: int, name: str, value: Value | None, front_matter: bool, order: Sequence[str]
) -> str:
    part = YamlPart.of(text, front_matter)
    items = part.items(key, index)
    item = items[index]
    if not isinstance(item, dict):
        raise SpliceError("the item has no keys; write it as `key: value` lines", part.first_line)
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


def _plain(values: Mapping[str, Value | None]) -> dict[str, Value]:
    """The values in the types that YAML has: dicts, lists, plain texts and numbers."""
    plain = _as_yaml(values)
    assert isinstance(plain, dict)
    return plain


def _as_yaml(value: object) -> Value:
    if isinstance(value, Mapping):
        if wrong := next((key for key in value if not isinstance(key, str)), None):
            raise SpliceError(f"the key {wrong!r} is not a text", 1)
        return {str(key): _as_yaml(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_as_yaml(item) for item in value]
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, (bool, int, float)):
        return value
    raise SpliceError(f"a {type(value).__name__} cannot be written", 1)
