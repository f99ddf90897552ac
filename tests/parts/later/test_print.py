"""Later events in print: dates below the text, and their sources in the book's list."""

from __future__ import annotations

from libraries import make_shelf
from printed import pack
from readers import article

from course_reader.parts.later import PART

FILES = {
    "corpus/one/article.md": article("T.", what_happened_next="[{date: 2023, text: It rained., sources: [war, war]}]"),
    "corpus/packs/p.md": pack("one", parts="[articles, sources]"),
}


def test_events_are_lines_of_a_timeline() -> None:
    found = make_shelf(FILES, sources=["war"]).below("p", "dates")

    assert found["title"] == PART.below[0].heading
    assert found["hint"]
    assert found["rows"] == [{"when": "2023", "text": "It rained.", "to": None, "now": False}]


def test_what_they_cite_is_in_the_list_of_sources() -> None:
    book, parts = make_shelf(FILES, sources=["war", "peace"]).printed("p")

    assert list(book.cited) == ["war"]
    assert [row["label"] for row in parts["sources"]["rows"]] == ["source:war"]
