"""The people of a pack, each with the offices of the days of its articles."""

from __future__ import annotations

from typing import Any

from libraries import make_shelf
from printed import pack
from readers import article, entry

ROLES = "[{title: Clerk, from: 2000, to: 2019}, {title: Mayor, from: 2020}]"
FILES = {
    "glossary/people/ann.md": entry(
        "Ann Lee", "[{to: 2020, text: Old.}, {from: 2021, text: New.}]", sort="'Lee, Ann'", roles=ROLES,
        aliases="[{name: Ann Poe, to: 2018, preferred: true}]",
    ),
    "glossary/people/bo.md": entry("Bo Marsh"),
    "glossary/places/port.md": entry("Port"),
    "corpus/one/article.md": article("Ann Lee in Port.", date="2018-01-01"),
    "corpus/two/article.md": article("Ann Lee and Bo Marsh.", date="2023-01-01"),
    "corpus/three/article.md": article("Nobody.", date="2022-01-01"),
}  # fmt: skip


def rows(*articles: str) -> list[tuple[str, str]]:
    files = {**FILES, "corpus/packs/p.md": pack(*articles, parts="[people]")}
    parts: dict[str, Any] = make_shelf(files).printed("p")[1]
    return [(row["name"], row["text"]) for row in parts["people"]["rows"]] if parts else []


def test_people_are_by_name_each_with_the_offices_of_these_days() -> None:
    assert rows("one", "two") == [
        ("Bo Marsh", "A gloss."), ("Ann Poe", "Clerk since 2000. Mayor since 2020. New."),
    ]  # fmt: skip


def test_an_article_that_does_not_name_somebody_tells_nothing_of_them() -> None:
    assert rows("two", "three") == rows("two")
    assert rows("one") == [("Ann Poe", "Clerk since 2000. Old.")]


def test_articles_that_name_nobody_have_no_such_page() -> None:
    assert rows("three") == []
