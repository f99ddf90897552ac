"""Snapshots: the texts that notes were made on, kept beside their article under their hash."""

from __future__ import annotations

import re
from pathlib import Path

from course_reader.text.anchor import text_hash

#: the folder in an article's folder
FOLDER = "snapshots"
#: what a hash looks like; nothing else becomes part of a path
_HASH = re.compile(r"t-[0-9a-f]{16}")


def snapshot_path(article_folder: Path, text_hash: str) -> Path | None:
    """Where a snapshot lies, or would; None if this is no hash of ours."""
    return article_folder / FOLDER / f"{text_hash}.txt" if _HASH.fullmatch(text_hash) else None


def snapshot_files(article_folder: Path) -> list[Path]:
    """All snapshots of an article."""
    return sorted(p for p in (article_folder / FOLDER).glob("*.txt") if _HASH.fullmatch(p.stem))


def read_snapshot(article_folder: Path, hash_: str | None) -> str | None:
    """The text of that hash; None if it is not kept, or if the file holds another text by now."""
    path = snapshot_path(article_folder, hash_) if hash_ else None
    if path is None:
        return None
    try:
        # Line ends that git or an editor has changed are no change of the text.
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text if text_hash(text) == hash_ else None
