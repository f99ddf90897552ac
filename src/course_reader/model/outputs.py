"""Where builds go: those for the class have folders and file names of their own, so that nobody publishes one of them
by mistake.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Literal

Audience = Literal["public", "class"]

AUDIENCES: tuple[Audience, ...] = ("public", "class")

#: the folder for everything that commands make
BUILD = "_build"

#: the folder for builds for the class, beside those for the public
CLASS = "class"

#: the folder, below that of the printed packs, with what is known of each
WORK = ".work"


def folder_for(folder: str, audience: str) -> str:
    """The folder of an audience, by the folder for the public.

    >>> folder_for("_build/html", "public"), folder_for("_build/html", "class")
    ('_build/html', '_build/class/html')
    """
    path = PurePosixPath(folder)
    return (path.parent / CLASS / path.name).as_posix() if audience == CLASS else folder


def name_for(name: str, audience: str) -> str:
    """The name of a file for an audience, without its suffix.

    >>> name_for("autumn", "public"), name_for("autumn", "class")
    ('autumn', 'autumn-class')
    """
    return f"{name}-{CLASS}" if audience == CLASS else name


def build_folder(root: Path, name: str, audience: str) -> Path:
    """The folder that a format is built into."""
    return root / folder_for(f"{BUILD}/{name}", audience)


def doctree_folder(root: Path, name: str, audience: str) -> Path:
    """The folder for what Sphinx remembers of a build; no site contains it."""
    return root / folder_for(f"{BUILD}/.doctrees", audience) / name
