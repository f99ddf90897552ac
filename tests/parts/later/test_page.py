"""How later events are written: apart from the text, each with what it rests on."""

from __future__ import annotations

from libraries import linker, shown, source, words

from course_reader.parts.later.page import page
from course_reader.parts.later.values import LaterView


def test_dates_come_below_a_warning() -> None:
    tree = shown(page((LaterView("2023", "A <b>.", ()),), linker()))

    assert [element.tag for element in tree] == ["p", "ol"]
    assert words(tree, "//li") == ["2023 A <b>."]
    assert tree.xpath("//*[@class='what-source']") == []


def test_a_source_is_named_by_whoever_published_it() -> None:
    sources = (
        source("one"), source("two", publisher="", url=""), source("three", publisher="", author="", url=""),
    )  # fmt: skip
    tree = shown(page((LaterView("2023", "Text.", sources),), linker()))

    assert words(tree, "//*[@class='what-source']") == ["(one publisher; two author; three title)"]
    assert tree.xpath("//*[@class='what-source']/a/@href") == ["https://example.org/one"]
