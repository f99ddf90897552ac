"""A change of a note is meant for one version of it; where the file has another, that one is told."""

from __future__ import annotations

import pytest
from authoring.meetings import ApiWindow, UnseenLossError, meet
from authoring.serving import DOCNAME, LAYER, NOTES, Served
from authoring.test_notes import FIRST, add, change, remove, revision, source, target

pytestmark = pytest.mark.xdist_group("notes-server")


@pytest.fixture
def fresh(served: Served) -> Served:
    """The server with the layer as it was at first."""
    served.save(LAYER, NOTES)
    return served


def test_without_a_mark_of_the_note_nothing_is_changed(fresh: Served) -> None:
    asked = {"docname": DOCNAME, "layer": "instructor"}
    for method, more in (("PATCH", {"body": "x"}), ("DELETE", {})):
        answer = fresh.send(method, f"/_cr/notes/{FIRST}", {**asked, **more})
        assert (answer.status, answer.json["code"]) == (428, "no-etag")
    assert source(fresh) == NOTES


def test_a_note_that_changed_meanwhile_is_not_overwritten_but_told(fresh: Served) -> None:
    old = revision(fresh, FIRST)
    by_hand = NOTES.replace("First.", "By hand.")
    fresh.save(LAYER, by_hand)
    for answer in (change(fresh, FIRST, old, body="x"), remove(fresh, FIRST, old)):
        assert (answer.status, answer.json["code"]) == (412, "stale")
        theirs = answer.json["theirs"]
        assert (theirs["id"], theirs["body"]) == (FIRST, "By hand.")
        assert theirs["etag"] == revision(fresh, FIRST) != old
    assert source(fresh) == by_hand
    assert change(fresh, FIRST, theirs["etag"], body="Both read.").status == 200


def test_two_windows_change_one_note_and_the_second_is_told(fresh: Served) -> None:
    seen = revision(fresh, FIRST)
    assert change(fresh, FIRST, seen, body="From one.").status == 200
    second = change(fresh, FIRST, seen, body="From the other.")
    assert (second.status, second.json["theirs"]["body"]) == (412, "From one.")
    assert [n["body"] for n in fresh.layer()["notes"] if n["id"] == FIRST] == ["From one."]


def test_what_happens_to_other_notes_of_the_file_disturbs_nobody(fresh: Served) -> None:
    seen = revision(fresh, FIRST)
    assert add(fresh, None, "Another.").status == 201
    assert change(fresh, "n-00000002", body="Changed.").status == 200
    assert change(fresh, FIRST, seen, body="Mine.").status == 200
    assert {"Another.", "Changed.", "Mine."} <= {n["body"] for n in fresh.layer()["notes"]}


def test_a_note_without_an_id_that_is_edited_by_hand_is_known_by_its_words(fresh: Served) -> None:
    bare = NOTES.replace("id: n-00000001\n    quote", "quote")
    fresh.save(LAYER, bare)
    note = fresh.layer()["notes"][0]
    fresh.save(LAYER, bare.replace("First.", "By hand."))
    lost = change(fresh, note["id"], note["etag"], body="Mine.")
    assert (lost.status, lost.json["code"]) == (404, "no-note")
    answer = change(fresh, note["id"], note["etag"], body="Mine.", quote=note["quote"])
    assert (answer.status, answer.json["theirs"]["body"]) == (412, "By hand.")
    theirs = answer.json["theirs"]
    assert change(fresh, theirs["id"], theirs["etag"], body="Mine.").status == 200
    assert "body: Mine." in source(fresh)


def test_a_new_note_that_is_sent_twice_is_written_once(fresh: Served) -> None:
    sent = {"body": "Sent twice. ", "kind": "question", "tags": ["a", "a"], "id": "n-0000aaaa"}
    words = target(fresh, "Yerevan accused Baku")
    first, again = add(fresh, words, **sent), add(fresh, words, **sent)
    assert (first.status, again.status) == (201, 201)
    assert first.json == again.json
    assert source(fresh).count("Sent twice.") == 1


def test_a_new_note_whose_id_is_there_with_another_text_shows_both(fresh: Served) -> None:
    add(fresh, None, "Sent first.", id="n-0000aaaa")
    written = source(fresh)
    for more in (
        {"body": "Sent later."},
        {"body": "Sent first.", "kind": "question"},
        {"body": "Sent first.", "by": "I"},
    ):
        answer = add(fresh, None, id="n-0000aaaa", **more)
        assert (answer.status, answer.json["theirs"]["body"]) == (412, "Sent first.")
    assert source(fresh) == written


def test_a_new_note_without_an_id_is_refused_since_it_would_be_written_twice(fresh: Served) -> None:
    asked = {"docname": DOCNAME, "layer": "instructor", "target": None, "body": "Sent twice?"}
    for more in ({}, {"id": None}, {"id": ""}, {"id": "n-1"}):
        answer = fresh.send("POST", "/_cr/notes", {**asked, **more})
        assert (answer.status, answer.json["code"]) == (400, "bad-request")
        assert answer.json["error"].startswith("id: ")
    assert source(fresh) == NOTES


def test_the_first_note_of_a_set_that_is_sent_twice_is_written_once(fresh: Served) -> None:
    info = {"title": "Week 3", "author": None, "language": "en", "audience": "class"}
    sent = {"docname": DOCNAME, "target": None, "body": "Sent twice.", "id": "n-0000aaaa", "layer_info": info}
    # The page may know by the second time that the name is taken, and choose another one.
    for layer in ("week-3", "week-3", "week-3-2"):
        answer = fresh.send("POST", "/_cr/notes", {**sent, "layer": layer}, If_None_Match="*")
        assert answer.status == 201, answer.body
    files = list((fresh.root / LAYER).parent.glob("week-3*.yaml"))
    assert [file.read_text("utf-8").count("Sent twice.") for file in files] == [1]
    files[0].unlink()


def test_a_note_that_can_no_longer_be_read_is_told_with_its_line(fresh: Served) -> None:
    seen = revision(fresh, FIRST)
    broken = NOTES.replace("body: First.", "body: [1]")
    fresh.save(LAYER, broken)
    answer = change(fresh, FIRST, seen, body="Mine.")
    assert (answer.status, answer.json["code"]) == (422, "cannot-write")
    assert f"{LAYER}:6" in answer.json["error"]
    assert source(fresh) == broken


def test_whoever_meets_at_a_file_no_text_vanishes_unseen(fresh: Served) -> None:
    """The long search is `tools/meetings.py`."""
    steps = meet(fresh, seed=1, runs=5)
    assert {"saved", "compared", "added", "by hand: change", "git commit"} <= steps.keys()


def test_a_window_that_takes_over_the_newest_version_is_found_out(
    fresh: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refresh(window: ApiWindow) -> None:
        load(window)
        newest = {note["id"]: note["etag"] for note in window.notes}
        if window.form and window.form["id"] in newest:
            window.form = {**window.form, "etag": newest[window.form["id"]]}

    load = ApiWindow.refresh
    monkeypatch.setattr(ApiWindow, "refresh", refresh)
    with pytest.raises(UnseenLossError):
        meet(fresh, seed=1, runs=40)
