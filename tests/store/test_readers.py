"""The reader that `new` makes: it builds at once, without a complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.commands.new import create
from course_reader.store.readers import FolderTakenError


def test_a_new_reader_holds_what_each_part_needs(tmp_path: Path) -> None:
    made = create(tmp_path / "reader")
    assert {
        "conf/conf.py",
        "index.md",
        ".gitignore",
        "docs/background.md",
        "docs/sources.bib",
        "corpus/packs/harbour.md",
    } <= set(made)
    assert sorted(made) == sorted(
        path.relative_to(tmp_path / "reader").as_posix() for path in (tmp_path / "reader").rglob("*") if path.is_file()
    )


def test_an_empty_folder_may_be_there_and_folders_above_it_need_not(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert create(tmp_path / "empty")
    assert create(tmp_path / "a" / "b")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderTakenError, match="is not empty; name a new folder, so that nothing is overwritten"):
        create(tmp_path)
    with pytest.raises(FolderTakenError, match=r"mine\.md is a file; name a folder"):
        create(tmp_path / "mine.md")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FolderTakenError, match="cannot be written"):
        create(tmp_path / "file" / "reader")
