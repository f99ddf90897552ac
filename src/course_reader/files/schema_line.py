"""The line by which a file names its schema, so that an editor completes its keys and marks wrong ones."""

from __future__ import annotations

import re
from pathlib import Path

#: the folder of a reader with the schemas of its files
FOLDER = ".schemas"

_LINE = re.compile(r"^# yaml-language-server: \$schema=[^\r\n]*(\r?\n|\Z)", re.MULTILINE)
#: a mark of the byte order and the first fence, if there is one; and everything else
_HEAD = re.compile(r"(\ufeff?---[ \t]*\r?\n|)(.*)", re.DOTALL)
_MARK = re.compile(r"(\ufeff?)(.*)", re.DOTALL)
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def schema_line(path: Path, root: Path, name: str) -> str:
    """The comment that names the schema of a file, without a line break.

    Args:
        path: The file.
        root: The reader's folder.
        name: The name of the schema.

    >>> schema_line(Path("/reader/glossary/people/ada-quill.md"), Path("/reader"), "person")
    '# yaml-language-server: $schema=../../.schemas/person.json'
    """
    up = "../" * (len(path.relative_to(root).parts) - 1)
    return f"# yaml-language-server: $schema={up or './'}{FOLDER}/{name}.json"


def with_schema_line(text: str, line: str, *, front_matter: bool) -> str:
    """A file with this line as the one that names its schema: at its old place, or at the head of its YAML.

    Args:
        text: The whole file.
        line: The comment, without a line break.
        front_matter: Whether the YAML is the block at the top of a Markdown file; without a block, nothing changes.

    >>> with_schema_line("---\\ntitle: Talks\\n---\\n", "# yaml-language-server: $schema=a.json", front_matter=True)
    '---\\n# yaml-language-server: $schema=a.json\\ntitle: Talks\\n---\\n'
    """
    head, rest = _HEAD.fullmatch(text).groups() if front_matter else _MARK.fullmatch(text).groups()  # type: ignore[union-attr]
    if front_matter and not head:
        return text
    closing = _CLOSING.search(rest) if front_matter else None
    block, after = (rest[: closing.start()], rest[closing.start() :]) if closing else (rest, "")
    end = "\r\n" if "\r\n" in text else "\n"
    block, found = _LINE.subn(lambda found: line + found[1], block, count=1)
    return f"{head}{block}{after}" if found else f"{head}{line}{end}{block}{after}"
