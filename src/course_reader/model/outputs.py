"""Who a build is for and where it goes: builds for the class and for teachers have folders and file names of their own,
so that nobody publishes one of them by mistake.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Literal

Audience = Literal["public", "class", "teacher"]

#: each sees what those before it see, and more
AUDIENCES: tuple[Audience, ...] = ("public", "class", "teacher")

PUBLIC, CLASS, TEACHER = AUDIENCES

#: editions of a pack. student: with numbers and room to write; teacher: with answers; large: all letters of 18 points
Edition = Literal["student", "teacher", "large"]

EDITIONS: tuple[Edition, ...] = ("student", "teacher", "large")

#: a pack that names no edition is printed in one for everybody
PLAIN: Literal[""] = ""

#: the folder for everything that commands make
BUILD = "_build"

#: the folder, below that of the printed packs, with what is known of each
WORK = ".work"


def includes(audience: str, other: str) -> bool:
    """Whether an audience sees what is for another one.

    >>> includes("teacher", "class"), includes("class", "class"), includes("public", "class")
    (True, True, False)
    """
    order: tuple[str, ...] = AUDIENCES
    return order.index(audience) >= order.index(other)


def folder_for(folder: str, audience: str) -> str:
    """The folder of an audience, by the folder for the public.

    >>> folder_for("_build/html", "public"), folder_for("_build/html", "class")
    ('_build/html', '_build/class/html')
    """
    path = PurePosixPath(folder)
    return folder if audience == PUBLIC else (path.parent / audience / path.name).as_posix()


def name_for(name: str, audience: str) -> str:
    """The name of a file for an audience, without its suffix.

    >>> name_for("autumn", "public"), name_for("autumn", "class")
    ('autumn', 'autumn-class')
    """
    return name if audience == PUBLIC else f"{name}-{audience}"


def build_folder(root: Path, name: str, audience: str) -> Path:
    """The folder that a format is built into."""
    return root / folder_for(f"{BUILD}/{name}", audience)


def only_for(audience: str) -> str:
    """The words that say for whom a build is that is not for the public; "" if it is.

    >>> only_for("class"), only_for("public")
    ('For the class only', '')
    """
    words: dict[str, str] = {CLASS: "For the class only", TEACHER: "For teachers only"}
    return words.get(audience, "")


def doctree_folder(root: Path, name: str, audience: str) -> Path:
    """The folder for what Sphinx remembers of a build; no site contains it."""
    return root / folder_for(f"{BUILD}/.doctrees", audience) / name
