"""Only regular files inside the reader are read."""

from __future__ import annotations

import os
from pathlib import Path

from course_reader.files.regular import is_inside, is_regular


def test_pipes_folders_and_devices_are_not_regular(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "broken").symlink_to("nowhere")
    (tmp_path / "circle").symlink_to("circle")
    os.mkfifo(tmp_path / "pipe")
    regular = {path.name for path in tmp_path.iterdir() if is_regular(path)}
    assert regular == {"file", "link"}
    assert not is_regular(tmp_path)
    assert not is_regular(Path("/dev/null"))
    assert not is_regular(Path("a\0b"))


def test_a_link_counts_where_it_leads(tmp_path: Path) -> None:
    root = tmp_path / "reader"
    root.mkdir()
    (root / "out").symlink_to(tmp_path)
    (root / "in").symlink_to(root)
    (root / "circle").symlink_to("circle")
    assert is_inside(root / "a.md", root)
    assert is_inside(root / "in" / "a.md", root)
    assert is_inside(root / "circle", root)
    assert not is_inside(root / "out" / "a.md", root)
    assert not is_inside(root / ".." / "a.md", root)
