"""Notes are added to a file, changed in it and taken out of it; everything else stays."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from store.layers import LAYER, etag, litter, notes, revision

from course_reader.model.note import Note, made_id
from course_reader.store.errors import (
    AlreadyThereError,
    NoteChangedError,
    NoteExistsError,
    NoteGoneError,
)
from course_reader.store.files import FileStore
from course_reader.store.notes import add_note, edit_note, remove_note, revision_of


def test_a_note_is_added_changed_and_taken_out(layer: Path, tmp_path: Path) -> None:
    new = {"kind": "question", "quote": "Northport", "body": "The town?", "tags": [], "by": None}
    added = add_note(layer, tmp_path, new, 0)
    assert added.index == 0
    assert (
        notes(layer)[0]
        == added.note
        == {"id": added.note["id"], "quote": "Northport", "kind": "question", "body": "The town?"}
    )
    assert added.revision == revision(layer, added.note["id"])
    changed = edit_note(layer, tmp_path, added.note["id"], {"kind": None, "tags": ["a"], "body": "b"}, added.revision)
    assert changed.note == {"id": added.note["id"], "quote": "Northport", "tags": ["a"], "body": "b"}
    removed = remove_note(layer, tmp_path, added.note["id"], changed.revision)
    assert removed.note == changed.note
    assert layer.read_text() == LAYER
    assert add_note(layer, tmp_path, removed.note, removed.index).note == changed.note


def test_a_layer_is_made_with_its_first_note(tmp_path: Path) -> None:
    path = tmp_path / "corpus" / "x" / "notes" / "new.yaml"
    about = {"title": "Yes: mine", "author": None, "audience": "class"}
    add_note(path, tmp_path, {"id": "n-00000009", "body": "b"}, None, about, is_first=True)
    assert path.read_text() == (
        "# yaml-language-server: $schema=../../../.schemas/notes.json\n"
        'layer:\n  title: "Yes: mine"\n  audience: class\nnotes:\n  - id: n-00000009\n    body: b\n'
    )
    with pytest.raises(AlreadyThereError):
        add_note(path, tmp_path, {"body": "b"}, None, about, is_first=True)


def test_a_note_without_an_id_is_known_by_the_one_that_its_page_shows(tmp_path: Path) -> None:
    path = tmp_path / "lena.yaml"
    path.write_text("notes:\n  - body: ' Who counts?'\n")
    shown = made_id("lena", 0, Note(body="Who counts?"))
    changed = edit_note(path, tmp_path, shown, {"body": "b"}, revision_of({"body": " Who counts?"}, shown))
    assert changed.note == {"id": shown, "body": "b"}
    assert path.read_text() == f"notes:\n  - id: {shown}\n    body: 'b'\n"


def test_what_is_not_there_or_there_already_is_told(layer: Path, tmp_path: Path) -> None:
    with pytest.raises(NoteGoneError):
        remove_note(layer, tmp_path, "n-00000002", revision(layer))
    with pytest.raises(NoteExistsError):
        add_note(layer, tmp_path, {"id": "n-00000001", "body": "b"}, 0)
    assert layer.read_text() == LAYER


def test_a_note_that_says_something_else_by_now_is_neither_changed_nor_removed(layer: Path, tmp_path: Path) -> None:
    seen = revision(layer)
    layer.write_text(LAYER.replace("Who counts?", "By hand."))
    for change in (
        lambda: edit_note(layer, tmp_path, "n-00000001", {"body": "b"}, seen),
        lambda: remove_note(layer, tmp_path, "n-00000001", seen),
    ):
        with pytest.raises(NoteChangedError) as caught:
            change()
        assert caught.value.now == {"id": "n-00000001", "quote": "a dispute", "body": "By hand."}
        assert caught.value.revision == revision(layer)
    assert layer.read_text() == LAYER.replace("Who counts?", "By hand.")


def test_what_happens_to_other_notes_and_comments_does_not_matter_to_a_note(layer: Path, tmp_path: Path) -> None:
    seen = revision(layer)
    add_note(layer, tmp_path, {"body": "another"}, 0)
    layer.write_text(layer.read_text().replace("# the first", "# still the first") + "# by hand\n")
    edit_note(layer, tmp_path, "n-00000001", {"body": "b"}, seen)
    assert [note["body"] for note in notes(layer)] == ["another", "b"]
    assert layer.read_text().endswith("# by hand\n")


def test_line_ends_do_not_change_what_a_note_says(layer: Path, tmp_path: Path) -> None:
    layer.write_text(LAYER.replace("Who counts?", "|\n      Who\n      counts?"))
    seen = revision(layer)
    layer.write_bytes(layer.read_bytes().replace(b"\n", b"\r\n"))
    edit_note(layer, tmp_path, "n-00000001", {"kind": "question"}, seen)
    assert notes(layer)[0]["kind"] == "question"


def test_bytes_mode_and_line_ends_of_the_rest_stay(layer: Path, tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + LAYER.replace("\n", "\r\n").encode() + b"other:   'x'"
    layer.write_bytes(data)
    layer.chmod(0o640)
    edit_note(layer, tmp_path, "n-00000001", {"body": "b"}, revision(layer))
    assert layer.read_bytes() == data.replace(b"Who counts?", b"b")
    assert stat.S_IMODE(layer.stat().st_mode) == 0o640
    assert litter(layer) == []


def test_a_change_that_changes_nothing_writes_nothing(layer: Path, tmp_path: Path) -> None:
    before = layer.stat()
    mark = etag(layer, tmp_path)
    assert FileStore(layer, tmp_path).change(lambda text: text, mark).etag == mark
    assert (layer.stat().st_ino, layer.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
