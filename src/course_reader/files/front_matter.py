"""The block of YAML between `---` lines at the head of a Markdown file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from course_reader.files.yaml_lines import Document, YamlError, load, mapping


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A Markdown file, split into its front matter and its body."""

    #: the values, with their lines in the file
    document: Document
    #: the text below the block
    body: str
    #: number of lines in the file before the body
    body_line: int


def split(text: str) -> tuple[str, int] | None:
    """Find the front matter of a Markdown file.

    Args:
        text: The whole file, with `\\n` as its line break.

    Returns:
        The YAML between the fences, and the number of lines it takes up including both fences. None if the file has
        no front matter.

    Raises:
        YamlError: if the block is never closed.

    >>> split("---\\ntitle: Talks\\n---\\nThe text.")
    ('title: Talks', 3)
    >>> split("The text.") is None
    True
    """
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != "---":
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1:number]), number + 1
    raise YamlError(1, "the front matter never ends; close it with a line of three hyphens (---)")


def read(text: str) -> FrontMatter:
    """Split a Markdown file into front matter and body.

    Args:
        text: The whole file, with `\\n` as its line break.

    Returns:
        The values with their lines in the file, and the body. Without a block, the values are empty and the body is
        the whole file.

    Raises:
        YamlError: with the line, if the block cannot be read.

    >>> matter = read("---\\ntitle: Talks\\ndate: 2022-10-31\\n---\\nThe text.")
    >>> matter.document.value
    {'title': 'Talks', 'date': '2022-10-31'}
    >>> matter.document.line(("date",))
    3
    >>> matter.body
    'The text.'
    """
    parts = split(text)
    if parts is None:
        return FrontMatter(Document({}), text, 0)
    block, height = parts
    document = load(block, first_line=2)
    document.value = dict(mapping(document))
    return FrontMatter(document, "\n".join(text.split("\n")[height:]), height)


#: keys that Sphinx understands at the head of any document
SPHINX_KEYS = ("orphan", "nosearch", "no-search", "tocdepth", "nocomments")


def take_sphinx_keys(document: Document) -> dict[str, Any]:
    """Remove Sphinx's own keys from a front matter and return them, so that no record complains about them."""
    if not isinstance(document.value, dict):
        return {}
    return {key: document.value.pop(key) for key in SPHINX_KEYS if key in document.value}
