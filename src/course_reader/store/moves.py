"""An article's folder gets another name or place, and the files that speak of it follow."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from course_reader.files.schema_line import schema_line, with_schema_line
from course_reader.model.problems import shown_path
from course_reader.store.errors import AlreadyThereError, StaleFileError, refusal
from course_reader.store.files import FileStore


def move_folder(old: Path, new: Path, root: Path, edits: Mapping[str, tuple[str, str]]) -> None:
    """Move an article's folder and change the files that speak of it.

    All files are looked at first: if one cannot be changed, nothing is.

    Args:
        old: The article's folder.
        new: Its place afterwards, which should not exist.
        root: The reader's folder.
        edits: The files to change, by their path after the move, each with its text before and after.

    Raises:
        StoreError: if it cannot be done.
    """
    before = {name: _before(root / name, old, new) for name in edits}
    for name, path in before.items():
        store = FileStore(path, root, front_matter=path.suffix == ".md")
        if (obstacle := store.obstacle()) is not None:
            raise obstacle
        if store.read().text != edits[name][0]:
            raise StaleFileError(store.name, store.read().etag)
    if new.exists():
        raise AlreadyThereError(shown_path(new, root))
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)
    except OSError as error:
        raise refusal(shown_path(new, root), error) from None
    for name, (_, text) in edits.items():
        path = root / name
        FileStore(path, root, front_matter=path.suffix == ".md").update(lambda _, text=text: text)  # type: ignore[misc]
    _name_schemas(new, root)


def _before(path: Path, old: Path, new: Path) -> Path:
    return old / path.relative_to(new) if path.is_relative_to(new) else path


def _name_schemas(folder: Path, root: Path) -> None:
    """The way to the schemas is another one if the folder is deeper now, or less deep."""
    kinds = {folder / "article.md": "article", **dict.fromkeys(folder.glob("notes/*.yaml"), "notes")}
    for path, kind in kinds.items():
        in_front = path.suffix == ".md"
        line = schema_line(path, root, kind)
        FileStore(path, root, front_matter=in_front).update(
            lambda text, line=line, in_front=in_front: with_schema_line(text, line, front_matter=in_front)  # type: ignore[misc]
        )
