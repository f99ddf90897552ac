"""Files are changed so that nobody's work is lost."""

from __future__ import annotations

import contextlib
import errno
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from course_reader.files.yaml_lines import load
from course_reader.model.note import Note, made_id
from course_reader.store import files, swap
from course_reader.store.errors import (
    BrokenFileError,
    FileBusyError,
    NoSpaceError,
    NoteExistsError,
    NoteGoneError,
    OutsideReaderError,
    ReadOnlyFileError,
    StaleFileError,
    StoreError,
)
from course_reader.store.files import FileStore
from course_reader.store.notes import add_note, edit_note, remove_note

LAYER = """\
# Lena's notes
layer:
  title: Lena
notes:
  # the first
  - id: n-00000001
    quote: a dispute
    body: Who counts?  # ask
"""
#: seconds after which something that should happen at once is taken for lost
PATIENCE = 60.0


@pytest.fixture
def layer(tmp_path: Path) -> Path:
    path = tmp_path / "corpus" / "harbour-2024" / "notes" / "lena.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(LAYER, encoding="utf-8")
    return path


def etag(path: Path, root: Path) -> str | None:
    return FileStore(path, root).read().etag


def notes(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load(path.read_text(encoding="utf-8")).value["notes"]
    return found


def litter(path: Path) -> list[str]:
    """What lies beside a file that does not belong there."""
    return sorted(p.name for p in path.parent.iterdir() if p != path)


# -- what changes, and what does not -------------------------------------------------------------------------------


def test_a_note_is_added_changed_and_taken_out(layer: Path, tmp_path: Path) -> None:
    new = {"kind": "question", "quote": "Northport", "body": "The town?", "tags": [], "by": None}
    added = add_note(layer, tmp_path, new, 0, etag(layer, tmp_path))
    assert added.index == 0
    assert (
        notes(layer)[0]
        == added.note
        == {"id": added.note["id"], "quote": "Northport", "kind": "question", "body": "The town?"}
    )
    assert added.etag == etag(layer, tmp_path)
    changed = edit_note(layer, tmp_path, added.note["id"], {"kind": None, "tags": ["a"], "body": "b"}, added.etag)
    assert changed.note == {"id": added.note["id"], "quote": "Northport", "tags": ["a"], "body": "b"}
    removed = remove_note(layer, tmp_path, added.note["id"], changed.etag)
    assert removed.note == changed.note
    assert layer.read_text() == LAYER
    assert add_note(layer, tmp_path, removed.note, removed.index, removed.etag).note == changed.note


def test_a_layer_is_made_with_its_first_note(tmp_path: Path) -> None:
    path = tmp_path / "corpus" / "x" / "notes" / "new.yaml"
    about = {"title": "Yes: mine", "author": None, "audience": "class"}
    add_note(path, tmp_path, {"id": "n-00000009", "body": "b"}, None, None, about)
    assert path.read_text() == (
        'layer:\n  title: "Yes: mine"\n  audience: class\nnotes:\n  - id: n-00000009\n    body: b\n'
    )
    with pytest.raises(StaleFileError):
        add_note(path, tmp_path, {"body": "b"}, None, None)


def test_a_note_without_an_id_is_known_by_the_one_that_its_page_shows(tmp_path: Path) -> None:
    path = tmp_path / "lena.yaml"
    path.write_text("notes:\n  - body: ' Who counts?'\n")
    shown = made_id("lena", 0, Note(body="Who counts?"))
    changed = edit_note(path, tmp_path, shown, {"body": "b"}, etag(path, tmp_path))
    assert changed.note == {"id": shown, "body": "b"}
    assert path.read_text() == f"notes:\n  - id: {shown}\n    body: 'b'\n"


def test_what_is_not_there_or_there_already_is_told(layer: Path, tmp_path: Path) -> None:
    mark = etag(layer, tmp_path)
    with pytest.raises(NoteGoneError):
        remove_note(layer, tmp_path, "n-00000002", mark)
    with pytest.raises(NoteExistsError):
        add_note(layer, tmp_path, {"id": "n-00000001", "body": "b"}, 0, mark)
    assert layer.read_text() == LAYER


def test_bytes_mode_and_line_ends_of_the_rest_stay(layer: Path, tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + LAYER.replace("\n", "\r\n").encode() + b"other:   'x'"
    layer.write_bytes(data)
    layer.chmod(0o640)
    edit_note(layer, tmp_path, "n-00000001", {"body": "b"}, etag(layer, tmp_path))
    assert layer.read_bytes() == data.replace(b"Who counts?", b"b")
    assert stat.S_IMODE(layer.stat().st_mode) == 0o640
    assert litter(layer) == []


def test_a_change_that_changes_nothing_writes_nothing(layer: Path, tmp_path: Path) -> None:
    before = layer.stat()
    mark = etag(layer, tmp_path)
    assert FileStore(layer, tmp_path).change(lambda text: text, mark).etag == mark
    assert (layer.stat().st_ino, layer.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


# -- refusals ------------------------------------------------------------------------------------------------------


def refused(path: Path, root: Path, kind: type[StoreError], mark: str | None = None) -> StoreError:
    """A change is refused, by a sentence, and the file and its folder are as they were."""
    before = path.read_bytes() if path.exists() else None
    beside = litter(path)
    with pytest.raises(kind) as caught:
        edit_note(path, root, "n-00000001", {"body": "new"}, mark or files.etag_of(before))
    assert (path.read_bytes() if path.exists() else None) == before
    assert litter(path) == beside
    assert path.name in caught.value.message
    assert "\n" not in caught.value.message
    return caught.value


def test_a_file_that_changed_on_disk_is_refused_with_its_new_mark(layer: Path, tmp_path: Path) -> None:
    mark = etag(layer, tmp_path)
    layer.write_text(LAYER + "# by hand\n")
    error = refused(layer, tmp_path, StaleFileError, mark)
    assert isinstance(error, StaleFileError)
    assert error.etag == etag(layer, tmp_path)
    layer.unlink()
    assert isinstance(error := refused(layer, tmp_path, StaleFileError, mark), StaleFileError)
    assert error.etag is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (LAYER + "<<<<<<< HEAD\n  - id: a\n=======\n  - id: b\n>>>>>>> other\n", 9, "git"),
        (LAYER.replace("\n", "\r\n") + "<<<<<<< HEAD\r\n=======\r\n>>>>>>> o\r\n", 9, "git"),
        (LAYER + "  - [", 9, "brackets"),
        ("a: 1\na: 2\n", 2, "twice"),
        ("- a\n", 1, "key: value"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(layer: Path, tmp_path: Path, text: str, line: int, words: str) -> None:
    layer.write_bytes(text.encode())
    error = refused(layer, tmp_path, BrokenFileError)
    assert isinstance(error, BrokenFileError)
    assert error.line == line
    assert words in error.message
    assert isinstance(FileStore(layer, tmp_path).obstacle(), BrokenFileError)


def test_marks_of_a_conflict_in_an_article_are_seen_below_its_front_matter_too(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text("---\ntitle: x\n---\nA\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> other\n")
    assert isinstance(error := FileStore(path, tmp_path, front_matter=True).obstacle(), BrokenFileError)
    assert error.line == 5
    path.write_text("---\ntitle: x\n---\nA heading\n=======\n\n    <<<<<<< HEAD\n")
    assert FileStore(path, tmp_path, front_matter=True).obstacle() is None


def test_bytes_that_are_no_text_are_refused(layer: Path, tmp_path: Path) -> None:
    layer.write_bytes(b"a: 1\nb: \xff\n")
    error = refused(layer, tmp_path, BrokenFileError)
    assert isinstance(error, BrokenFileError)
    assert error.line == 2


def test_a_value_that_cannot_be_kept_is_refused(layer: Path, tmp_path: Path) -> None:
    with pytest.raises(BrokenFileError, match="half a character"):
        edit_note(layer, tmp_path, "n-00000001", {"body": "a\ud83d"}, etag(layer, tmp_path))
    assert layer.read_text() == LAYER


def test_a_write_protected_file_is_refused_even_to_root(layer: Path, tmp_path: Path) -> None:
    layer.chmod(0o444)
    refused(layer, tmp_path, ReadOnlyFileError)
    assert isinstance(FileStore(layer, tmp_path).obstacle(), ReadOnlyFileError)
    layer.chmod(0o644)
    layer.parent.chmod(0o555)
    with pytest.raises(ReadOnlyFileError):
        add_note(layer.with_name("new.yaml"), tmp_path, {"body": "b"}, None, None)
    layer.parent.chmod(0o755)


def test_a_link_out_of_the_reader_is_not_followed(layer: Path, tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    outside = tmp_path / "outside.yaml"
    outside.write_text(LAYER)
    layer.with_name("link.yaml").symlink_to(outside)
    (layer.parent.parent / "linked").symlink_to(tmp_path)
    for path in (
        layer.with_name("link.yaml"),
        layer.parent.parent / "linked" / "outside.yaml",
        root / ".." / "outside.yaml",
    ):
        with pytest.raises(OutsideReaderError):
            edit_note(path, root, "n-00000001", {"body": "b"}, etag(outside, tmp_path))
        with pytest.raises(OutsideReaderError):
            FileStore(path, root).read()
    assert outside.read_text() == LAYER


def test_a_link_inside_the_reader_stays_a_link(layer: Path, tmp_path: Path) -> None:
    link = layer.with_name("same.yaml")
    link.symlink_to(layer.name)
    edit_note(link, tmp_path, "n-00000001", {"body": "b"}, etag(layer, tmp_path))
    assert link.is_symlink()
    assert notes(layer)[0]["body"] == "b"


def test_a_file_that_another_program_of_ours_holds_is_busy(
    layer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    held, let_go = threading.Event(), threading.Event()

    def slow(text: str) -> str:
        held.set()
        let_go.wait(PATIENCE)
        return text + "# slow\n"

    mark = etag(layer, tmp_path)
    other = threading.Thread(target=lambda: FileStore(layer, tmp_path).change(slow, mark))
    other.start()
    held.wait(PATIENCE)
    with pytest.raises(FileBusyError):
        edit_note(layer, tmp_path, "n-00000001", {"body": "b"}, mark)
    let_go.set()
    other.join()
    assert layer.read_text() == LAYER + "# slow\n"


# -- a full disk ---------------------------------------------------------------------------------------------------


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
    mark = etag(layer, tmp_path)

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
    mark = etag(path, small_disk)
    if not os.path.ismount(small_disk):
        monkeypatch.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(NoSpaceError, match="make room"):
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
    assert "make room" in refused(layer, tmp_path, NoSpaceError).message


# -- many at once --------------------------------------------------------------------------------------------------


def test_an_editor_that_saves_in_the_last_moment_keeps_its_version(
    layer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange = swap.exchange
    for how in ("in place", "by renaming"):
        layer.write_text(LAYER)
        saved = []

        def save_first(one: Path, other: Path, how: str = how, saved: list[int] = saved) -> bool:
            if not saved:
                saved.append(1)
                save(layer, LAYER + "# by hand\n", how)
            return exchange(one, other)

        monkeypatch.setattr(swap, "exchange", save_first)
        mark = etag(layer, tmp_path)
        if exchange(layer, layer):  # a system that can exchange names
            with pytest.raises(StaleFileError):
                edit_note(layer, tmp_path, "n-00000001", {"body": "b"}, mark)
            assert layer.read_text() == LAYER + "# by hand\n"
        assert litter(layer) == []


def save(path: Path, text: str, how: str) -> None:
    """Save as editors do."""
    if how == "in place":
        path.write_text(text)
    else:
        beside = path.with_name(path.name + "~")
        beside.write_text(text)
        beside.replace(path)


def client(path: Path, root: Path, name: str, count: int, told: int | None = None) -> None:
    """Add notes, each as soon as the file lets it; say by a byte that one was added."""
    for number in range(count):
        note = {"by": name, "quote": f"{name} {number}", "body": "yes: # no"}
        # Each attempt that fails is a change that somebody else made, and they make fewer than these.
        for _ in range(1000):
            # Somebody may be faster, or an editor in the middle of saving.
            with contextlib.suppress(StaleFileError, BrokenFileError):
                add_note(path, root, note, None, etag(path, root))
                break
        else:
            raise AssertionError(f"{name} never came to add its note {number}")
        if told is not None:
            os.write(told, b".")


def test_eight_clients_and_an_editor_lose_nothing(layer: Path, tmp_path: Path) -> None:
    """The editor knows no lock. After each note it stops the clients wherever they are, and then saves the file."""
    read_end, write_end = os.pipe()
    children = []
    for name in range(8):
        child = os.fork()
        if not child:
            try:
                client(layer, tmp_path, f"client {name}", 8, write_end)
            except BaseException:  # noqa: BLE001
                os._exit(99)
            os._exit(0)
        children.append(child)
    os.close(write_end)
    alive, codes, saves = set(children), [], 0
    # It ends when nobody is left to write into it.
    while os.read(read_end, 1):
        for child in list(alive):
            os.kill(child, signal.SIGSTOP)
            _, status = os.waitpid(child, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                alive.remove(child)
                codes.append(os.waitstatus_to_exitcode(status))
        if saves < 60:
            save(layer, layer.read_text() + f"# save {saves}\n", ("in place", "by renaming")[saves % 2])
            saves += 1
        for child in alive:
            os.kill(child, signal.SIGCONT)
    os.close(read_end)
    codes += [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in alive]
    assert codes == [0] * 8
    text = layer.read_text()
    assert saves == 60
    assert [k for k in range(saves) if f"# save {k}\n" not in text] == []
    wanted = {f"client {name} {number}" for name in range(8) for number in range(8)}
    assert wanted - {note["quote"] for note in notes(layer)} == set()
    assert len({note["id"] for note in notes(layer)}) == len(wanted) + 1
    assert litter(layer) == []


def test_threads_of_one_process_wait_for_each_other(layer: Path, tmp_path: Path) -> None:
    threads = [threading.Thread(target=client, args=(layer, tmp_path, f"thread {i}", 4)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(notes(layer)) == 17


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do something in a process that is killed at one of its steps in the store; whether it was still at work then."""
    child = os.fork()
    if not child:
        places, left = {files.__file__, swap.__file__}, step

        def count(frame: FrameType, event: str, argument: object) -> None:
            nonlocal left
            around = frame.f_back.f_code.co_filename if frame.f_back else ""
            left -= not places.isdisjoint((frame.f_code.co_filename, around))
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        work()
        sys.setprofile(None)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL)
    return os.WIFSIGNALED(status)


def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one(layer: Path, tmp_path: Path) -> None:
    """One write after the other, each killed one step later than the one before, until one comes to its end."""

    def write(body: str) -> None:
        edit_note(layer, tmp_path, "n-00000001", {"body": body}, etag(layer, tmp_path))

    left, old, step = set(), "Who counts?", 1
    new = "1 " * 40
    while killed_at(step, partial(write, new)):
        text = layer.read_text()
        here = load(text).value["notes"][0]["body"]
        assert here in (old, new)
        left.add("the new one" if here == new else "the old one")
        assert "# the first\n" in text
        assert "# ask\n" in text
        step += 1
        old, new = here, f"{step} " * 40
    assert left == {"the old one", "the new one"}
    assert step > 50
    write("end")
    assert litter(layer) == [], "what the killed left is swept away"


# -- git -----------------------------------------------------------------------------------------------------------


def test_two_layers_edited_in_two_branches_merge_clean(layer: Path, tmp_path: Path) -> None:
    def git(*words: str) -> str:
        base = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        run = subprocess.run([*base, *words], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout

    other = layer.with_name("oskar.yaml")
    other.write_text(LAYER.replace("Lena", "Oskar").replace("n-00000001", "n-00000002"))
    (tmp_path / ".gitignore").write_text("_build/\n")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "start")
    for name, path, note_id in (("lena", layer, "n-00000001"), ("oskar", other, "n-00000002")):
        git("switch", "-qc", name, "main")
        edit_note(path, tmp_path, note_id, {"body": f"by {name}"}, etag(path, tmp_path))
        add_note(path, tmp_path, {"quote": "a dispute", "body": name}, None, etag(path, tmp_path))
        git("commit", "-qam", name)
    git("switch", "-q", "main")
    git("merge", "-q", "lena")
    git("merge", "-q", "--no-edit", "oskar")
    assert git("status", "--porcelain") == ""
    assert [note["body"] for note in notes(layer)] == ["by lena", "lena"]
    assert [note["body"] for note in notes(other)] == ["by oskar", "oskar"]
