"""Hard words: what the panel writes, and takes back."""

from __future__ import annotations

from typing import Any

import pytest
from authoring.serving import DOCNAME, Served
from readers import article

from course_reader.files.front_matter import read

pytestmark = pytest.mark.xdist_group("names-server")

ARTICLE = f"{DOCNAME}.md"


def send(server: Served, word: str, means: str, **more: Any) -> Any:
    """Say what a word means."""
    return server.send("POST", "/_cr/words", {"docname": DOCNAME, "word": word, "means": means, **more})


def words(server: Served) -> Any:
    """The hard words in the article's file."""
    return read((server.root / ARTICLE).read_text(encoding="utf-8")).document.value.get("vocabulary")


def test_a_word_is_added_changed_and_taken_back(served: Served) -> None:
    kept = article("The treaty was signed. The mayor accused nobody.", vocabulary="{treaty: a contract}  # by hand")
    served.save(ARTICLE, kept)
    served.until(lambda: "accused nobody" in served.article()["text"])
    assert send(served, "treaty", "a pact").json["means"] == "a contract"
    first = send(served, "accuse", "say that somebody did wrong", part="verb").json
    assert words(served)["accuse"] == {"means": "say that somebody did wrong", "part": "verb"}
    assert "# by hand" in (served.root / ARTICLE).read_text(encoding="utf-8")
    second = send(served, "Treaty", "a pact", seen="a contract").json
    assert words(served)["treaty"] == "a pact"
    undo = {"docname": DOCNAME, "done": first["etag"], **{key: first[key] for key in ("word", "was", "now")}}
    assert served.send("POST", "/_cr/words/undo", undo).status == 200
    assert words(served) == {"treaty": "a pact"}
    undo = {"docname": DOCNAME, "done": second["etag"], **{key: second[key] for key in ("word", "was", "now")}}
    assert served.send("POST", "/_cr/words/undo", undo).status == 200
    assert words(served) == {"treaty": "a contract"}
    assert served.send("POST", "/_cr/words/undo", undo).status == 409


@pytest.mark.parametrize(
    ("word", "means", "status"), [("zebra", "an animal", 422), (" ", "x", 422), ("treaty", "", 400)]
)
def test_a_word_that_cannot_be_written_is_told(served: Served, word: str, means: str, status: int) -> None:
    before = (served.root / ARTICLE).read_bytes()
    assert send(served, word, means).status == status
    assert (served.root / ARTICLE).read_bytes() == before
