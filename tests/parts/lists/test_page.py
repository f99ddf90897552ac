"""How lists are written: articles as cards, entries by letter."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from libraries import linker, make_shelf, shown, words

from course_reader.parts.lists.page import (
    cards,
    fill_articles,
    fill_entries,
    plain_articles,
    plain_entries,
    setup,
)
from course_reader.parts.lists.values import ArticlesAsked, Card, EntriesAsked, Listed

CARD = Card("corpus/one/article", "One <b>", "1 Nov 2022", "The Gazette", ("Ann Lee", "Bo Marsh"), 3)
BARE = Card("corpus/two/article", "Two", "", "", (), 1)
AT: Any = make_shelf({}).at("index")


def entries(*names: str) -> tuple[Listed, ...]:
    return tuple(Listed(f"glossary/terms/{name.lower()}", name, f"The {name}", f"Gloss of {name}.") for name in names)


def test_a_card_says_what_is_known() -> None:
    tree = shown(cards([CARD, BARE], linker("index")))

    assert words(tree, "//p[@class='card-when']") == ["1 Nov 2022 · The Gazette · 3 min", "1 min"]
    assert words(tree, "//h3") == ["One <b>", "Two"]
    assert tree.xpath("//h3/a/@href") == ["corpus/one/article.html", "corpus/two/article.html"]
    assert words(tree, "//p[@class='card-people']") == ["With: Ann Lee, Bo Marsh"]


def test_entries_are_grouped_by_letter_with_accents_beside_their_letter() -> None:
    [node] = fill_entries(entries("Zed", "Özil", "oslo", "Ani", "1918"), EntriesAsked(), AT, linker("index"))
    tree = shown(node)

    assert words(tree, "//section/h2") == ["#", "A", "O", "Z"]
    assert words(tree, "//dt") == ["1918", "Ani", "oslo", "Özil", "Zed"]
    assert words(tree, "//dd")[0] == "Gloss of 1918."
    assert tree.xpath("//section/@id") == ["letter-23", "letter-a", "letter-o", "letter-z"]


def test_many_letters_have_links_to_them_and_few_have_none() -> None:
    many, few = (
        shown(fill_entries(entries(*names), EntriesAsked(), AT, linker("index"))[0])
        for names in (("A", "B", "C", "Ա"), ("A", "B", "C"))
    )

    assert many.xpath("//p[@class='reader-letters']/a/@href") == [
        "#letter-a", "#letter-b", "#letter-c", f"#letter-{ord('Ա'):x}",
    ]  # fmt: skip
    assert set(many.xpath("//p/a/@href")) == {"#" + anchor for anchor in many.xpath("//section/@id")}
    assert few.xpath("//p[@class='reader-letters']") == []


def test_other_formats_have_the_names() -> None:
    assert plain_articles((CARD, BARE), ArticlesAsked()).astext().split("\n\n") == ["One <b> (1 Nov 2022)", "Two"]
    assert plain_entries(entries("Zed", "Ani"), EntriesAsked()).astext().split("\n\n") == ["The Ani", "The Zed"]


def test_a_list_of_nothing_is_empty() -> None:
    assert words(shown(fill_articles((), ArticlesAsked(), AT, linker("index"))[0]), "//li") == []
    assert words(shown(fill_entries((), EntriesAsked(), AT, linker("index"))[0]), "//section") == []


def test_both_directives_are_known() -> None:
    known: dict[str, Any] = {}
    app: Any = SimpleNamespace(add_directive=known.__setitem__)
    setup(app)

    assert set(known) == {"article-list", "entry-list"}
