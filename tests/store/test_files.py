"""Why a change is refused; the file is as it was then."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from store.layers import LAYER, PATIENCE, etag, notes, refused, revision

from course_reader.store import files, probe, swap
from course_reader.store.errors import (
    BrokenFileError,
    FileBusyError,
    OutsideReaderError,
    ReadOnlyFileError,
    StaleFileError,
)
from course_reader.store.files import FileStore
from course_reader.store.notes import add_note, edit_note


def test_a_file_that_changed_on_disk_is_refused_with_its_new_mark(layer: Path, tmp_path: Path) -> None:
    store, mark = FileStore(layer, tmp_path), etag(layer, tmp_path)
    layer.write_text(LAYER + "# by hand\n")
    with pytest.raises(StaleFileError) as caught:
        store.change(lambda text: "", mark)
    assert caught.value.etag == etag(layer, tmp_path)
    assert layer.read_text() == LAYER + "# by hand\n"
    layer.unlink()
    with pytest.raises(StaleFileError) as caught:
        store.change(lambda text: "", mark)
    assert caught.value.etag is None
    assert not layer.exists()


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
        edit_note(layer, tmp_path, "n-00000001", {"body": "a\ud83d"}, revision(layer))
    assert layer.read_text() == LAYER


def test_a_write_protected_file_is_refused_even_to_root(layer: Path, tmp_path: Path) -> None:
    layer.chmod(0o444)
    refused(layer, tmp_path, ReadOnlyFileError)
    assert isinstance(FileStore(layer, tmp_path).obstacle(), ReadOnlyFileError)
    layer.chmod(0o644)
    layer.parent.chmod(0o555)
    with pytest.raises(ReadOnlyFileError):
        add_note(layer.with_name("new.yaml"), tmp_path, {"body": "b"})
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
            edit_note(path, root, "n-00000001", {"body": "b"}, revision(outside))
        with pytest.raises(OutsideReaderError):
            FileStore(path, root).read()
    assert outside.read_text() == LAYER


def test_a_link_inside_the_reader_stays_a_link(layer: Path, tmp_path: Path) -> None:
    link = layer.with_name("same.yaml")
    link.symlink_to(layer.name)
    edit_note(link, tmp_path, "n-00000001", {"body": "b"}, revision(layer))
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
        edit_note(layer, tmp_path, "n-00000001", {"body": "b"}, revision(layer))
    let_go.set()
    other.join()
    assert layer.read_text() == LAYER + "# slow\n"


def test_a_save_that_takes_its_time_is_waited_for(layer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor empties the file, and writes its text in two parts; what is there meanwhile is nobody's version."""
    editor = layer.open("w")
    looks: list[str] = []

    def go_on(seconds: float) -> None:
        if editor.closed:
            return
        looks.append(layer.read_text())
        editor.write(LAYER[:40] if len(looks) == 1 else LAYER[40:] + "  - body: by hand\n")
        editor.flush() if len(looks) == 1 else editor.close()

    if not probe.is_being_written(layer):
        pytest.skip("this file system does not say who writes")
    monkeypatch.setattr(files.time, "sleep", go_on)
    add_note(layer, tmp_path, {"body": "from the panel"})
    assert looks == ["", LAYER[:40]]
    assert [note["body"] for note in notes(layer)] == ["Who counts?", "by hand", "from the panel"]


def test_a_file_that_somebody_never_stops_writing_is_busy(
    layer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.05)
    with layer.open("a"):
        if not probe.is_being_written(layer):
            pytest.skip("this file system does not say who writes")
        assert "in use by another program" in refused(layer, tmp_path, FileBusyError).message


def test_a_save_that_goes_on_after_the_exchange_keeps_its_version(
    layer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor opens the file just before it is exchanged, and writes when it is no longer there."""
    exchange, opened = swap.exchange, []

    def open_first(one: Path, other: Path) -> bool:
        if not opened:
            opened.append(layer.open("r+"))
        done = exchange(one, other)
        if len(opened) == 1:
            opened[0].write(LAYER.replace("Who counts?", "Hand wrote."))
            opened[0].close()
            opened.append(opened[0])
        return done

    if not exchange(layer, layer):
        pytest.skip("this system cannot exchange names")
    monkeypatch.setattr(swap, "exchange", open_first)
    add_note(layer, tmp_path, {"body": "from the panel"})
    assert [note["body"] for note in notes(layer)] == ["Hand wrote.", "from the panel"]
