"""How a pre-reading page is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from libraries import linker, make_shelf, shown, words
from readers import article, entry

from course_reader.parts.prereading.page import body, page
from course_reader.parts.prereading.values import PrereadingView, of_article
from course_reader.views.records import Link

FILES = {
    "glossary/people/ann.md": entry("Ann <Lee>"),
    "glossary/places/port.md": entry("Port", coordinates="[54.1, 9.9]"),
    "glossary/events/fair.md": entry("Fair", start="2020"),
    "corpus/one/article.md": article(
        "Ann &lt;Lee> in Port.", title="One", before="[Who & why?]", vocabulary="{irk: to annoy}"
    ),
}  # fmt: skip
HERE = "corpus/one/before"


@pytest.fixture(scope="module")
def view() -> PrereadingView:
    return of_article(make_shelf(FILES).library, "corpus/one/article")


def test_it_has_a_title_and_leads_to_what_it_is_read_before(view: PrereadingView) -> None:
    title, content = page(view, linker(HERE))
    tree = shown(content)

    assert title.endswith(": One")
    assert words(tree, "//h1") == ["One"]
    assert tree.xpath("//p[@class='prereading-lead']/a/@href") == ["article.html"]
    assert "1 November 2022" in words(tree, "//p[@class='prereading-lead']")[0]
    assert tree.xpath("//p[@class='prereading-readings']") == []


def test_of_a_pack_the_readings_are_listed(view: PrereadingView) -> None:
    readings = (Link("corpus/one/article", "One", "1 Nov 2022"), Link("corpus/two/article", "Two"))
    tree = shown(page(replace(view, of="corpus/packs/p", readings=readings), linker("corpus/packs/p-before"))[1])

    assert words(tree, "//p[@class='prereading-readings']/a") == ["One", "Two"]
    assert "(1 Nov 2022)" in words(tree, "//p[@class='prereading-readings']")[0]


def parts(tree: Any) -> list[str]:
    return [name.removeprefix("prereading-") for name in tree.xpath("//section/@class")]


def test_each_part_has_its_heading(view: PrereadingView) -> None:
    tree = shown(body(view, linker(HERE), "h2"))

    assert parts(tree) == ["people", "places", "questions", "map", "dates", "words"]
    assert len(tree.xpath("//section/h2")) == 6
    assert words(tree, "//section[@class='prereading-people']//*[self::dt or self::dd]") == ["Ann <Lee>", "A gloss."]
    assert words(tree, "//section[@class='prereading-questions']//li") == ["Who & why?"]
    assert words(tree, "//section[@class='prereading-words']//dd") == ["to annoy"], "without paragraphs"
    assert words(tree, "//section[@class='prereading-dates']//li") == ["2020 Fair. A gloss."]


def test_hard_words_may_be_left_out(view: PrereadingView) -> None:
    assert "words" not in parts(shown(body(view, linker(HERE), "h3", words=False)))


def test_what_there_is_nothing_of_takes_no_room(view: PrereadingView) -> None:
    bare = replace(view, people=(), places=(), spots=(), dates=(), questions=(), words=())
    tree = shown(body(bare, linker(HERE), "h2"))

    assert parts(tree) == []
    assert tree.xpath("//div[@class='prereading-column']") == []


def test_names_on_the_map_lead_to_the_places_that_are_listed(view: PrereadingView) -> None:
    with_links, without = (shown(body(view, linker(HERE), "h2")) for view in (view, replace(view, places=())))

    assert with_links.xpath("//svg//a/@href") == ["../../glossary/places/port.html"]
    assert without.xpath("//svg//a") == []


def test_in_a_book_the_map_is_a_file(view: PrereadingView, tmp_path: Path) -> None:
    tree = shown(body(view, linker("corpus/one/article", "epub", tmp_path), "h3"))

    assert tree.xpath("//svg") == []
    [image] = tree.xpath("//figure/img/@src")
    assert (tmp_path / image.removeprefix("../../")).is_file()
