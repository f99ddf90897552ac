"""Who printed an article, as it was on that day, on built pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader

from course_reader.parts.about_source.values import OUTLET_ROWS

STATUS = """
  - {to: 2021-12-31, text: It was printed in Port.}
  - {from: 2022-01-01, to: 2022-12-31, text: It was printed abroad.}
  - {from: 2023-01-01, text: It is forbidden.}"""
ONE = article("Port.", title="One", outlet="The Gazette", agency="Bay News (Port service)")
FILES = {
    "corpus/one/article.md": ONE,
    "corpus/kept/article.md": ONE.replace("status: own", "status: none").replace("title: One", "title: Kept"),
    "corpus/two/article.md": article("Port.", title="Two", outlet="A blog", date="2024-01-01"),
    "glossary/organisations/gazette.md": entry(
        "Gazette", "A paper.", aliases="[The Gazette]", owner="The Lee family.", status=STATUS,
        funding="[{text: Its readers.}, {from: 2030, text: Nobody.}]", naming="{text: It writes “the Bay”.}",
    ),
    "glossary/organisations/bay.md": entry("Bay News", "An agency."),
}  # fmt: skip
PAGE = "corpus/one/article"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    reader = make_reader(tmp_path_factory.mktemp("source"), FILES)
    reader.build()
    assert reader.warnings == []
    return reader


def test_the_outlet_is_told_as_it_was_on_the_day(reader: Reader) -> None:
    rows = reader.texts(PAGE, "//section[@id='about-this-source']//*[self::dt or self::dd or self::p]")
    labels = [label for _, label in OUTLET_ROWS]
    told = ["The Lee family.", "Its readers.", "It was printed abroad.", "It writes “the Bay”."]
    assert rows[:2] == ["Bay News: An agency.", "Gazette: A paper."]
    assert rows[2:10] == [text for row in zip(labels, told, strict=True) for text in row]
    assert rows[10].endswith("more on Gazette.")
    assert "forbidden" not in " ".join(rows)


def test_an_outlet_without_an_entry_is_told_by_its_name(reader: Reader) -> None:
    assert reader.texts("corpus/two/article", "//section[@id='about-this-source']//p")[0] == "In A blog."


def test_an_edit_of_an_outlet_writes_the_articles_it_printed(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, FILES)
    reader.build()
    changed = str(FILES["glossary/organisations/gazette.md"]).replace("The Lee family.", "The Marsh family.")
    reader.write({"glossary/organisations/gazette.md": changed})
    reader.build()
    assert {PAGE, "corpus/kept/article"} <= reader.written
    assert "corpus/two/article" not in reader.written
