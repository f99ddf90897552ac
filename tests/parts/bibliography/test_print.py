"""The sources of a pack, numbered: what its texts and the entries that they name cite."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import make_shelf, source
from printed import pack
from readers import article, entry

from course_reader.parts.bibliography.print import source_words

FILES = {
    "glossary/people/ann.md": entry("Ann Lee", sources="[war, life]"),
    "glossary/people/bo.md": entry("Bo Marsh", sources="[peace]"),
    "corpus/one/article.md": article("Ann Lee came.", what_happened_next="[{date: 2023, text: So., sources: [later]}]"),
    "corpus/two/article.md": article("Nobody."),
}
KEYS = ("war", "life", "peace", "later")


def printed(name: str, parts: str) -> tuple[Any, dict[str, Any]]:
    return make_shelf({**FILES, "corpus/packs/p.md": pack(name, parts=parts)}, sources=KEYS).printed("p")


def test_what_is_cited_is_numbered_by_author() -> None:
    book, parts = printed("one", "[articles, sources]")
    rows = parts["sources"]["rows"]

    assert [(row["label"], row["n"]) for row in rows] == [
        ("source:later", 1), ("source:life", 2), ("source:war", 3),
    ]  # fmt: skip
    assert book.numbers == {"later": 1, "life": 2, "war": 3}


def test_texts_that_cite_nothing_have_no_list() -> None:
    assert "sources" not in printed("two", "[articles, sources]")[1]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"url": ""}, ["life author: life title, life publisher, 2020."]),
        ({"url": "", "author": "", "publisher": "", "date": ""}, ["life title."]),
        ({"url": "", "author": "P", "publisher": "P"}, ["P: life title, 2020."]),
    ],
)
def test_a_source_says_nothing_twice(fields: dict[str, str], words: list[str]) -> None:
    assert source_words(source("life", **fields)) == words


def test_an_address_is_printed_as_it_is() -> None:
    assert source_words(source("life"))[-1] == {
        "t": "url", "to": "https://example.org/life", "c": ["https://example.org/life"],
    }  # fmt: skip
