"""Many write one file at once, and are killed at it: nobody's work is lost."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from store.layers import LAYER, etag, litter, notes, revision

from course_reader.files.yaml_lines import load
from course_reader.store import swap
from course_reader.store.errors import StaleFileError
from course_reader.store.files import FileStore
from course_reader.store.notes import add_note, edit_note


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
                FileStore(layer, tmp_path).change(lambda text: text + "# ours\n", mark)
            assert layer.read_text() == LAYER + "# by hand\n"
        assert litter(layer) == []


def save(path: Path, text: str, how: str) -> None:
    """Save as editors do."""
    if how == "in place":
        handle = os.open(path, os.O_WRONLY | os.O_TRUNC | os.O_NONBLOCK)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        beside = path.with_name(path.name + "~")
        beside.write_text(text)
        beside.replace(path)


def client(path: Path, root: Path, name: str, count: int, told: int | None = None) -> None:
    """Add notes, each as soon as the file lets it; say by a byte that one was added."""
    for number in range(count):
        note = {"by": name, "quote": f"{name} {number}", "body": "yes: # no"}
        add_note(path, root, note)
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
            # A client that was stopped while it looks who is writing makes whoever opens the file wait.
            with contextlib.suppress(BlockingIOError):
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


def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one(layer: Path, tmp_path: Path) -> None:
    """One write after the other, each killed one step later than the one before, until one comes to its end."""
    command = [sys.executable, str(Path(__file__).with_name("killed.py")), str(layer), str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    writes = [json.loads(line) for line in run.stdout.splitlines()]
    left, old = set(), "Who counts?"
    for write in writes:
        here = load(write["left"]).value["notes"][0]["body"]
        assert here in (old, write["new"])
        left.add("the new one" if here == write["new"] else "the old one")
        assert "# the first\n" in write["left"]
        assert "# ask\n" in write["left"]
        old = here
    assert [write["killed"] for write in writes] == [True] * (len(writes) - 1) + [False]
    assert left == {"the old one", "the new one"}
    assert len(writes) > 50
    assert litter(layer) == [], "what the killed left is swept away"


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
        edit_note(path, tmp_path, note_id, {"body": f"by {name}"}, revision(path, note_id))
        add_note(path, tmp_path, {"quote": "a dispute", "body": name})
        git("commit", "-qam", name)
    git("switch", "-q", "main")
    git("merge", "-q", "lena")
    git("merge", "-q", "--no-edit", "oskar")
    assert git("status", "--porcelain") == ""
    assert [note["body"] for note in notes(layer)] == ["by lena", "lena"]
    assert [note["body"] for note in notes(other)] == ["by oskar", "oskar"]
