"""Small trees for tests: records written briefly, and the schema that holds printed packs."""

from __future__ import annotations

from typing import Any

from docutils.core import publish_doctree

from course_reader.tree import schema
from course_reader.tree.doctree import Tree
from course_reader.tree.parts import PARTS
from course_reader.tree.prose import text_children

BLOCKS = schema.blocks()
PACK = schema.pack(PARTS)


def par(*content: Any, n: int | None = None) -> dict[str, Any]:
    """A paragraph."""
    return {"t": "par", "n": n, "ids": [], "c": list(content)}


def lang(tag: str, words: str) -> dict[str, Any]:
    """Words in another language."""
    return {"t": "lang", "lang": tag, "c": [words]}


def items(kind: str, *found: Any, start: int = 1) -> dict[str, Any]:
    """A list."""
    return {"t": kind, "n": None, "ids": [], "start": start, "c": list(found)}


def heading(level: int) -> dict[str, Any]:
    """A heading that says its level."""
    return {"t": "heading", "level": level, "ids": [], "c": [f"{level}"]}


def blocks(source: str) -> Any:
    """The blocks of a text in reStructuredText, which have the shape that the schema says."""
    document = publish_doctree(source, settings_overrides={"report_level": 5, "doctitle_xform": False})
    found = Tree("d").blocks(text_children(document), 2)
    BLOCKS.validate_python(found)
    return found
