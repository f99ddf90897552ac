"""The schemas that the files of a reader name, and the settings by which an editor finds them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from course_reader.files.schema_line import FOLDER
from course_reader.model.problems import shown_path
from course_reader.store import whole
from course_reader.store.errors import refusal

#: What Visual Studio Code and editors built on it look at: files of notes have no other sign of their kind.
EDITOR = ".vscode/settings.json"


def shipped() -> dict[str, bytes]:
    """The schemas that come with the package, and the editor's settings, by their paths in a reader."""
    folder = files("course_reader") / "schemas"
    found = {f"{FOLDER}/{item.name}": item.read_bytes() for item in folder.iterdir() if item.name.endswith(".json")}
    return {**dict(sorted(found.items())), EDITOR: _editor()}


def _editor() -> bytes:
    settings = {
        "yaml.schemas": {f"./{FOLDER}/notes.json": "corpus/**/notes/*.yaml"},
        "files.associations": {"*.md": "markdown"},
        "files.encoding": "utf8",
        "files.exclude": {"_build": True},
    }
    return (json.dumps(settings, indent=2) + "\n").encode()


def keep_schemas(root: Path, wanted: Mapping[str, bytes] | None = None, *, refresh: bool = False) -> list[str]:
    """Write the schemas that a reader lacks. The editor's settings are a person's once they are there.

    Args:
        root: The reader's folder.
        wanted: The files by path; by default those that come with the package.
        refresh: Whether schemas that differ are written again.

    Returns:
        The files that were written.

    Raises:
        StoreError: if one cannot be written.
    """
    written = []
    for name, data in (wanted or shipped()).items():
        path = root / name
        if path.exists() and (not refresh or name == EDITOR or path.read_bytes() == data):
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            whole.replace(path, data)
        except OSError as error:
            raise refusal(shown_path(path, root), error) from None
        written.append(name)
    return written
