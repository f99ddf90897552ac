"""Entries: found by what people type, and begun in the panel."""

from __future__ import annotations

from typing import Any

import pytest
from authoring.serving import DOCNAME, Served
from authoring.test_names import FIRST, fresh, named

from course_reader.commands.check import check
from course_reader.files.front_matter import read

__all__ = ["fresh"]

# One server for all tests here.
pytestmark = pytest.mark.xdist_group("names-server")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("yer", "yerevan"),
        ("government", "armenian-government"),
        ("ARMENIAN-GOV", "armenian-government"),
        ("tbilisi", "tbilisi"),
    ],
)
def test_entries_are_found_by_what_people_type(fresh: Served, words: str, first: str) -> None:
    found = fresh.get(f"/_cr/entries?q={words}").json["entries"]
    assert found[0]["id"] == first
    assert set(found[0]) == {"id", "kind", "name", "gloss"}


def test_nothing_is_found_of_what_is_not_there(fresh: Served) -> None:
    assert fresh.get("/_cr/entries?q=zzz").json == {"entries": []}
    assert {e["id"] for e in fresh.get("/_cr/entries?q=").json["entries"]} >= {"baku", "yerevan"}


def test_a_new_entry_is_begun_and_check_says_what_it_lacks(fresh: Served) -> None:
    asked = {"kind": "people", "name": "Şəhla “O’Brien” Ögel: a #1", "docname": DOCNAME, "draft": False}
    answer = fresh.send("POST", "/_cr/entries", asked)
    assert answer.status == 201
    made = {"path": "glossary/people/sahla-obrien-ogel-a-1.md", "id": "sahla-obrien-ogel-a-1", "draft": False}
    assert answer.json == made
    path = fresh.root / answer.json["path"]
    assert read(path.read_text(encoding="utf-8")).document.value["name"] == asked["name"]
    wrong = [problem for problem in check(fresh.root) if problem.path == answer.json["path"]]
    assert {str(problem.code) for problem in wrong} <= {"gloss-empty", "never-named", "no-sources", "no-as-of"}
    assert "gloss-empty" in {str(problem.code) for problem in wrong}
    again = fresh.send("POST", "/_cr/entries", asked)
    assert (again.status, again.json["code"]) == (409, "exists")
    path.unlink()


def test_a_new_entry_can_have_a_gloss_and_is_linked_at_once(fresh: Served) -> None:
    asked = {
        "kind": "places",
        "name": "Prague",
        "gloss": "The capital of the Czech Republic.",
        "id": "prague",
        "draft": False,
    }
    assert fresh.send("POST", "/_cr/entries", asked).status == 201
    fresh.until(lambda: named(fresh) == [("Prague", "prague"), *FIRST])
    fresh.wait_for(f"/{DOCNAME}.html", "The capital of the Czech Republic.")
    (fresh.root / "glossary/places/prague.md").unlink()
    fresh.until(lambda: named(fresh) == FIRST)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"kind": "things"}, 400),
        ({"name": ""}, 400),
        ({"name": "本"}, 422),  # gives no id
        ({"id": "../../conf"}, 422),
        ({"id": "A B"}, 422),
        ({"id": "index"}, 422),
        ({"id": "baku"}, 409),
        ({"docname": "index"}, 404),
        ({"dates": {"born": "1990"}}, 422),  # a place is not born
        ({"kind": "people", "dates": {"born": "last year"}}, 422),
        ({"sources": ["two words"]}, 422),
    ],
)
def test_an_entry_that_cannot_be_is_told(fresh: Served, changes: dict[str, Any], status: int) -> None:
    before = fresh.files()
    assert fresh.send("POST", "/_cr/entries", {"kind": "places", "name": "Somewhere", **changes}).status == status
    assert fresh.files() == before


def test_an_entry_is_a_draft_until_it_is_complete(fresh: Served) -> None:
    asked = {
        "kind": "events",
        "name": "The flood",
        "dates": {"start": "1994-05"},
        "gloss": "A flood.",
        "prose": "Rain.",
    }
    answer = fresh.send("POST", "/_cr/entries", asked).json
    assert answer["draft"] is True
    path = fresh.root / answer["path"]
    values = read(path.read_text(encoding="utf-8")).document.value
    assert (values["draft"], values["start"], values["sources"]) == (True, "1994-05", [])
    assert {str(problem.code) for problem in check(fresh.root) if problem.path == answer["path"]} >= {"draft"}
    assert fresh.send("POST", "/_cr/entries", asked).status == 409
    path.unlink()
    complete = fresh.send("POST", "/_cr/entries", {**asked, "name": "The thaw", "sources": ["bbc"]}).json
    assert complete["draft"] is False
    path = fresh.root / complete["path"]
    assert "as_of" in read(path.read_text(encoding="utf-8")).document.value
    path.unlink()
