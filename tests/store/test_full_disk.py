"""A full disk loses nothing."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from store.layers import LAYER, litter, notes, refused, revision

from course_reader.store.errors import (
    NoSpaceError,
)
from course_reader.store.notes import edit_note


def in_a_child(work: Callable[[], None]) -> int:
    """Run something in a process of its own; what it ended with."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        work()
    except BaseException:  # noqa: BLE001
        os._exit(99)
    os._exit(0)


def test_a_file_that_may_not_grow_is_left_whole(layer: Path, tmp_path: Path) -> None:
    mark = revision(layer)

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        with pytest.raises(NoSpaceError):
            edit_note(layer, tmp_path, "n-00000001", {"body": "long " * 2000}, mark)

    assert in_a_child(work) == 0
    assert layer.read_text() == LAYER
    assert litter(layer) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of some kilobytes; where none may be mounted, a folder."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    yield disk
    if mounted and mounted.returncode == 0:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_loses_nothing(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small_disk / "lena.yaml"
    path.write_text(LAYER)
    mark = revision(path)
    if not os.path.ismount(small_disk):
        monkeypatch.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(NoSpaceError, match="free some space"):
        edit_note(path, small_disk, "n-00000001", {"body": "long " * 20_000}, mark)
    assert path.read_text() == LAYER
    assert litter(path) == ["_build"]
    monkeypatch.undo()
    edit_note(path, small_disk, "n-00000001", {"body": "short"}, mark)
    assert notes(path)[0]["body"] == "short"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_notices_late_that_it_is_full_loses_nothing(
    layer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fsync(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fsync)
    assert "free some space" in refused(layer, tmp_path, NoSpaceError).message
