"""The ledger by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from libraries import NOWHERE, Shelf, make_shelf
from readers import article, entry

from course_reader.checks.balance import LedgerRow, ledger, problems, side_of, sides_of, table
from course_reader.model.entry import Person, Place

SIDES = ["North: Northern, Northerners", "South: Southern, Southerners"]
TEXT = "Ann Lee said that ten Northerners had died. Bo Marsh said nothing. Ann Lee left."


def shelf(text: str = TEXT, root: Path = NOWHERE) -> Shelf:
    return make_shelf(
        {
            "glossary/people/ann.md": entry("Ann Lee", roles="[{title: Northern mayor}]"),
            "glossary/people/bo.md": entry("Bo Marsh", roles="[{title: Southern mayor}]"),
            "glossary/events/flood.md": entry(
                "Flood",
                casualties="[{figure: two, claimed_by: Southern mayor}, {figure: 3, claimed_by: X, of: Northerners}]",
            ),
            "corpus/one/article.md": article(text),
        },
        root,
        reader_sides=SIDES,
    )


def counts(where: str, what: str) -> dict[str, int]:
    return next(dict(row.counts) for row in ledger(shelf().library) if (row.where, row.what) == (where, what))


def test_people_statements_and_victims_are_counted_by_side() -> None:
    assert counts("one", "people") == {"North": 2, "South": 1}
    assert counts("one", "statements") == {"North": 1, "South": 1}
    assert counts("one", "victims") == {"North": 1, "South": 0}
    assert counts("glossary/events", "victims") == {"North": 1, "South": 1}
    assert counts("glossary/people", "people") == {"North": 1, "South": 1}


def test_a_reader_without_sides_has_no_ledger() -> None:
    assert ledger(make_shelf({"corpus/one/article.md": article(TEXT)}).library) == []
    assert list(table([], (0, 0))) == ["The reader names no sides: set `reader_sides` in conf.py."]


@pytest.mark.parametrize(
    ("north", "south", "uneven"),
    [(10, 10, False), (13, 10, False), (14, 10, True), (2, 0, False), (3, 0, True), (0, 0, False)],
)
def test_a_ratio_counts_from_a_difference_of_three(north: int, south: int, uneven: bool) -> None:
    assert LedgerRow("one", "people", {"North": north, "South": south}).is_uneven is uneven


def test_uneven_counts_without_a_reason_are_told() -> None:
    found = list(problems(shelf("Ann Lee sat. " * 4).library))
    assert [problem.message.split(" (")[0] for problem in found] == ["all: people are uneven", "one: people are uneven"]


def test_an_entry_of_both_sides_or_of_none_has_no_side() -> None:
    sides = sides_of(SIDES)
    assert side_of(Person(name="Ann", gloss="G.", roles=[{"title": "Northern and Southern envoy"}]), sides) is None
    assert side_of(Place(name="Northern Port", gloss="G."), sides) == "North"
    assert side_of(Place(name="Port", gloss="G."), sides) is None


def test_a_reason_for_what_is_even_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    reasons = "# Reasons\none | people -> only she came\none | statements -> nobody asked\n"
    (tmp_path / "docs" / "balance.txt").write_text(reasons, encoding="utf-8")
    found = [problem.message for problem in problems(shelf("Ann Lee sat. " * 4, tmp_path).library)]

    assert found == [
        "there is a reason why statements are uneven in one, but they are even; take the line out",
        "all: people are uneven (North 5, South 1); mend it, or give the reason",
    ]
