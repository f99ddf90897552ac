"""The block of YAML between `---` lines at the head of a Markdown file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from course_reader.files.yaml_lines import Document, YamlError, load, mapping


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A Markdown file taken apart."""

    #: the values, with their lines in the file
    document: Document
    #: what stands below, without the block
    body: str
    #: how many lines of the file come before the body
    body_line: int


def split(text: str) -> tuple[str, int] | None:
    """The YAML of the block and the number of lines it takes with its two fences; None if there is no block.

    Raises:
        YamlError: if the block never ends.
    """
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != "---":
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1:number]), number + 1
    raise YamlError(1, "the front matter never ends; close it with a line of three hyphens (---)")


def read(text: str) -> FrontMatter:
    """Take a Markdown file apart.

    Raises:
        YamlError: with the line, if the block cannot be read.
    """
    parts = split(text)
    if parts is None:
        return FrontMatter(Document({}), text, 0)
    block, height = parts
    document = load(block, first_line=2)
    document.value = dict(mapping(document))
    return FrontMatter(document, "\n".join(text.split("\n")[height:]), height)


#: Keys that Sphinx understands in the head of any document.
SPHINX_KEYS = ("orphan", "nosearch", "no-search", "tocdepth", "nocomments")


def take_sphinx_keys(document: Document) -> dict[str, Any]:
    """Take the keys that are Sphinx's out of a front matter, so that no record wonders at them."""
    if not isinstance(document.value, dict):
        return {}
    return {key: document.value.pop(key) for key in SPHINX_KEYS if key in document.value}
