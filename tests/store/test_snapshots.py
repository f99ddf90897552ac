"""Texts that notes were made on: kept under their hash, and believed only if they have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.store.snapshots import read_snapshot, snapshot_files, snapshot_path, write_snapshot
from course_reader.text.anchor import text_hash

TEXT = "A title\n\nÄ paragraph \U0001f600 with a\nline break.\n\nAnother."


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    path = write_snapshot(tmp_path, TEXT, tmp_path)
    assert path == tmp_path / "snapshots" / f"{text_hash(TEXT)}.txt" == snapshot_path(tmp_path, text_hash(TEXT))
    assert read_snapshot(tmp_path, text_hash(TEXT)) == TEXT
    assert write_snapshot(tmp_path, TEXT, tmp_path) is None
    assert snapshot_files(tmp_path) == [path]


@pytest.mark.parametrize("change", [lambda b: b.replace(b"\n", b"\r\n"), lambda b: b.rstrip(b"\n")])
def test_line_ends_that_git_or_an_editor_changed_do_not_matter(tmp_path: Path, change) -> None:
    path = write_snapshot(tmp_path, TEXT, tmp_path)
    assert path
    path.write_bytes(change(path.read_bytes()))
    assert read_snapshot(tmp_path, text_hash(TEXT)) == TEXT


@pytest.mark.parametrize("content", [b"Another text.\n", b"\xff\xfe", b""])
def test_another_text_under_the_name_is_not_believed_and_is_mended(tmp_path: Path, content: bytes) -> None:
    path = write_snapshot(tmp_path, TEXT, tmp_path)
    assert path
    path.write_bytes(content)
    assert read_snapshot(tmp_path, text_hash(TEXT)) is None
    assert write_snapshot(tmp_path, TEXT, tmp_path) == path
    assert read_snapshot(tmp_path, text_hash(TEXT)) == TEXT


@pytest.mark.parametrize("mark", [None, "", "../../secret", "t-123", "t-" + "g" * 16, "n-0123456789abcdef"])
def test_what_is_no_hash_never_becomes_a_path(tmp_path: Path, mark: str | None) -> None:
    (tmp_path / "secret.txt").write_text("s", encoding="utf-8")
    assert read_snapshot(tmp_path / "a" / "b", mark) is None
    assert mark is None or snapshot_path(tmp_path, mark) is None
