"""Notes over HTTP, as the panel makes them: each lands in its file, and all else in it stays."""

from __future__ import annotations

from typing import Any

import pytest
from authoring.serving import DOCNAME, LAYER, NOTES, Answer, Served, new_id

from course_reader.store.snapshots import read_snapshot
from course_reader.text.anchor import text_hash

# One server for all tests here.
pytestmark = pytest.mark.xdist_group("notes-server")

FIRST = "n-00000001"


def target(server: Served, words: str, nth: int = 0, **changes: Any) -> dict[str, Any]:
    """What the panel sends of some words of the article."""
    told = server.article()
    text, start = told["text"], -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    found = {"quote": words, "prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
    return {**found, "start": start, "end": end, "paragraph": None, "text_hash": told["text_hash"], **changes}


def add(server: Served, place: Any, body: str = "A note.", **more: Any) -> Answer:
    """Make a note in the instructor's layer."""
    asked = {"docname": DOCNAME, "layer": "instructor", "target": place, "kind": "comment", "tags": [], "body": body}
    return server.send("POST", "/_cr/notes", {**asked, "id": new_id(), **more})


def change(server: Served, note: str, etag: str | None = None, **changes: Any) -> Answer:
    """Change a note of the instructor's layer."""
    asked = {"docname": DOCNAME, "layer": "instructor", **changes}
    return server.send("PATCH", f"/_cr/notes/{note}", asked, etag or revision(server, note))


def remove(server: Served, note: str, etag: str | None = None) -> Answer:
    """Take a note out of the instructor's layer."""
    asked = {"docname": DOCNAME, "layer": "instructor"}
    return server.send("DELETE", f"/_cr/notes/{note}", asked, etag or revision(server, note))


def revision(server: Served, note: str) -> str:
    """The revision of a note, as the panel knows it; of one that is not there, any."""
    return next((n["etag"] for n in server.layer()["notes"] if n["id"] == note), '"unknown"')


def source(server: Served) -> str:
    """The layer's file."""
    return (server.root / LAYER).read_text(encoding="utf-8")


def test_a_selection_of_half_a_character_becomes_all_of_it(served: Served) -> None:
    family = "👨\u200d👩\u200d👧"
    before = (served.root / f"{DOCNAME}.md").read_text("utf-8")
    served.save(f"{DOCNAME}.md", before.replace("Nobody else", f"Nobody {family} else"))
    served.until(lambda: family in served.article()["text"], "the emoji")
    for words in ("👨", "👩\u200d"):
        assert add(served, target(served, words)).json["note"]["quote"] == family
    served.save(f"{DOCNAME}.md", before)
    served.until(lambda: family not in served.article()["text"], "the article as it was")


@pytest.fixture
def fresh(served: Served) -> Served:
    """The server with the layer as it was at first."""
    served.save(LAYER, NOTES)
    return served


def test_the_panel_is_told_all_of_an_article(fresh: Served) -> None:
    told = fresh.article()
    assert told["title"] == "Talks in Prague"
    assert told["text_hash"] == text_hash(told["text"])
    second = told["paragraphs"][1]
    assert told["text"][second["start"] : second["end"]] == "Nobody else spoke in Tbilisi that day."
    (layer,) = told["layers"]
    assert (layer["title"], layer["audience"], layer["writable"]) == ("Instructor's notes", "public", True)
    first = layer["notes"][0]
    assert told["text"][slice(*first["span"])] == "The treaty was signed"
    assert (first["state"], first["by"], first["paragraph"]) == ("exact", "The editors", 1)
    (tbilisi,) = [m for m in told["mentions"] if m["entry"] == "tbilisi"]
    assert (tbilisi["text"], tbilisi["name"], tbilisi["kind"], tbilisi["paragraph"]) == (
        "Tbilisi",
        "Tbilisi",
        "places",
        2,
    )


def test_a_new_note_stands_in_the_file_on_the_page_and_in_the_order_of_the_text(fresh: Served) -> None:
    answer = add(
        fresh, target(fresh, "Yerevan accused Baku"), "Who *accuses*?", kind="question", tags=["voice", "voice"]
    )
    assert answer.status == 201
    note = answer.json["note"]
    assert note["etag"] == revision(fresh, note["id"])
    assert (note["state"], note["kind"], note["tags"], note["paragraph"]) == ("exact", "question", ["voice"], 1)
    ids = [n["id"] for n in fresh.layer()["notes"]]
    assert ids == [FIRST, note["id"], "n-00000002"]
    assert "# About the mayor." in source(fresh)
    assert source(fresh).startswith(NOTES.partition("  # About")[0])
    page = fresh.wait_for(f"/{DOCNAME}.html", "Who <em>accuses</em>?")
    assert page.index("First.") < page.index("Who <em>") < page.index("Second")


def test_a_note_keeps_its_own_context_and_the_text_that_it_was_made_on(fresh: Served) -> None:
    words = "Yerevan"
    place = target(fresh, words, nth=2, prefix="lies", suffix="")
    assert add(fresh, place).status == 201
    text = fresh.article()["text"]
    (note,) = [n for n in fresh.layer()["notes"] if n["quote"] == words]
    assert text[slice(*note["span"])] == words
    assert text[: note["span"][0]].rstrip().endswith(note["prefix"])
    assert len(note["prefix"]) >= 64
    assert f"text_hash: {text_hash(text)}" in source(fresh)
    assert read_snapshot(fresh.root / "corpus" / "prague", text_hash(text)) == text


def test_white_space_around_selected_words_is_left_out(fresh: Served) -> None:
    place = target(fresh, " Yerevan accused ")
    note = add(fresh, place).json["note"]
    assert note["quote"] == "Yerevan accused"


def test_words_that_are_not_there_are_refused_with_suggestions(fresh: Served) -> None:
    before = source(fresh)
    place = target(fresh, "Yerevan accused Baku")
    wrong = {**place, "quote": "Yerevan blamed Baku", "text_hash": "t-0000000000000000"}
    answer = add(fresh, wrong)
    assert (answer.status, answer.json["code"]) == (422, "cannot-anchor")
    assert answer.json["suggestions"][0]["text"] == "Yerevan accused Baku"
    assert add(fresh, {"quote": "Nothing like this stands anywhere here"}).json["suggestions"] == []
    assert source(fresh) == before


def test_a_page_that_is_behind_still_finds_its_words(fresh: Served) -> None:
    place = target(fresh, "Nobody else spoke", text_hash="t-0000000000000000", start=3, end=20)
    note = add(fresh, place).json["note"]
    assert note["quote"] == "Nobody else spoke"
    assert fresh.article()["text"][slice(*note["span"])] == "Nobody else spoke"


def test_a_note_may_be_about_the_whole_article(fresh: Served) -> None:
    note = add(fresh, None, "On all of it.").json["note"]
    assert (note["state"], note["span"], note["quote"]) == ("article", None, None)


def test_changing_a_note_leaves_the_others_and_their_comments(fresh: Served) -> None:
    answer = change(fresh, FIRST, body="Better.", kind="context", tags=["a"])
    assert answer.status == 200
    assert (answer.json["note"]["body"], answer.json["note"]["kind"]) == ("Better.", "context")
    assert "# The editors wrote these." in source(fresh)
    assert source(fresh).partition("# About the mayor.")[2] == NOTES.partition("# About the mayor.")[2]
    fresh.wait_for(f"/{DOCNAME}.html", "Better.")


def test_a_note_is_moved_to_other_words(fresh: Served) -> None:
    answer = change(fresh, FIRST, target=target(fresh, "Nobody else spoke"))
    assert answer.json["note"]["quote"] == "Nobody else spoke"
    assert answer.json["note"]["body"] == "First."


def test_a_note_that_is_taken_out_can_be_put_back_with_all_it_had(fresh: Served) -> None:
    change(fresh, FIRST, body="With a date.", tags=["kept"])
    before = [n for n in fresh.layer()["notes"] if n["id"] == FIRST]
    gone = remove(fresh, FIRST)
    assert gone.status == 200
    removed = gone.json["removed"]
    assert (removed["body"], removed["index"]) == ("With a date.", 0)
    assert FIRST not in source(fresh)
    back = add(fresh, None, removed["body"], id=removed["id"], index=removed["index"])
    assert back.status == 201
    assert [n for n in fresh.layer()["notes"] if n["id"] == FIRST] == before
    assert "modified:" in source(fresh)
    assert fresh.layer()["notes"][0]["id"] == FIRST


def test_a_layer_begins_with_its_first_note(fresh: Served) -> None:
    asked = {"docname": DOCNAME, "layer": "week-2", "body": "New.", "target": target(fresh, "Tbilisi"), "id": new_id()}
    info = {"title": "Week 2", "author": "A. Person", "language": "en", "audience": "class"}
    answer = fresh.send("POST", "/_cr/notes", {**asked, "layer_info": info}, If_None_Match="*")
    assert answer.status == 201
    layer = fresh.layer("week-2")
    assert (layer["title"], layer["author"], layer["audience"]) == ("Week 2", "A. Person", "class")
    assert layer["notes"][0]["by"] == "A. Person"
    again = fresh.send("POST", "/_cr/notes", {**asked, "id": new_id()}, If_None_Match="*")
    assert (again.status, again.json["code"]) == (409, "exists")
    assert "choose it" in again.json["error"]
    (fresh.root / "corpus/prague/notes/week-2.yaml").unlink()


@pytest.mark.parametrize(
    "body",
    [
        "colon: # no comment",
        "- dash\n- dash",
        "yes",
        "1:30",
        "  leading",
        "tab\tand\r\nCRLF\u2028line",
        "👩‍🎓 𝔸 é",
        "'\"`|>%@&*!",
    ],
)
def test_a_body_comes_back_as_it_was_sent(fresh: Served, body: str) -> None:
    answer = add(fresh, None, body)
    assert answer.status == 201
    sent = body.replace("\t", "    ").replace("\r\n", "\n").replace("\u2028", "\n")
    told = [n["body"] for n in fresh.layer()["notes"] if n["id"] == answer.json["note"]["id"]]
    assert [" ".join(b.split()) for b in told] == [" ".join(sent.split())]


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"body": "\n \n"}, 422),
        ({"body": ""}, 400),
        ({"kind": "opinion"}, 400),
        ({"tags": "a"}, 400),
        ({"id": "../x"}, 400),
        ({"surprise": 1}, 400),
        ({"docname": "corpus/none/article"}, 404),
        ({"layer": "nobody"}, 404),
    ],
)
def test_what_cannot_be_done_is_told(fresh: Served, changes: dict[str, Any], status: int) -> None:
    assert add(fresh, None, **{"body": "x", **changes}).status == status
    assert source(fresh) == NOTES


def test_a_note_that_is_gone_is_told(fresh: Served) -> None:
    assert change(fresh, "n-ffffffff", body="x").json["code"] == "no-note"
    assert remove(fresh, "n-ffffffff").status == 404


def test_a_broken_layer_is_told_and_left_alone(fresh: Served) -> None:
    broken = NOTES + "  - id: [\n"
    fresh.save(LAYER, broken)
    layer = fresh.layer()
    assert not layer["writable"]
    assert LAYER in layer["problem"]
    assert add(fresh, None).status == 422
    assert source(fresh) == broken


def test_an_orphan_is_told_with_its_reason(fresh: Served) -> None:
    lost = NOTES.replace("The mayor of Yerevan", "The mayor of Gyumri resigned at noon")
    fresh.save(LAYER, lost)
    (note,) = [n for n in fresh.layer()["notes"] if n["id"] == "n-00000002"]
    assert (note["state"], note["span"]) == ("orphan", None)
    assert note["reason"]


def test_script_in_a_note_is_text(fresh: Served) -> None:
    told = fresh.layer()["notes"][1]["html"]
    page = fresh.wait_for(f"/{DOCNAME}.html", "Second")
    preview = fresh.send("POST", "/_cr/preview", {"body": "*Second* <script>alert(1)</script>"}).json["html"]
    for html in (told, preview, page.partition("Second")[2][:200]):
        assert "<script>alert" not in html
    assert told == preview
