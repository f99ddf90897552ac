"""What all parts of `add` do: read the settings, name the file, write it, say what is next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.commands.command import print_problems
from course_reader.errors import UsageError
from course_reader.files.characters import without_hidden
from course_reader.model.problems import shown_path
from course_reader.text.slugs import SLUG, slug_of_name

if TYPE_CHECKING:
    from course_reader.model.problems import Problem
    from course_reader.model.settings import Settings

#: names that files and folders of a reader have already
_RESERVED = frozenset({"index", "private", "packs", "notes", "snapshots"})


def settings_of(root: Path) -> tuple[Settings, list[Problem]]:
    """The settings of a reader; what is wrong with them is printed."""
    from course_reader.model.conf import of_reader

    settings, wrong = of_reader(root)
    print_problems(wrong)
    return settings, wrong


def words(text: str) -> str:
    """A title as it is written into a file: in one line, without characters that nobody sees.

    Raises:
        UsageError: if nothing is left.
    """
    plain = " ".join("".join(char if char.isprintable() else " " for char in without_hidden(text)).split())
    if not plain:
        raise UsageError("the name is empty; give the words that readers will see")
    return plain


def file_name(given: str | None, title: str, option: str = "--slug") -> str:
    """The name of a file or folder: the given one, or one made from a title.

    Raises:
        UsageError: if there is none, or it cannot be used.
    """
    name = given if given is not None else slug_of_name(title)
    if not name:
        raise UsageError(f"no file name can be made from {title!r}; give one with {option}, such as talks-2024")
    if not SLUG.fullmatch(name) or name in _RESERVED:
        raise UsageError(
            f"{name!r} cannot name a file of the reader; use small letters a to z, digits and hyphens, as in talks-2024"
        )
    return name


def add(path: Path, root: Path, text: str) -> str:
    """Write a new file, and the schemas if the reader has none.

    Returns:
        Its path in the reader.
    """
    from course_reader.store.new_file import add_file
    from course_reader.store.schemas import keep_schemas

    add_file(path, root, text)
    keep_schemas(root)
    return shown_path(path, root)
