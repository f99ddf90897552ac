"""The index of a pack: every name under which an entry can be looked up, with its places."""

from __future__ import annotations

from typing import Any

from libraries import make_shelf
from printed import pack
from readers import article, entry

FILES = {
    "glossary/people/ann.md": entry(
        "Ann Lee", sort="'Lee, Ann'", aliases="[Lee, Nan Poe, {name: Port, metonym: true}, Ann of Port]"
    ),
    "glossary/places/oe.md": entry("Öd"),
    "glossary/places/zed.md": entry("Zed"),
    "corpus/one/article.md": article("Öd and Ann Lee. Ann Lee.", title="One"),
}


def printed(parts: str) -> dict[str, Any]:
    found: dict[str, Any] = make_shelf({**FILES, "corpus/packs/p.md": pack("one", parts=parts)}).printed("p")[1]
    return found


def test_names_are_in_order_and_other_names_lead_to_them() -> None:
    rows = printed("[articles, index]")["index"]["rows"]

    assert [(row["name"], row["see"], len(row["mentions"])) for row in rows] == [
        ("Lee, Ann", None, 2), ("Nan Poe", "Lee, Ann", 0), ("Öd", None, 1),
    ]  # fmt: skip
    assert rows[0]["mentions"] == ["corpus/one/article@1", "corpus/one/article@2"]


def test_without_texts_there_are_no_places_and_no_index() -> None:
    assert "index" not in printed("[index]")
    assert "index" not in printed("[glossary, index]"), "an entry that is met nowhere has no place"
