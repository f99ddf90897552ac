"""How a map is written: a picture with links for HTML, a file for a book, a list in words everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from libraries import Shelf, linker, make_shelf, shown, words
from readers import article, entry

from course_reader.parts.map.page import drawn, fill, legend, listed, pictures, plain, small
from course_reader.parts.map.values import MapAsked, asked_maps, inset, maps

FILES = {
    "glossary/places/northport.md": entry("Northport", coordinates="[54.1, 9.9]", map="capital"),
    "glossary/places/southport.md": entry("Southport <b>", coordinates="[53.4, 10.4]", country="Bayland"),
    "glossary/places/moor.md": entry("Moor", coordinates="[53.6, 9.5]", map="region"),
    "corpus/one/article.md": article("Northport.", title="One"),
    "docs/map.md": "# Map\n",
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return make_shelf(FILES)


def tree_of(shelf: Shelf, asked: MapAsked, **more: Any) -> Any:
    at = shelf.at("corpus/one/article")
    return shown(fill(asked_maps(shelf.library, asked), asked, at, linker("docs/map", **more)))


@pytest.fixture(scope="module")
def whole(shelf: Shelf) -> Any:
    return tree_of(shelf, MapAsked(caption="A & b"))


def test_a_map_has_a_wide_and_a_narrow_picture_whose_names_are_links(whole: Any) -> None:
    assert len(whole.xpath("//div[@class='map-wide' or @class='map-narrow']/svg")) == 2
    assert set(whole.xpath("//div[@class='map-wide']//a/@href")) == {
        f"../glossary/places/{name}.html" for name in ("northport", "southport", "moor")
    }
    ids = whole.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_caption_is_what_the_page_says_and_what_the_lines_mean(shelf: Shelf, whole: Any) -> None:
    note = asked_maps(shelf.library, MapAsked()).note
    assert words(whole, "//figcaption/p[not(@class)]") == ["A & b", note]


def test_the_places_are_listed_in_words(whole: Any) -> None:
    assert words(whole, "//dt") == ["Moor", "Northport", "Southport <b>"]
    assert words(whole, "//dd") == ["", "", "Bayland."]


@pytest.mark.parametrize(("number", "size", "notes"), [(0, "full", 1), (1, "full", 0), (0, "small", 0)])
def test_what_lines_mean_is_said_once_on_a_page(shelf: Shelf, number: int, size: str, notes: int) -> None:
    tree = tree_of(shelf, MapAsked(places=("moor",), number=number, size=size))
    assert len(tree.xpath("//figcaption/p[not(@class)]")) == notes


def test_a_format_without_pictures_has_the_map_in_words(shelf: Shelf) -> None:
    asked = MapAsked(article="all")
    text = plain(asked_maps(shelf.library, asked), asked).astext()

    assert "Northport" in text
    assert "Moor" not in text, "the article does not name it"


def test_a_map_for_each_article_has_the_article_above_it(shelf: Shelf) -> None:
    tree = tree_of(shelf, MapAsked(article="all"))
    assert words(tree, "//h3[@class='map-article']") == ["One, 1 November 2022"]
    assert tree.xpath("//h3/a/@href") == ["../corpus/one/article.html"]


def test_a_map_of_nothing_says_so_unless_a_stretch_is_asked_for(shelf: Shelf) -> None:
    nothing = MapAsked(places=("absent",))
    [said] = fill(asked_maps(shelf.library, nothing), nothing, shelf.at("docs/map"), linker("docs/map"))

    assert said.astext() == plain(asked_maps(shelf.library, nothing), nothing).astext() != ""
    assert tree_of(shelf, MapAsked(places=("absent",), extent=(50, 5, 56, 14))).xpath("//figure")


def test_in_a_book_the_picture_is_a_file_without_links(shelf: Shelf, tmp_path: Path) -> None:
    tree = tree_of(shelf, MapAsked(), builder="epub", outdir=tmp_path)
    [image] = tree.xpath("//figure/img")

    assert tree.xpath("//svg") == []
    file = tmp_path / image.get("src").removeprefix("../")
    assert "<a " not in file.read_text(encoding="utf-8")
    assert "Northport" in image.get("alt")


def test_two_maps_of_a_book_are_two_files(shelf: Shelf, tmp_path: Path) -> None:
    [view] = maps(shelf.library, MapAsked())
    book = linker("docs/map", "epub", tmp_path)
    for key in ("map-1-1", "map-2-1", "map-1-1"):
        pictures(drawn(view.places, book, key, size="small"), book, key)

    assert len(list((tmp_path / "_images").iterdir())) == 2


def test_the_legend_has_the_symbols_that_are_on_the_map(shelf: Shelf) -> None:
    [view] = maps(shelf.library, MapAsked())
    places = {place.spot.id: place for place in view.places}

    assert words(shown(legend(view.places)), "//*[@class='map-key']") == ["capital", "town", "Italics region"]
    assert words(shown(legend([places["southport"]], drawn=False)), "//*[@class='map-key']") == ["dot: town"]
    assert legend([]) == ""


def test_a_place_without_a_page_is_listed_without_a_link() -> None:
    shelf = make_shelf(FILES)
    del shelf.domain.entries["glossary/places/moor"]
    [view] = maps(shelf.library, MapAsked(places=("moor",)))

    assert shown(listed(view.places, linker())).xpath("//dt/a") == []


def test_the_small_map_leads_to_the_large_one(shelf: Shelf) -> None:
    view = inset(shelf.at("glossary/places/northport"))
    assert view is not None
    tree = shown(small(view, linker("glossary/places/northport")))

    assert tree.xpath("//figcaption//a/@href") == ["../../docs/map.html"]
    assert tree.xpath("//svg//a") == [], "a map about a place does not lead to it"
