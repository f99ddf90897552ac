"""The map of a pack: the places of its articles, in grey, with words for everything."""

from __future__ import annotations

from typing import Any

from libraries import make_shelf
from printed import pack
from readers import article, entry
from trees import PACK

from course_reader.model.pack import Pack
from course_reader.parts.map.print import picture
from course_reader.parts.map.values import MAP_NOTE, MapAsked, maps

FILES = {
    "glossary/places/northport.md": entry("Northport", coordinates="[54.1, 9.9]", map="capital", country="Bayland"),
    "glossary/places/moor.md": entry("Moor", coordinates="[53.6, 9.5]", map="region"),
    "glossary/places/far.md": entry("Farville", coordinates="[40, -3.7]"),
    "corpus/one/article.md": article("Northport and Moor."),
    "corpus/two/article.md": article("Nobody."),
}


def printed(slug: str, **settings: Any) -> dict[str, Any]:
    files = {**FILES, "corpus/packs/p.md": pack(slug, parts="[map]")}
    found: dict[str, Any] = make_shelf(files, **settings).printed("p")[1]
    return found


def test_it_has_the_places_of_the_articles_and_no_others() -> None:
    part = printed("one")["map"]

    assert [(row["name"], row["text"], row["to"]) for row in part["rows"]] == [
        ("Moor", "", "glossary/places/moor"), ("Northport", "Bayland.", "glossary/places/northport"),
    ]  # fmt: skip
    assert "Farville" not in part["svg"]


def test_its_caption_names_the_symbols_that_are_on_it() -> None:
    part = printed("one", reader_map_note="")["map"]

    assert part["caption"] == "Ring: capital; italics: region."
    assert printed("one")["map"]["caption"].endswith(MAP_NOTE.default)


def test_articles_without_places_have_no_map() -> None:
    assert printed("two") == {}


def test_the_picture_is_grey_and_told_in_words() -> None:
    [view] = maps(make_shelf(FILES).library, MapAsked(places=("northport", "moor")))
    svg, alt = picture(view.places)

    assert "Northport" in alt and "Northport" in svg
    assert "<a " not in svg, "on paper nothing is a link"


def test_it_has_the_shape_that_the_schema_says() -> None:
    part = printed("one")["map"]
    fonts, sizes = {"serif": [], "languages": {}}, {"text": 11.0, "note": 8.0, "small": 9.0}
    meta = {
        "title": "", "running": "", "subtitle": "", "author": "", "keywords": [], "paper": "a4", "sides": "one",
        "edition": "", "colour": False, "numbers": "paragraphs", "notes": "margin",
        "language": "en", "region": "GB", "right_to_left": [], "fonts": fonts, "sizes": sizes, "digits": 2,
    }  # fmt: skip
    assert PACK.validate_python({"meta": meta, "parts": [part], "labels": []})["parts"] == [part]


def test_a_pack_may_have_its_map_in_landscape() -> None:
    assert (printed("one")["map"]["landscape"], Pack(landscape=True).landscape) == (False, True)
