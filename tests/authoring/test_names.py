"""“This name is X”, “this is not X” and “a new entry”: what they write, and what a build makes of it."""

from __future__ import annotations

from typing import Any

import pytest
from authoring.serving import BODY, DOCNAME, FILES, Answer, Served
from readers import article, entry

from course_reader.commands.check import check
from course_reader.files.front_matter import read

# One server for all tests here.
pytestmark = pytest.mark.xdist_group("names-server")

ARTICLE = f"{DOCNAME}.md"

#: what the article names at first
FIRST = [
    ("Yerevan", "yerevan"),
    ("Baku", "baku"),
    ("Yerevan", "yerevan"),
    ("Yerevan", "yerevan"),
    ("Tbilisi", "tbilisi"),
]


def say(server: Served, words: str, entry: str, nth: int = 0, etag: str | None = None, **changes: Any) -> Answer:
    """Say what the nth occurrence of some words names."""
    told = server.article()
    start = -1
    for _ in range(nth + 1):
        start = told["text"].index(words, start + 1)
    asked = {"docname": DOCNAME, "start": start, "end": start + len(words), "entry": entry}
    asked |= {"text_hash": told["text_hash"], "seen": told["decisions"], **changes}
    return server.send("POST", "/_cr/mentions", asked, etag or told["etag"])


def lines(server: Served) -> list[dict[str, Any]]:
    """The lines of `mentions` in the article's file."""
    found = read((server.root / ARTICLE).read_text(encoding="utf-8")).document.value.get("mentions")
    return list(found or [])


def named(server: Served) -> list[tuple[str, str]]:
    """The words of the article that name an entry, once all has been built."""
    return [(m["text"], m["entry"]) for m in server.article()["mentions"]]


@pytest.fixture
def fresh(served: Served) -> Served:
    """The server with the article as it was at first."""
    path = served.root / ARTICLE
    before = str(FILES[ARTICLE])
    if path.read_text(encoding="utf-8") != before:
        served.save(ARTICLE, before)
    served.until(lambda: named(served) == FIRST, "the article as it was")
    return served


def test_a_name_is_no_mention_in_one_place_only(fresh: Served) -> None:
    answer = say(fresh, "Yerevan", "none", nth=1)
    assert answer.status == 200
    assert answer.json["line"] == {"text": "Yerevan", "paragraph": 1, "occurrence": 2, "entry": "none"}
    assert lines(fresh) == [answer.json["line"]]
    fresh.until(lambda: named(fresh) == [*FIRST[:2], *FIRST[3:]])
    assert answer.json["etag"] == fresh.article()["etag"]
    assert [problem for problem in check(fresh.root) if problem.path == ARTICLE] == []


def test_two_people_decide_on_the_same_words_and_the_second_is_told(fresh: Served) -> None:
    seen = fresh.article()["decisions"]
    assert say(fresh, "Yerevan", "armenian-government", seen=seen).status == 200
    for other in ("none", "baku"):
        answer = say(fresh, "Yerevan", other, seen=seen)
        assert (answer.status, answer.json["code"]) == (409, "decided")
        decided = answer.json["decided"]
        assert (decided["entry"], decided["name"]) == ("armenian-government", "Armenian government")
    assert [line["entry"] for line in lines(fresh)] == ["armenian-government"]
    # Other words are another matter, and whoever has seen the decision may change it.
    assert say(fresh, "Baku", "none", seen=seen).status == 200
    assert say(fresh, "Yerevan", "none", seen=decided["seen"]).status == 200
    assert [(line["text"], line["entry"]) for line in lines(fresh)] == [("Yerevan", "none"), ("Baku", "none")]


def test_a_decision_against_a_link_is_seen_where_there_was_none(fresh: Served) -> None:
    seen = fresh.article()["decisions"]
    text = str(FILES[ARTICLE]).replace("---\n", "---\nmentions: [{text: mayor, paragraph: 1, entry: none}]\n", 1)
    (fresh.root / ARTICLE).write_text(text, encoding="utf-8")
    answer = say(fresh, "mayor", "baku", seen=seen)
    assert (answer.status, answer.json["decided"]["entry"]) == (409, "none")
    assert say(fresh, "mayor", "baku", seen=answer.json["decided"]["seen"]).status == 200


def test_a_name_means_another_entry(fresh: Served) -> None:
    assert say(fresh, "Yerevan", "armenian-government").json["line"]["occurrence"] == 1
    fresh.until(lambda: named(fresh) == [("Yerevan", "armenian-government"), *FIRST[1:]])


def test_words_that_are_no_name_are_made_one(fresh: Served) -> None:
    answer = say(fresh, "The mayor", "yerevan")
    assert answer.json["line"] == {"text": "The mayor", "paragraph": 1, "entry": "yerevan"}
    fresh.until(lambda: named(fresh) == [*FIRST[:2], ("The mayor", "yerevan"), *FIRST[2:]])


def test_a_second_opinion_replaces_the_first(fresh: Served) -> None:
    say(fresh, "Tbilisi", "none")
    fresh.until(lambda: named(fresh) == FIRST[:-1])
    assert say(fresh, "Tbilisi", "baku").status == 200
    assert lines(fresh) == [{"text": "Tbilisi", "paragraph": 2, "entry": "baku"}]


def test_a_place_may_differ_from_what_is_said_of_the_whole_article(fresh: Served) -> None:
    settled = article(BODY, title="Talks in Prague", mentions="[{text: Yerevan, entry: none}]  # no city")
    fresh.save(ARTICLE, settled)
    fresh.until(lambda: named(fresh) == [FIRST[1], FIRST[4]])
    assert say(fresh, "Yerevan", "yerevan", nth=2).status == 200
    assert lines(fresh) == [
        {"text": "Yerevan", "entry": "none"},
        {"text": "Yerevan", "paragraph": 1, "occurrence": 3, "entry": "yerevan"},
    ]
    assert "# no city" in (fresh.root / ARTICLE).read_text(encoding="utf-8")
    fresh.until(lambda: named(fresh) == [FIRST[1], FIRST[3], FIRST[4]])


def test_all_else_in_the_article_stays(fresh: Served) -> None:
    before = (fresh.root / ARTICLE).read_text(encoding="utf-8")
    say(fresh, "Tbilisi", "none")
    after = (fresh.root / ARTICLE).read_text(encoding="utf-8")
    assert [
        line for line in after.splitlines() if "Tbilisi, p" not in line and line != "mentions:"
    ] == before.splitlines()


@pytest.mark.parametrize(
    ("words", "entry", "changes", "status", "code"),
    [
        ("ere", "yerevan", {}, 422, "cannot-anchor"),  # within a word
        ("Talks in Prague\n\nThe", "yerevan", {}, 422, "cannot-anchor"),
        ("Prague", "yerevan", {}, 422, "cannot-anchor"),  # in the heading
        ("Baku", "nobody", {}, 404, "no-entry"),
        ("Baku", "none", {"text_hash": "t-0000000000000000"}, 422, "cannot-anchor"),
        ("Baku", "none", {"docname": "index"}, 404, "no-article"),
        ("Baku", "none", {"start": -1}, 400, "bad-request"),
        ("Baku", "none", {"etag": '"old"'}, 412, "stale"),
    ],
)
def test_what_cannot_be_said_is_told(
    fresh: Served, words: str, entry: str, changes: dict[str, Any], status: int, code: str
) -> None:
    before = (fresh.root / ARTICLE).read_bytes()
    answer = say(fresh, words, entry, **changes)
    assert (answer.status, answer.json["code"]) == (status, code)
    assert (fresh.root / ARTICLE).read_bytes() == before


def test_a_decision_is_taken_back_to_the_byte(fresh: Served) -> None:
    before = (fresh.root / ARTICLE).read_bytes()
    done = say(fresh, "Yerevan", "none", nth=1).json
    assert done["words"] == "“Yerevan” in paragraph 1 is not linked any more."
    undo = {"docname": DOCNAME, "done": done["etag"], **{key: done[key] for key in ("line", "was", "gone")}}
    assert fresh.send("POST", "/_cr/mentions/undo", undo).status == 200
    assert (fresh.root / ARTICLE).read_bytes() == before
    assert fresh.send("POST", "/_cr/mentions/undo", undo).json["code"] == "decided"


def test_taking_back_leaves_what_others_wrote_since(fresh: Served) -> None:
    first = say(fresh, "Tbilisi", "baku").json
    fresh.until(lambda: ("Tbilisi", "baku") in named(fresh))
    second = say(fresh, "Tbilisi", "none").json
    path = fresh.root / ARTICLE
    path.write_text(path.read_text(encoding="utf-8").replace("Nobody else", "No one else"), encoding="utf-8")
    undo = {"docname": DOCNAME, "done": second["etag"], **{key: second[key] for key in ("line", "was", "gone")}}
    assert fresh.send("POST", "/_cr/mentions/undo", undo).status == 200
    assert lines(fresh) == [first["line"]]
    assert "No one else" in path.read_text(encoding="utf-8")


def test_a_name_is_never_one_in_the_article(fresh: Served) -> None:
    exact = say(fresh, "Yerevan", "armenian-government", nth=1).json
    fresh.until(lambda: ("Yerevan", "armenian-government") in named(fresh))
    done = say(fresh, "Yerevan", "none", nth=1, everywhere=True).json
    assert done["line"] == {"text": "Yerevan", "entry": "none"} and done["gone"] == [exact["line"]]
    assert done["words"] == "“Yerevan” is not linked in this article now (3 places)."
    fresh.until(lambda: named(fresh) == [FIRST[1], FIRST[4]])
    path = fresh.root / ARTICLE
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more.\n", encoding="utf-8")
    undo = {"docname": DOCNAME, "done": done["etag"], **{key: done[key] for key in ("line", "was", "gone")}}
    assert fresh.send("POST", "/_cr/mentions/undo", undo).status == 200
    assert lines(fresh) == [exact["line"]]


def test_a_name_means_another_entry_wherever_it_is(fresh: Served) -> None:
    done = say(fresh, "Yerevan", "armenian-government", nth=2, everywhere=True).json
    assert done["words"] == "“Yerevan” now means Armenian government in the whole article (3 places)."
    fresh.until(lambda: [entry for words, entry in named(fresh) if words == "Yerevan"] == ["armenian-government"] * 3)


def test_the_likeliest_entries_come_first(fresh: Served) -> None:
    text = fresh.article()["text"]

    def meanings(words: str) -> list[tuple[str, str]]:
        start = text.index(words)
        found = fresh.get(f"/_cr/meanings?docname={DOCNAME}&start={start}&end={start + len(words)}").json["entries"]
        return [(row["id"], row["why"]) for row in found]

    assert meanings("Yerevan") == []
    fresh.save("glossary/places/new-baku.md", entry("New Baku", "A suburb."))
    fresh.until(lambda: meanings("Baku") == [("new-baku", "has the same last word")])
    (fresh.root / "glossary/places/new-baku.md").unlink()
    assert fresh.get(f"/_cr/meanings?docname={DOCNAME}&start=-1&end=x").status == 400
    assert fresh.get("/_cr/meanings?docname=index&start=1&end=2").status == 404
