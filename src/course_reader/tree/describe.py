"""Descriptions of the records and their keys, for the manual."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any, Literal, NotRequired, TypeVar, get_args, get_origin

from typing_extensions import get_original_bases, get_type_hints, is_typeddict

from course_reader.tree.below import BelowText
from course_reader.tree.pack import PackTree
from course_reader.tree.records import Block, Inline, InlineOrBlock

_LISTS = {Inline: "words", Block: "blocks", InlineOrBlock: "words and blocks", BelowText: "sections below the text"}
_TYPES = {str: "text", int: "whole number", float: "number", bool: "true or false", type(None): "`none`"}


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record."""

    name: str
    #: the type of its value, with links to other records in Markdown
    type: str
    #: may be empty
    about: str
    required: bool


@dataclass(frozen=True, slots=True)
class Description:
    """A record in words."""

    #: the name of its class as words
    name: str
    #: the label that links to it use
    label: str
    about: str
    #: its keys, without `t`
    keys: tuple[Key, ...]
    #: the values of `t`, if it has this key
    kinds: tuple[str, ...]


def groups(parts: Iterable[type]) -> dict[str, list[Description]]:
    """The records of a pack in groups; one without a kind follows the first that uses it.

    Args:
        parts: The record of each kind of part.
    """
    words, parts = _members(Inline), list(parts)
    blocks = [block for block in _members(Block) if block not in words]
    below = _members(BelowText)
    seen = {*words, *blocks, *below, *parts}
    roots: dict[str, list[Any]] = {
        "words": words, "blocks": blocks, "below": below, "parts": parts, "pack": [PackTree],
    }  # fmt: skip
    return {
        group: [_description(record) for root in members for record in (root, *_new(root, seen))]
        for group, members in roots.items()
    }


def _members(hint: Any) -> list[Any]:
    """The records in a type."""
    return [hint] if is_typeddict(hint) else list(chain.from_iterable(map(_members, get_args(hint))))


def _new(record: Any, seen: set[Any]) -> Iterator[Any]:
    """The records that a record uses and that were not seen so far."""
    for used in chain.from_iterable(map(_members, _hints(record).values())):
        if used not in seen:
            seen.add(used)
            yield used
            yield from _new(used, seen)


def _hints(record: Any) -> dict[str, Any]:
    return get_type_hints(record, include_extras=True)


def _description(record: Any) -> Description:
    hints, texts = _hints(record), _texts(record)
    keys = tuple(
        Key(name, _type_words(hint), texts.get(name, ""), get_origin(hint) is not NotRequired)
        for name, hint in hints.items()
        if name != "t"
    )
    return Description(_title(record).capitalize(), _label(record), record.__doc__, keys, get_args(hints.get("t")))


def _texts(record: Any) -> dict[str, str]:
    """Key → the text below it, also of keys that a record has from another."""
    found: dict[str, str] = {}
    for base in get_original_bases(record):
        if is_typeddict(base):
            found |= _texts(base)
    source = ast.parse(textwrap.dedent(inspect.getsource(record))).body[0]
    for key, text in pairwise(ast.iter_child_nodes(source)):
        if isinstance(key, ast.AnnAssign) and isinstance(text, ast.Expr):
            found[ast.unparse(key.target)] = ast.literal_eval(text.value)
    return found


def _title(record: Any) -> str:
    """The name of a class as words: `MarginNote` is a margin note."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()


def _label(record: Any) -> str:
    return f"tree-{record.__name__.lower()}"


def _type_words(hint: Any) -> str:
    """A type in words."""
    if hint in _TYPES:
        return _TYPES[hint]
    if is_typeddict(hint):
        return f"[{_title(hint)}](#{_label(hint)})"
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is list:
        return _list_words(arguments[0])
    if origin is Literal:
        *others, last = (f"`{value}`" for value in arguments)
        return f"{', '.join(others)} or {last}" if others else last
    return " or ".join(map(_type_words, arguments))


def _list_words(inner: Any) -> str:
    if inner in _LISTS:
        return _LISTS[inner]
    if isinstance(inner, TypeVar):
        return "list of parts"
    if get_origin(inner) is list:
        return f"list, each item: {_type_words(inner)}"
    name = _title(inner) if is_typeddict(inner) else _TYPES[inner]
    plural = f"{name[:-1]}ies" if name.endswith("ry") else f"{name}s"
    return f"list of [{plural}](#{_label(inner)})" if is_typeddict(inner) else f"list of {plural}"
