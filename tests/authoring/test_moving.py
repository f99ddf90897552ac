"""Replies, notes that are done, and notes that move to another set."""

from __future__ import annotations

from typing import Any

import pytest
from authoring.serving import DOCNAME, LAYER, NOTES, Answer, Served, new_id

from course_reader.files.yaml_lines import load

OTHER = "corpus/prague/notes/ada.yaml"
ADA = {"title": "Ada’s notes", "author": "Ada", "audience": "class"}


@pytest.fixture
def fresh(served: Served) -> Served:
    """The server with one set of notes as it was at first."""
    (served.root / OTHER).unlink(missing_ok=True)
    (served.root / LAYER).write_text(NOTES, encoding="utf-8")
    served.marked()
    return served


def etag(server: Served, note_id: str) -> str:
    """The version of a note that the page shows."""
    found = [note for layer in server.article()["layers"] for note in layer["notes"] if note["id"] == note_id]
    return str(found[0]["etag"])


def move(server: Served, note_id: str, version: str | None = None, **more: Any) -> Answer:
    """Move a note from the set that is there at first."""
    asked = {"docname": DOCNAME, "layer": "instructor", "to": "ada", **more}
    new = {"If-None-Match": "*"} if "layer_info" in more else {}
    return server.send("POST", f"/_cr/notes/{note_id}/move", asked, version or etag(server, note_id), **new)


def notes(server: Served, path: str) -> list[dict[str, Any]]:
    """The notes in a file."""
    value = load((server.root / path).read_text(encoding="utf-8")).value
    return list(value["notes"])


def test_a_note_moves_to_a_new_set_and_back(fresh: Served) -> None:
    before = notes(fresh, LAYER)
    assert move(fresh, "n-00000002", layer_info=ADA).status == 200
    assert [note["id"] for note in notes(fresh, LAYER)] == ["n-00000001"]
    assert notes(fresh, OTHER) == [{**before[1], "by": "The editors"}]
    assert "# About the mayor." in (fresh.root / LAYER).read_text(encoding="utf-8")
    back = move(fresh, "n-00000002", layer="ada", to="instructor")
    assert (back.status, notes(fresh, LAYER), notes(fresh, OTHER)) == (200, before, [])


@pytest.mark.parametrize(
    ("note_id", "changes", "status"),
    [
        ("n-00000001", {"version": '"old"', "layer_info": ADA}, 412),
        ("n-00000001", {}, 404),  # no such set
        ("n-00000001", {"to": "instructor"}, 422),
        ("n-00000009", {"version": '"old"', "layer_info": ADA}, 404),
    ],
)
def test_a_note_that_cannot_move_stays(fresh: Served, note_id: str, changes: dict[str, Any], status: int) -> None:
    before = (fresh.root / LAYER).read_bytes()
    assert move(fresh, note_id, **changes).status == status
    assert (fresh.root / LAYER).read_bytes() == before
    assert not (fresh.root / OTHER).exists() or notes(fresh, OTHER) == []


def test_a_reply_is_kept_with_the_note_that_it_answers(fresh: Served) -> None:
    asked = {"docname": DOCNAME, "layer": "instructor", "body": "They do.", "id": new_id(), "in_reply_to": "n-00000001"}
    told = fresh.send("POST", "/_cr/notes", {**asked, "title": "An answer"}).json["note"]
    assert (told["in_reply_to"], told["title"], told["state"]) == ("n-00000001", "An answer", "article")
    assert notes(fresh, LAYER)[-1]["in_reply_to"] == "n-00000001"
    for wrong, status in (({"in_reply_to": "n-0000dead"}, 404), ({"target": {"quote": "Prague"}}, 422)):
        assert fresh.send("POST", "/_cr/notes", {**asked, "id": new_id(), **wrong}).status == status


def test_a_note_that_is_done_is_on_no_page_and_in_its_file(fresh: Served) -> None:
    page = f"/{DOCNAME}.html"
    fresh.wait_for(page, "First.")
    change = {"docname": DOCNAME, "layer": "instructor", "done": True}
    version = etag(fresh, "n-00000001")
    done = fresh.send("PATCH", "/_cr/notes/n-00000001", change, version).json["note"]
    assert done["done"] is True
    fresh.wait_for(page, "First.", gone=True)
    assert notes(fresh, LAYER)[0]["done"] is True
    again = fresh.send("PATCH", "/_cr/notes/n-00000001", {**change, "done": False}, done["etag"]).json["note"]
    assert again["done"] is False and "done" not in notes(fresh, LAYER)[0]
    fresh.wait_for(page, "First.")
