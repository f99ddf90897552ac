"""Notes and hard words on a text at another level: they belong to the article, and have its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from authoring.serving import DOCNAME, FILES, LAYER, Served, new_id, serving

from course_reader.commands.notes.noted_articles import read
from course_reader.files.front_matter import read as front_matter
from course_reader.files.yaml_lines import load

EASY = "corpus/prague/b1"
TEXT = """\
Both sides agreed on a paper in Prague. Then one town blamed the other town.

In Tbilisi people kept quiet.
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of an article that has a text at B1 too."""
    with serving(tmp_path_factory.mktemp("levels"), files={**FILES, f"{EASY}.md": TEXT}) as served:
        yield served


def easy(server: Served) -> Any:
    """What the panel is told of the easier text."""
    return server.get(f"/_cr/article?docname={EASY}").json


def states(told: Any) -> dict[str, tuple[str, int | None]]:
    """The state and paragraph of each note, by its words."""
    return {note["quote"]: (note["state"], note["paragraph"]) for layer in told["layers"] for note in layer["notes"]}


def test_a_note_on_words_of_one_text_is_at_the_same_paragraph_of_the_other(server: Served) -> None:
    text = easy(server)["text"]
    target = {"quote": "one town blamed", "start": text.index("one town"), "end": text.index(" the other town")}
    asked = {"docname": EASY, "layer": "instructor", "id": new_id(), "body": "Which?"}
    target |= {"text_hash": easy(server)["text_hash"]}
    assert server.send("POST", "/_cr/notes", {**asked, "target": target}).status == 201
    note = load((server.root / LAYER).read_text(encoding="utf-8")).value["notes"][-1]
    assert (note["quote"], note["paragraph"], "text_hash" in note) == ("one town blamed", 1, False)
    assert states(easy(server))["one town blamed"] == ("exact", 1)
    assert states(server.article())["one town blamed"] == ("level", 1)
    assert states(easy(server))["The treaty was signed"] == ("level", 1)
    found = {located.note.quote: located for located in read(server.root, []).articles[0].notes}
    assert (found["one town blamed"].state, found["one town blamed"].at_level) == ("level", 1)
    server.wait_for(f"/{EASY}.html", "Which?")
    server.wait_for(f"/{DOCNAME}.html", "Which?")


@pytest.mark.parametrize("words", ["town", "quiet.\n\nx"])
def test_words_that_the_paragraph_has_twice_or_not_at_all_are_refused(server: Served, words: str) -> None:
    before = (server.root / LAYER).read_bytes()
    asked = {"docname": EASY, "layer": "instructor", "id": new_id(), "body": "Which?", "target": {"quote": words}}
    assert server.send("POST", "/_cr/notes", asked).status == 422
    assert (server.root / LAYER).read_bytes() == before


def test_hard_words_go_into_the_article_and_names_are_decided_there(server: Served) -> None:
    assert (
        server.send("POST", "/_cr/words", {"docname": EASY, "word": "blame", "means": "say it was them"}).status == 200
    )
    article = (server.root / f"{DOCNAME}.md").read_text(encoding="utf-8")
    assert front_matter(article).document.value["vocabulary"] == {"blame": "say it was them"}
    told = easy(server)
    place = {
        "start": told["text"].index("Tbilisi"),
        "end": told["text"].index(" people"),
        "text_hash": told["text_hash"],
    }
    said = {"docname": EASY, "entry": "baku", "seen": [], **place}
    answer = server.send("POST", "/_cr/mentions", said, told["etag"])
    assert (answer.status, "article's own text" in answer.json["error"]) == (422, True)
