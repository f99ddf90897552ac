"""The glossary of a pack: the entries that its texts name, by kind, each with the places that do."""

from __future__ import annotations

from typing import Any

from libraries import make_shelf
from printed import pack
from readers import article, entry
from trees import BLOCKS

from course_reader.tree.content import walk

FILES = {
    "glossary/people/ann.md": entry("Ann Lee", sort="'Lee, Ann'", prose="She knows Bo Marsh *well*."),
    "glossary/people/bo.md": entry("Bo Marsh", names="{hy: [Ա, Բ], ru: Б}"),
    "glossary/people/zed.md": entry("Zed", prose="Ann Lee knows him."),
    "glossary/places/port.md": entry("Norvik"),
    "corpus/one/article.md": article("Norvik.\n\nBo Marsh and Ann Lee; Ann Lee.", title="One"),
    "corpus/two/article.md": article("Nobody.", title="Two"),
}


def glossary(name: str, parts: str, **more: str) -> dict[str, Any]:
    files = {**FILES, **more, "corpus/packs/p.md": pack(name, parts=parts)}
    found: dict[str, Any] = make_shelf(files).printed("p")[1]
    return found


def test_entries_are_by_kind_and_by_name_with_their_places() -> None:
    part = glossary("one", "[articles, glossary]")["glossary"]

    names = [[entry["name"] for entry in kind["entries"]] for kind in part["kinds"]]
    assert names == [["Bo Marsh", "Ann Lee"], ["Norvik"]], "Lee comes after Bo"
    [_, ann] = part["kinds"][0]["entries"]
    assert ann["mentions"] == [
        {"to": "corpus/one/article@2", "n": 2}, {"to": "corpus/one/article@3", "n": 2},
    ]  # fmt: skip
    assert ann["label"] == "glossary/people/ann"


def test_names_in_other_languages_say_in_which() -> None:
    part = glossary("one", "[articles, glossary]")["glossary"]
    [bo] = [entry for entry in part["kinds"][0]["entries"] if entry["name"] == "Bo Marsh"]

    assert [(name["lang"], name["text"]) for name in bo["names"]] == [("hy", "Ա"), ("hy", "Բ"), ("ru", "Б")]


def test_the_prose_of_an_entry_is_no_place_where_others_are_met() -> None:
    part = glossary("one", "[articles, glossary]")["glossary"]
    [_, ann] = part["kinds"][0]["entries"]
    kinds = {item["t"] for item in walk(ann["c"]) if "t" in item}

    assert "mention" not in kinds
    assert {"plain", "em"} <= kinds, "its words and what is stressed in them are there"
    BLOCKS.validate_python(ann["c"])


def test_a_glossary_alone_serves_the_articles_that_its_pack_lists() -> None:
    parts = glossary("one", "[glossary]")

    assert list(parts) == ["glossary"]
    assert [entry["mentions"] for kind in parts["glossary"]["kinds"] for entry in kind["entries"]] == [[], [], []]


def test_texts_that_name_nobody_have_no_glossary() -> None:
    assert "glossary" not in glossary("two", "[articles, glossary]")
