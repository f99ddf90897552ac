"""Pre-reading pages in a pack: one for all of it and one for each article, unless that would be the same twice."""

from __future__ import annotations

from typing import Any, cast

from libraries import PARTS, make_shelf
from printed import pack
from readers import article, entry

from course_reader.tree.book import BEFORE
from course_reader.views.packs import packs

FILES = {
    "glossary/people/ann.md": entry("Ann Lee"),
    "glossary/places/port.md": entry("Port", coordinates="[54.1, 9.9]"),
    "glossary/events/fair.md": entry("Fair", start="2020-06-15"),
    "corpus/one/article.md": article(
        "Ann Lee in Port.", title="One", vocabulary="{irk: {means: to annoy, part: verb}}"
    ),
    "corpus/two/article.md": article("Nobody.", title="Two", date="2023-01-01", before="[Why?]"),
    "corpus/packs/both.md": pack("one", "two", title="Both", parts="[before]"),
    "corpus/packs/alone.md": pack("one", title="Alone", parts="[before]"),
}


def printed(name: str) -> list[dict[str, Any]]:
    shelf = make_shelf(FILES)
    book, _ = shelf.printed(name)
    place = next(place for place in PARTS.in_pack if place.name == "before")
    return cast("list[dict[str, Any]]", list(place.make(book)))


def test_a_pack_has_one_for_all_of_it_and_one_for_each_article() -> None:
    assert [part["label"] for part in printed("both")] == [
        f"{BEFORE}corpus/packs/both", f"{BEFORE}corpus/one/article", f"{BEFORE}corpus/two/article",
    ]  # fmt: skip
    assert [part["label"] for part in printed("alone")] == [f"{BEFORE}corpus/one/article"]
    assert {page.name for page in packs(make_shelf(FILES).library)} == {"both", "alone"}


def test_it_holds_what_the_page_of_the_site_does() -> None:
    _, one, two = printed("both")

    assert [(row["name"], row["text"], row["to"]) for row in one["people"]] == [
        ("Ann Lee", "A gloss.", "glossary/people/ann"),
    ]  # fmt: skip
    assert [row["name"] for row in one["places"]] == ["Port"]
    assert one["dates"] == [{"when": "15 June 2020", "text": "Fair. A gloss.", "to": None, "now": False}]
    assert one["words"] == [{"word": "irk", "part": "verb", "text": "to annoy"}]
    assert two["questions"] == ["Why?"]


def test_an_article_has_its_date_and_a_pack_has_none() -> None:
    assert [part["when"] for part in printed("both")] == ["", "1 November 2022", "1 January 2023"]


def test_the_map_is_grey_and_told_in_words_and_only_where_there_are_places() -> None:
    _, one, two = printed("both")

    assert "Port" in one["map"]["alt"]
    assert "<svg" in one["map"]["svg"]
    assert two["map"] is None
