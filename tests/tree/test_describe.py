"""The records in words, as the manual prints them."""

from __future__ import annotations

from typing import Literal, NotRequired

import pytest
from typing_extensions import TypedDict

from course_reader.tree.describe import Description, Key, groups
from course_reader.tree.parts import PARTS
from course_reader.tree.records import Block, Inline, MarginNote


class FigureRow(TypedDict):
    """A figure and what it counts."""

    number: str


class CountryRow(FigureRow):
    """A figure of one country."""

    size: Literal["small", "large"]
    """how large its number is"""


class FiguresPart(TypedDict):
    """Key figures."""

    t: Literal["key-figures"]
    rows: list[CountryRow]
    """the figures"""
    c: list[Block]
    cells: list[list[Inline]]
    note: NotRequired[MarginNote | None]
    share: float


@pytest.fixture(scope="module")
def described() -> dict[str, list[Description]]:
    return groups([*PARTS, FiguresPart])


def test_a_record_is_described_by_its_words(described: dict[str, list[Description]]) -> None:
    *_, part, row = described["parts"]

    assert part == Description(
        "Figures part",
        "tree-figurespart",
        "Key figures.",
        (
            Key("rows", "list of [country rows](#tree-countryrow)", "the figures", True),
            Key("c", "blocks", "", True),
            Key("cells", "list, each item: words", "", True),
            Key("note", "[margin note](#tree-marginnote) or `none`", "", False),
            Key("share", "number", "", True),
        ),
        ("key-figures",),
    )
    assert row == Description(
        "Country row",
        "tree-countryrow",
        "A figure of one country.",
        (Key("number", "text", "", True), Key("size", "`small` or `large`", "how large its number is", True)),
        (),
    )


def test_every_record_is_described_once(described: dict[str, list[Description]]) -> None:
    labels = [record.label for group in described.values() for record in group]

    assert len(labels) == len(set(labels)) > 50


def test_a_key_keeps_the_text_of_the_record_that_it_comes_from(described: dict[str, list[Description]]) -> None:
    article = next(record for record in described["parts"] if record.kinds == ("article",))

    assert next(key.about for key in article.keys if key.name == "running") == "the short title"


def test_every_link_leads_to_a_record(described: dict[str, list[Description]]) -> None:
    records = [record for group in described.values() for record in group]
    labels = {record.label for record in records}
    links = {
        key.type.partition("](#")[2].partition(")")[0] for record in records for key in record.keys if "](#" in key.type
    }

    assert links <= labels
