"""The types that the scripts are checked with (`messages.d.ts`) name the members of the real messages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from authoring.serving import Served

import course_reader.authoring as authoring
from course_reader.authoring.entries import NewEntry
from course_reader.authoring.mentions import Said, TakenBack
from course_reader.authoring.notes import ChangedNote, NewNote, SelectedWords
from course_reader.authoring.words.hard_words import ExplainedWord, TakenBackWord
from course_reader.model.note import Layer

TYPES = (Path(authoring.__file__).parent / "static" / "messages.d.ts").read_text("utf-8")


def members(name: str) -> set[str]:
    """The members of an interface, with those of the one that it extends."""
    found = re.search(rf"interface {name}(?: extends (?:Partial<)?(\w+)>?)? \{{\n(.*?)\n\}}", TYPES, re.S)
    assert found, f"messages.d.ts has no interface {name}"
    own = set(re.findall(r"^  (\w+)\??:", found[2], re.M))
    return own | (members(found[1]) if found[1] else set())


def test_an_article_has_the_members_of_its_types(closed: Served) -> None:
    told = closed.article()
    assert set(told) == members("Article")
    lists: dict[str, Any] = {
        "Paragraph": told["paragraphs"],
        "Layer": told["layers"],
        "Note": told["layers"][0]["notes"],
        "Mention": told["mentions"],
        "Entry": closed.get("/_cr/entries?q=yerevan").json["entries"],
    }
    for name, rows in lists.items():
        assert [set(row) for row in rows] == [members(name)] * len(rows) != [], name


def test_the_events_have_the_members_of_their_types(closed: Served) -> None:
    name, data = next(closed.events())
    found = re.search(rf"^  {name}: \{{(.*)\}};$", TYPES, re.M)
    assert found
    assert set(data) == set(re.findall(r"(\w+):", found[1]))


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("NewNote", NewNote),
        ("ChangedNote", ChangedNote),
        ("LayerInfo", Layer),
        ("NewMention", Said),
        ("MentionUndone", TakenBack),
        ("HardWord", ExplainedWord),
        ("WordUndone", TakenBackWord),
    ],
)
def test_a_request_has_the_members_that_the_server_takes(name: str, model: Any) -> None:
    # `server.js` adds the name of the document and the layer to each request.
    assert members(name) == set(model.model_fields) - {"docname", "layer"}


def test_what_the_page_sends_of_words_and_entries_is_taken() -> None:
    assert members("Quote") | members("Placed") == set(SelectedWords.model_fields)
    assert members("NewEntry") <= set(NewEntry.model_fields)
