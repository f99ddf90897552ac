"""The schema of what a print template is given, made from the records.

Tests hold every printed pack to it, and the manual describes the records with its words. Printing does not need it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Union

from pydantic import ConfigDict, Discriminator, TypeAdapter

from course_reader.tree.pack import PackTree
from course_reader.tree.records import Block

#: No key is allowed that a record does not name; the texts below keys are their descriptions.
_STRICT = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True)


def blocks() -> TypeAdapter[list[Block]]:
    """What blocks may be, as `Tree.blocks` makes them."""
    return TypeAdapter(list[Block], config=_STRICT)


def pack(parts: Iterable[type]) -> TypeAdapter[PackTree[Any]]:
    """What `tree.json` may be.

    Args:
        parts: The record of each kind of part; no two have the same `t`.
    """
    any_part = Annotated[Union[tuple(parts)], Discriminator("t")]  # type: ignore[valid-type]  # noqa: UP007
    return TypeAdapter(PackTree[any_part], config=_STRICT)  # type: ignore[valid-type]
