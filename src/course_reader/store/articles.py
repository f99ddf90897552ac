"""A new article: its folder appears whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from course_reader.model.problems import shown_path
from course_reader.store.errors import refusal

#: the folder in the corpus for texts that must not be published
PRIVATE = "private"


def add_article(folder: Path, root: Path, files: Mapping[str, bytes]) -> None:
    """Make an article's folder with its files.

    The folder is filled under another name next to its place and then renamed, so that nobody sees half of it.

    Args:
        folder: The article's folder; it should not exist yet.
        root: The reader's folder.
        files: The contents of the files by their names.

    Raises:
        StoreError: if it cannot be written; then no file remains.
    """
    temporary: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.parent.name == PRIVATE:
            _keep_out_of_git(folder.parent, root)
        temporary = Path(tempfile.mkdtemp(prefix=".import-", dir=folder.parent))
        for name, content in files.items():
            (temporary / name).write_bytes(content)
        temporary.chmod(0o755)
        temporary.rename(folder)
    except OSError as error:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)
        raise refusal(shown_path(folder, root), error) from None


def _keep_out_of_git(private: Path, root: Path) -> None:
    ignored = private / ".gitignore"
    if not ignored.exists() and not _is_ignored(private, root):
        ignored.write_text("# texts that must not be published\n*\n", encoding="utf-8")


def _is_ignored(private: Path, root: Path) -> bool:
    """Whether the project keeps private texts out of git already."""
    try:
        return shown_path(private, root) in (root / ".gitignore").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
