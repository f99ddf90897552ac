"""The source of an article in print; nothing where nothing is known."""

from __future__ import annotations

from typing import Any

from libraries import make_shelf
from printed import pack
from readers import article, entry

from course_reader.parts.about_source import PART

GAZETTE = {"glossary/organisations/gazette.md": entry("Gazette", "A paper.", owner="The Lees.")}


def below(text: str) -> list[Any]:
    files = {**GAZETTE, "corpus/one/article.md": text, "corpus/packs/p.md": pack("one", parts="[articles]")}
    found: list[Any] = make_shelf(files).printed("p")[1]["article"]["below"]
    return found


def test_outlet_terms_and_address_are_lines() -> None:
    text = article("T.", outlet="Gazette", url="https://example.org/x").replace("own", "own, terms: For class")
    [found] = below(text)

    assert (found["t"], found["title"]) == ("lines", PART.below[0].heading)
    assert found["rows"][0] == [{"t": "strong", "c": ["Gazette"]}, ". A paper."]
    assert found["rows"][1][1] == " The Lees."
    assert found["rows"][2] == ["For class"]
    assert found["rows"][3][1] == {"t": "url", "to": "https://example.org/x", "c": ["https://example.org/x"]}


def test_of_an_article_of_which_nothing_is_known_nothing_is_printed() -> None:
    assert below(article("T.")) == []
