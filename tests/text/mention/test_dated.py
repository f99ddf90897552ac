"""Agreements and events by their kind and date."""

from __future__ import annotations

import pytest

from course_reader.text.mention.index import NameIndex
from course_reader.text.mention.names import Name

NAMES = [
    Name("Trilateral statement of 9 November 2020", "first", "agreements"),
    Name("statement of 10 November 2020", "first", "agreements"),
    Name("November 2020 ceasefire", "first", "agreements"),
    Name("trilateral statement of 11 January 2021", "second", "agreements"),
    Name("Graz Protocol", "protocol", "agreements", on=(1998, 3, 2)),
    Name("May 2023 clashes", "clashes", "events"),
]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("the trilateral statement of November 9, 2020 holds", [("trilateral statement of November 9, 2020", "first")]),
        ("the tripartite statement of 9 November 2020", [("tripartite statement of 9 November 2020", "first")]),
        (
            "the trilateral statements of November 9, 2020 and January 11, 2021 hold",
            [("trilateral statements of November 9, 2020", "first"), ("January 11, 2021", "second")],
        ),
        ("the statement signed on 10 November 2020", [("statement signed on 10 November 2020", "first")]),
        ("the November 10, 2020 statement", [("November 10, 2020 statement", "first")]),
        ("the November 2020 truce", [("November 2020 truce", "first")]),
        ("the November 9 statement", [("November 9 statement", "first")]),
        ("the protocol of 2 March 1998", [("protocol of 2 March 1998", "protocol")]),
        ("clashes in May 2023 followed", [("clashes in May 2023", "clashes")]),
        ("the statement of 9 November 2021", []),
        ("the bilateral statement of 9 November 2020", []),
        ("the Turkish statement of 9 November 2020", []),
        ("the treaty of 9 November 2020", []),
        ("on 9 November 2020 it rained", []),
        ("the statement of November", []),
        ("the November statement", []),
        ("the statement of May 2020", []),
    ],
)
def test_a_kind_and_a_date_name_one_text(text: str, links: list[tuple[str, str]]) -> None:
    assert [(m.text, m.entry) for m in NameIndex(NAMES).find(text).mentions] == links


def test_two_texts_of_one_kind_and_day_are_not_guessed() -> None:
    names = [
        Name("Graz statement of 9 May 2020", "one", "agreements"),
        Name("Linz statement of 9 May 2020", "two", "agreements"),
    ]
    found = NameIndex(names)
    assert not found.find("the statement of May 9, 2020").mentions
    assert [m.entry for m in found.find("the Linz statement of May 9, 2020").mentions] == ["two"]
