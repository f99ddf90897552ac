"""The head of an article's page, and the stub of one that may not be shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from libraries import linker, make_shelf, shown, words
from readers import article

from course_reader.parts.reading.page import fill, stub
from course_reader.parts.reading.values import reading

ONE = "corpus/one/article"


def head(text: str, builder: str = "html") -> Any:
    shelf = make_shelf({f"{ONE}.md": text})
    document = shelf.documents[ONE]
    fill(document, reading(shelf.at(ONE)), shelf.at(ONE), linker(ONE, builder))
    return shown(document.findall(nodes.raw))


def test_it_says_when_where_and_by_whom() -> None:
    tree = head(
        article("T.", title="One", dateline="BAKU", byline="By Jo <Poe>", outlet="Gazette", url="https://example.org/x")
    )
    [source] = words(tree, "//p[@class='head-source']")

    assert source.startswith("1 November 2022, BAKU. By Jo <Poe> in Gazette.")
    assert tree.xpath("//a[@class='head-original']/@href") == ["https://example.org/x"]
    assert tree.xpath("//a[@class='head-before']/@href") == ["before.html"]
    assert words(tree, "//p[@class='reader-kicker']") == ["Article 1 of 1"]


@pytest.mark.parametrize(
    ("keys", "caption"),
    [
        ({"caption": "A & b"}, ["A & b"]),
        ({"caption": "A", "credit": "C"}, ["A (C)"]),
        ({"credit": "C"}, []),
    ],
)
def test_a_picture_is_told_of(keys: dict[str, str], caption: list[str]) -> None:
    found = words(head(article("T.", **keys)), "//p[@class='head-caption']")
    assert [text.split(": ", 1)[1] for text in found] == caption


def test_an_adapted_text_leads_to_what_it_retells() -> None:
    tree = head(article("T.", adapted_from="{url: 'https://example.org/y'}"))
    assert tree.xpath("//a[@class='head-original']/@href") == ["https://example.org/y"]


def test_how_long_it_takes_is_told_if_it_can_be_read() -> None:
    assert "1 minute." in words(head(article("T.")), "//p[@class='head-source']")[0]
    assert "2 minutes." in words(head(article("word " * 360)), "//p[@class='head-source']")[0]
    assert "minute" not in words(head(article("T.").replace("own", "none")), "//p[@class='head-source']")[0]


def test_in_a_book_what_is_read_before_stands_between_head_and_text() -> None:
    shelf = make_shelf({f"{ONE}.md": article("The text.", title="One", before="[Why?]")})
    document = shelf.documents[ONE]
    fill(document, reading(shelf.at(ONE)), shelf.at(ONE), linker(ONE, "epub"))
    section = next(document.findall(nodes.section))
    kinds = [type(child).__name__ for child in section.children]

    assert kinds == ["raw", "title", "raw", "part", "paragraph"]
    assert section[3]["ids"] == ["before"]
    assert "Why?" in section[3].astext()


@pytest.mark.parametrize(("keys", "hrefs"), [({"url": "https://example.org/x"}, ["https://example.org/x"]), ({}, [])])
def test_a_stub_holds_nothing_of_the_text(keys: dict[str, str], hrefs: list[str]) -> None:
    shelf = make_shelf({f"{ONE}.md": article("A secret.\n\n## A secret heading\n\nMore.", title="One", **keys)})
    document = shelf.documents[ONE]
    document += nodes.footnote("", nodes.paragraph("", "A secret note."))
    stub(document, reading(shelf.at(ONE)), shelf.at(ONE), linker(ONE))

    assert "secret" not in document.pformat()
    assert [title.astext() for title in document.findall(nodes.title)] == ["One"]
    assert shown(document.findall(nodes.raw)).xpath("//div[@class='reader-stub']//a/@href") == hrefs


def switch(docname: str, root: Path, **settings: Any) -> Any:
    files = {f"{ONE}.md": article("T."), "corpus/one/b1.md": "T.\n", "corpus/one/c1.md": "T.\n"}
    shelf = make_shelf(files, root, **settings)
    document = shelf.documents[docname]
    fill(document, reading(shelf.at(docname)), shelf.at(docname), linker(docname))
    return shown(document.findall(nodes.raw))


def test_the_texts_of_an_article_are_links_to_each_other(tmp_path: Path) -> None:
    tree = switch(ONE, tmp_path, reader_level="B2")

    [nav] = words(tree, "//nav[@class='reader-levels']")
    assert nav == "Text: original level · easier (B1) · harder (C1)"
    assert tree.xpath("//nav/a/@href") == ["b1.html", "c1.html"]
    assert words(tree, "//nav/*[@aria-current='true']") == ["original level"]


def test_a_text_at_another_level_leads_back_and_has_its_articles_place(tmp_path: Path) -> None:
    tree = switch("corpus/one/b1", tmp_path)

    assert tree.xpath("//nav/a/@href") == ["article.html", "c1.html"]
    assert tree.xpath("//a[@class='head-before']/@href") == ["before.html"]
    assert words(tree, "//p[@class='reader-kicker']") == ["Article 1 of 1"]


def test_an_article_with_one_text_has_no_switch() -> None:
    assert head(article("T.")).xpath("//nav") == []
