"""Maps on pages: which places, in which form, with which words, for every builder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from readers import article, entry, make_reader

from course_reader.model.problems import Code

FILES = {
    "glossary/places/northport.md": entry("Northport", coordinates="[54.1, 9.9]", map="capital"),
    "glossary/places/southport.md": entry(
        "Southport / Zuidhaven", coordinates="[53.4, 10.4]", aliases="[Southport, Zuidhaven]",
        rival_names="[{name: Southport, used_by: most people}, {name: Zuidhaven, used_by: the north}]",
        status="[{from: 1990, to: 2021, text: a free town}, {from: 2022, to: .., text: part of Bayland}]",
    ),
    "glossary/places/farville.md": entry("Farville", coordinates="[40.0, -3.7]", map="{name: Far, other: Verre}"),
    "glossary/places/nowhere.md": entry("Nowhere"),
    "corpus/old/article.md": article("Northport and Southport agreed.", "2020-05-01", "An old article"),
    "corpus/new/article.md": article("Farville and Southport agreed. Nowhere did not.", "2023-05-01", "A new article"),
}  # fmt: skip


def page(directive: str) -> dict[str, str]:
    return FILES | {"docs/map.md": f"# Map\n\n```{{place-map}}\n{directive}\n```\n"}


def links(reader: Any, docname: str = "docs/map") -> set[str]:
    return set(reader.page(docname).xpath("//div[@class='map-wide']//a/@aria-label"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Any:
    reader = make_reader(tmp_path_factory.mktemp("whole"), page("Where they lie."))
    reader.build()
    return reader


def test_a_map_shows_all_places_with_coordinates(whole: Any) -> None:
    assert whole.warnings == []
    assert links(whole) == {"Northport", "Southport / Zuidhaven", "Far / Verre"}
    hrefs = whole.page("docs/map").xpath("//div[@class='map-wide']//a/@href")
    assert sorted(hrefs) == [f"../glossary/places/{name}.html" for name in ("farville", "northport", "southport")]


def test_a_map_has_a_drawing_for_each_width_and_ids_of_their_own(whole: Any) -> None:
    tree = whole.page("docs/map")
    boxes = tree.xpath("//figure//svg[@viewbox]/@viewbox | //figure//svg[@viewBox]/@viewBox")
    widths = [box.split()[2] for box in boxes if box != "0 0 14 14"]
    assert widths == ["720", "360"]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_caption_stands_below_with_symbols_and_what_lines_mean(whole: Any) -> None:
    caption = whole.texts("docs/map", "//figcaption")[0]
    assert caption.startswith("capital town Where they lie. Boundaries are from Natural Earth")


def test_symbols_in_the_legend_need_no_stylesheet(whole: Any) -> None:
    icons = whole.page("docs/map").xpath("//p[@class='map-legend']//svg/*")
    assert [icon.tag for icon in icons] == ["circle", "circle", "circle"]
    assert all(icon.get("fill") and icon.get("stroke") for icon in icons)


def test_places_are_listed_with_their_names_and_what_they_are(whole: Any) -> None:
    assert whole.texts("docs/map", "//dt") == ["Far / Verre", "Northport", "Southport / Zuidhaven"]
    assert whole.texts("docs/map", "//dd")[2] == "Southport: most people. Zuidhaven: the north. Part of Bayland."


def test_the_page_of_a_place_has_a_small_map_of_it(whole: Any) -> None:
    title = whole.texts("glossary/places/southport", "//figure//title")
    assert title == ["Map of Southport"]
    assert whole.texts("glossary/places/southport", "//figcaption//a") == ["All places on one map"]
    assert whole.page("glossary/places/nowhere").xpath("//figure") == []


def test_an_article_shows_only_what_it_names_as_it_was_that_day(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, page(":article: old"))
    reader.build()
    assert reader.warnings == []
    assert links(reader) == {"Northport", "Southport / Zuidhaven"}
    assert "A free town." in reader.texts("docs/map", "//dd")[1]


def test_each_article_can_have_a_map(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, page(":article: all\n:size: text"))
    reader.build()
    heads = ["An old article, 1 May 2020", "A new article, 1 May 2023"]
    assert reader.texts("docs/map", "//h3[@class='map-article']") == heads
    assert len(reader.page("docs/map").xpath("//figure")) == 2


def test_chosen_places_and_a_chosen_stretch(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, page(":places: northport farville\n:extent: 50 5 56 14\n:no-second:"))
    reader.build()
    assert reader.warnings == []
    assert links(reader) == {"Northport"}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (":extent: 50 5 56", "give four numbers, in degrees: south, west, north, east"),
        (":extent: 56 5 50 14", "the smaller first"),
        (":size: huge", '"huge" unknown; choose from "full", "text", or "small"'),
        (":places: northport\n:article: old", "a map shows `places` or those of an `article`, not both"),
        (":places: nowhere", "the map names 'nowhere', which has no `coordinates`"),
        (":places: elsewhere", "the map names 'elsewhere', which is not an entry"),
        (":article: older", "the map names 'older', which is not an article"),
    ],
)
def test_what_cannot_be_drawn_is_told_with_its_line(tmp_path: Path, options: str, words: str) -> None:
    reader = make_reader(tmp_path, page(options))
    reader.build("dummy")
    assert len(reader.warnings) == 1
    # Sphinx 8 doubles the ending; the project's own commands mend that.
    assert re.match(r"docs/map(?:\.md)+:[34]: ", reader.warnings[0])
    assert words in reader.warnings[0]


def test_coordinates_off_the_globe_are_a_problem_of_the_entry(tmp_path: Path) -> None:
    wrong = {"glossary/places/odd.md": entry("Odd", coordinates="[91, 10]")}
    reader = make_reader(tmp_path, page("") | wrong)
    reader.build("dummy")
    assert [line.partition(": ")[0] for line in reader.warnings] == ["glossary/places/odd.md:4"]


def test_names_without_room_are_told(tmp_path: Path) -> None:
    crowd = {
        f"glossary/places/p{i}.md": entry(f"{'A long name of a place ' * 3}{i}", coordinates=f"[50.{i:02}, 9.9]")
        for i in range(12)
    }
    reader = make_reader(tmp_path, FILES | crowd | {"docs/map.md": "# Map\n\n```{place-map}\n```\n"})
    reader.build()
    assert [line for line in reader.warnings if f"[reader.{Code.MAP_CROWDED}]" in line] == reader.warnings != []
    assert "docs/map.md:3: WARNING: the narrow map has no room for the names of p" in reader.warnings[0]


def test_a_map_is_drawn_anew_when_a_place_moves(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, page(""))
    reader.build()
    reader.build()
    assert "docs/map" not in reader.written
    moved = FILES["glossary/places/northport.md"].replace("54.1", "54.6")
    reader.write({"glossary/places/northport.md": moved})
    reader.build()
    assert {"docs/map", "glossary/places/northport"} <= reader.written
    assert "docs/map" not in reader.read


def test_an_e_book_has_a_picture_with_words(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, page(""), conf="version = '1'\nepub_show_urls = 'no'")
    out = reader.build("epub")
    tree = etree.parse(out / "docs" / "map.xhtml")
    image = tree.find(".//{*}figure/{*}img")
    assert image.get("alt").startswith("Map of Northport and Southport. Countries on it: ")
    assert etree.parse(out / "docs" / image.get("src")).getroot().tag.endswith("svg")
    assert tree.find(".//{*}svg") is None
    assert "ring: capital" in "".join(tree.find(".//{*}figcaption").itertext())
    assert "<a " not in (out / "docs" / image.get("src")).read_text(encoding="utf-8")


def test_plain_text_has_the_words_of_the_map(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, page(""))
    text = (reader.build("text") / "docs" / "map.txt").read_text(encoding="utf-8")
    assert "Map of Northport and Southport." in " ".join(text.split())
    assert "Southport (Zuidhaven) about" in " ".join(text.split())
