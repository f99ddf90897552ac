"""What a timeline shows: what a reader could know, and since when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from libraries import Shelf, make_shelf
from readers import article, entry

from course_reader.model.dates import parse
from course_reader.parts.timeline.values import READINGS, Happening, TimelineAsked, Version, rows

GLOSSES = "[{to: 2021-06-30, text: Not yet.}, {from: 2021-07-01, text: Signed.}]"
FILES = {
    "glossary/people/ann.md": entry("Ann Lee", born="1970"),
    "glossary/events/war.md": entry("War", start="1991-02-20", end="1994-05-12"),
    "glossary/events/fair.md": entry("Fair", start="2021-05"),
    "glossary/events/undated.md": entry("Undated"),
    "glossary/agreements/pact.md": entry(
        "Pact", GLOSSES, date="2021-05-01", aliases="[{name: Paper, to: 2021-12-31, preferred: true}]"
    ),
    "glossary/agreements/letters.md": entry("Letters", date="1993-04/1993-11"),
    "corpus/one/article.md": article("T.", date="2021-05-01", title="One", outlet="Gazette", agency="Bay News"),
    "corpus/undated/article.md": article("T.").replace("date: 2022-11-01\n", ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return make_shelf(FILES)


def asked(kind: str = "all", start: str = "", end: str = "") -> TimelineAsked:
    return TimelineAsked(kind, parse(start) if start else None, parse(end) if end else None)


def row(shelf: Shelf, name: str) -> Happening:
    return next(row for row in rows(shelf.library, asked()) if row.name == name)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (asked(), ["War", "Letters", "Fair", "Pact", "One"]),
        (asked("events"), ["War", "Fair", "One"]),
        (asked("agreements"), ["Letters", "Pact", "One"]),
        (asked(start="1993-12"), ["War", "Fair", "Pact", "One"]),
        (asked(end="1993-03"), ["War"]),
        (asked(start="1994-05-12", end="2021-05-01"), ["War", "Fair", "Pact", "One"]),
        (asked(start="1994-05-13", end="2021-04-30"), []),
    ],
)
def test_rows_touch_the_time_that_is_asked_for(shelf: Shelf, question: TimelineAsked, names: list[str]) -> None:
    assert [row.name for row in rows(shelf.library, question)] == names


def test_a_month_is_known_at_its_end_and_a_reading_at_once(shelf: Shelf) -> None:
    assert row(shelf, "Fair").known == date(2021, 5, 31)
    assert row(shelf, "One").known == date(2021, 5, 1)


def test_a_range_is_known_from_its_first_day_and_ends_with_its_last(shelf: Shelf) -> None:
    war, letters = row(shelf, "War"), row(shelf, "Letters")

    assert (war.known, war.last, war.opened) == (date(1991, 2, 20), date(1994, 5, 12), "from 20 Feb 1991")
    assert (letters.last, letters.opened) == (date(1993, 11, 30), "from Apr 1993")
    assert row(shelf, "Fair").opened == ""


def test_a_row_has_the_latest_name_and_remembers_the_earlier_ones(shelf: Shelf) -> None:
    pact = row(shelf, "Pact")

    assert (pact.text, pact.kind, pact.year) == ("Signed.", "agreements", 2021)
    assert pact.versions == (
        Version(None, "Paper", "Not yet."),
        Version(date(2021, 7, 1), "Paper", "Signed."),
        Version(date(2022, 1, 1), "Pact", "Signed."),
    )
    assert row(shelf, "War").versions == ()


def test_a_reading_says_who_printed_it(shelf: Shelf) -> None:
    one = row(shelf, "One")
    assert (one.kind, one.text, one.docname) == (READINGS, "Bay News / Gazette", "corpus/one/article")


def test_an_entry_without_a_page_is_left_out() -> None:
    shelf: Any = make_shelf(FILES)
    del shelf.domain.entries["glossary/events/war"]

    assert "War" not in [row.name for row in rows(shelf.library, asked())]
