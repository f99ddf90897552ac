"""The schema of a print template's input, generated from the records.

Tests validate every printed pack with it, and the manual describes the records. Printing does not need it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Union

from pydantic import ConfigDict, Discriminator, TypeAdapter

from course_reader.tree.pack import PackTree
from course_reader.tree.records import Block

#: Unknown keys are not allowed; the texts below keys are their descriptions.
_STRICT = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True)


def blocks() -> TypeAdapter[list[Block]]:
    """The schema of blocks, as made by `Tree.blocks`."""
    return TypeAdapter(list[Block], config=_STRICT)


def pack(parts: Iterable[type]) -> TypeAdapter[PackTree[Any]]:
    """The schema of `tree.json`.

    Args:
        parts: The record of each kind of part; no two have the same `t`.
    """
    any_part = Annotated[Union[tuple(parts)], Discriminator("t")]  # type: ignore[valid-type]  # noqa: UP007
    return TypeAdapter(PackTree[any_part], config=_STRICT)  # type: ignore[valid-type]
