"""The background chapter in a pack, and the links to it below an article."""

from __future__ import annotations

from typing import Any

from libraries import Shelf, make_shelf
from printed import pack
from readers import article, entry

from course_reader.tree.content import walk

FILES = {
    "docs/background.md": """
        ---
        sections: [{anchor: war, years: 1992–1994, short: Two towns fought.}]
        ---

        # The background of all that is told in these pages

        (war)=
        ## The war

        Borg fought.
        """,
    "glossary/places/borg.md": entry("Borg"),
    "corpus/one/article.md": article("Text.", background="[war]"),
}


def shelf_of(parts: str, **files: str) -> Shelf:
    labels = {"war": ("docs/background", "war", "The war")}
    return make_shelf({**FILES, "corpus/packs/p.md": pack("one", parts=parts), **files}, labels=labels)


def test_the_chapter_is_printed_with_its_glosses_and_without_numbers() -> None:
    book, parts = shelf_of("[background]").printed("p")
    chapter: dict[str, Any] = parts["chapter"]

    assert (chapter["label"], chapter["running"]) == ("docs/background", "The background of all that is …")
    assert [item["n"] for item in walk(chapter["c"]) if item.get("t") == "par"] == [None]
    assert [item["note"]["name"] for item in walk(chapter["c"]) if item.get("note")] == ["Borg"]
    assert list(book.mentions) == ["borg"]


def test_a_reader_without_a_chapter_prints_none() -> None:
    files = {"corpus/one/article.md": article("Text."), "corpus/packs/p.md": pack("one", parts="[background]")}
    assert make_shelf(files).printed("p")[1] == {}


def test_a_section_that_is_printed_is_a_page_reference_and_one_that_is_not_is_told_in_short() -> None:
    [without] = shelf_of("[articles]").below("p", "lines")["rows"][:1]
    [with_it] = shelf_of("[articles, background]").below("p", "lines")["rows"][:1]

    assert [item["to"] for item in walk(without) if item.get("t") == "ref"] == ["docs/background#war"]
    assert without[1] == ", 1992–1994. Two towns fought."
    assert with_it[1] == ", 1992–1994."
