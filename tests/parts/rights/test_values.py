"""What an article says of its rights, as values: its labels, and languages of what it says."""

from __future__ import annotations

from typing import Any

from libraries import make_shelf
from printed import pack
from readers import article

from course_reader.parts.rights.values import end_of


def row(**keys: str) -> Any:
    files = {
        "corpus/one/article.md": article("T.", title="One", **keys),
        "corpus/packs/p.md": pack("one", parts="[articles, rights]"),
    }
    found: dict[str, Any] = make_shelf(files).printed("p")[1]
    return found["rights"]["rows"][0]


def test_pages_are_counted_from_the_beginning_to_the_end_of_the_article() -> None:
    assert (row()["to"], row()["end"]) == ("corpus/one/article", end_of("corpus/one/article"))


def test_the_name_of_an_outlet_in_another_script_has_its_language() -> None:
    assert row(outlet="Газета")["source"] == [{"t": "lang", "lang": "ru", "c": ["Газета"]}]
    assert row(outlet="Gazette", agency="AFP")["source"] == ["AFP / Gazette"]
