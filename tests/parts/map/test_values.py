"""What maps show, as values: which places, under which names, and what they were on a day."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import Shelf, make_shelf
from readers import article, entry

from course_reader.maps.extent import Extent
from course_reader.maps.spots import Drawn
from course_reader.parts.map.values import (
    MAP_NOTE,
    MapAsked,
    alone,
    asked_maps,
    extent_of,
    inset,
    maps,
    places_of,
    reach,
    spot,
)

FILES = {
    "glossary/places/northport.md": entry("Northport", coordinates="[54.1, 9.9]", map="capital", country="Bayland"),
    "glossary/places/southport.md": entry(
        "Southport / Zuidhaven", coordinates="[53.4, 10.4]", aliases="[Southport]",
        rival_names="[{name: Southport, used_by: most people}, {name: Zuidhaven, used_by: the north.}]",
        status="[{from: 1990, to: 2021, text: a free town}, {from: 2022, text: part of Bayland}]",
    ),
    "glossary/places/bayland.md": entry("Bayland", coordinates="[53, 9]", country="Bayland"),
    "glossary/places/nowhere.md": entry("Nowhere"),
    "glossary/people/ann.md": entry("Ann Lee"),
    "corpus/old/article.md": article("Southport. Northport; Ann Lee in Nowhere.", "2020-05-01", "Old"),
    "corpus/new/article.md": article("Southport.", "2023-05-01", "New"),
    "corpus/bare/article.md": article("Ann Lee.", "2021-05-01", "Bare"),
    "docs/map.md": "# Map\n",
}  # fmt: skip


RIVALS = "[{name: Shusha (Şuşa), used_by: a}, {name: Shushi or Shusha, used_by: b}]"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return make_shelf(FILES)


def titles(shelf: Shelf, asked: MapAsked) -> list[list[str]]:
    return [[place.title for place in view.places] for view in maps(shelf.library, asked)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (MapAsked(), [["Bayland", "Northport", "Southport / Zuidhaven"]]),
        (MapAsked(places=("northport", "ann", "nowhere", "absent")), [["Northport"]]),
        (MapAsked(article="old"), [["Northport", "Southport / Zuidhaven"]]),
        (MapAsked(article="all"), [["Northport", "Southport / Zuidhaven"], ["Southport / Zuidhaven"]]),
        (MapAsked(article="bare"), []),
        (MapAsked(article="absent"), []),
    ],
)
def test_a_page_gets_the_places_that_it_asks_for(shelf: Shelf, asked: MapAsked, expected: list[list[str]]) -> None:
    assert titles(shelf, asked) == expected


def test_an_article_has_its_places_as_they_were_on_its_day(shelf: Shelf) -> None:
    [old, new] = maps(shelf.library, MapAsked(article="all"))

    assert old.article is not None and (old.article.title, old.article.when) == ("Old", "1 May 2020")
    assert old.places[1].status == "a free town"
    assert new.places[0].status == "part of Bayland"


def test_of_several_articles_the_last_day_counts(shelf: Shelf) -> None:
    pages = [shelf.library.pages[f"corpus/{slug}/article"] for slug in ("new", "old")]
    assert places_of(shelf.library, pages)[1].status == "part of Bayland"


def test_what_is_told_of_a_place_is_in_sentences(shelf: Shelf) -> None:
    north, south = places_of(shelf.library, [shelf.library.pages["corpus/old/article"]])

    assert north.words == "Bayland."
    assert south.words == "Southport: most people. Zuidhaven: the north. A free town."


def test_a_country_does_not_say_that_it_is_in_itself(shelf: Shelf) -> None:
    [[bayland, *_]] = [view.places for view in maps(shelf.library, MapAsked())]

    assert (bayland.status, bayland.words) == ("", "")
    assert bayland.spot.drawn is Drawn.COUNTRY


@pytest.mark.parametrize(
    ("keys", "name", "other"),
    [
        ({}, "Shusha (Şuşa)", ""),
        ({"map": "{name: Shusha}"}, "Shusha", ""),
        ({"rival_names": RIVALS}, "Shusha (Şuşa)", "Shushi"),
        ({"map": "{other: ''}", "rival_names": RIVALS}, "Shusha (Şuşa)", ""),
        ({"map": "{name: A, other: B}"}, "A", "B"),
    ],
)  # fmt: skip
def test_a_spot_has_one_name_or_two(keys: dict[str, str], name: str, other: str) -> None:
    shelf = make_shelf({"glossary/places/x.md": entry("Shusha (Şuşa)", coordinates="[39, 46]", **keys)})
    place: Any = shelf.library.glossary["x"]

    assert (spot("x", place).name, spot("x", place).other) == (name, other)


def test_a_place_without_coordinates_is_no_spot(shelf: Shelf) -> None:
    place: Any = shelf.library.glossary["nowhere"]
    with pytest.raises(ValueError, match="nowhere has no coordinates"):
        spot("nowhere", place)


def test_the_small_map_is_about_its_place(shelf: Shelf) -> None:
    view = inset(shelf.at("glossary/places/northport"))

    assert view is not None
    assert view.place.spot.focus
    assert (view.all_places, view.note) == ("docs/map", MAP_NOTE.default)


@pytest.mark.parametrize("page", ["glossary/places/nowhere", "glossary/people/ann", "corpus/old/article"])
def test_what_is_no_place_with_coordinates_has_no_map(shelf: Shelf, page: str) -> None:
    assert inset(shelf.at(page)) is None


def test_without_a_page_for_all_places_none_is_named() -> None:
    elsewhere = make_shelf(FILES, reader_map="docs/absent", reader_map_note="Mine.")
    view = inset(elsewhere.at("glossary/places/northport"))

    assert view is not None
    assert (view.all_places, view.note) == ("", "Mine.")
    assert asked_maps(elsewhere.library, MapAsked()).note == "Mine."


def test_a_region_is_shown_with_more_around_it_than_a_town(shelf: Shelf) -> None:
    town, country = alone(shelf.library, "northport"), alone(shelf.library, "bayland")

    assert town is not None and country is not None
    assert reach(town.spot) < reach(country.spot)


def test_a_place_without_a_page_leads_nowhere() -> None:
    shelf = make_shelf(FILES)
    del shelf.domain.entries["glossary/places/northport"]

    assert [place.docname for place in maps(shelf.library, MapAsked(places=("northport",)))[0].places] == [""]


def test_an_extent_is_four_numbers_or_none() -> None:
    assert extent_of(MapAsked(extent=(50, 5, 56, 14))) == Extent(50, 5, 56, 14)
    assert extent_of(MapAsked()) is None
