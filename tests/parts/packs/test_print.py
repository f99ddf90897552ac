"""The front of a printed pack."""

from __future__ import annotations

from typing import Any

from libraries import make_shelf
from printed import pack
from readers import article


def printed(**keys: str) -> dict[str, Any]:
    files = {"corpus/one/article.md": article("T."), "corpus/packs/p.md": pack("one", **keys)}
    found: dict[str, Any] = make_shelf(files).printed("p")[1]
    return found


def test_the_title_page_has_what_is_known_in_lines() -> None:
    full = printed(parts="[title]", course="History", instructor="Dr Who", term="Autumn")["title"]
    bare = printed(parts="[title]")["title"]

    assert full["rows"] == ["History", "Dr Who", "Autumn"]
    assert (bare["rows"], bare["c"]) == ([], [])


def test_the_contents_are_left_to_the_template() -> None:
    assert printed(parts="[contents]") == {"contents": {"t": "contents"}}
