"""How a timeline is written: by year for HTML, a list elsewhere."""

from __future__ import annotations

import json
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from libraries import linker, make_shelf, shown, words

from course_reader.parts.timeline.page import TimelineDirective, fill, plain, setup
from course_reader.parts.timeline.values import READINGS, Happening, TimelineAsked, Version

AT: Any = make_shelf({}).at("docs/timeline")


def happening(year: int, kind: str = "events", **fields: Any) -> Happening:
    day = date(year, 6, 15)
    values = {
        "when": f"15 June {year}", "opened": "", "known": day, "last": day, "docname": f"glossary/events/e{year}",
        "name": f"E{year} <b>", "text": "A & b.", "versions": (),
    }  # fmt: skip
    return Happening(kind=kind, year=year, **{**values, **fields})


def tree_of(*rows: Happening, number: int = 0) -> Any:
    return shown(fill(rows, TimelineAsked(number=number), AT, linker("docs/timeline")))


def test_rows_are_below_their_year() -> None:
    tree = tree_of(happening(2020), happening(2020), happening(2022, READINGS))

    assert words(tree, "//section/h2") == ["2020", "2022"]
    assert words(tree, "//li") == ["15 June 2020 E2020 <b> event A & b."] * 2 + [
        "15 June 2022 E2022 <b> reading A & b."
    ]
    assert tree.xpath("//li//a/@href")[0] == "../glossary/events/e2020.html"


@pytest.mark.parametrize(("years", "jumps"), [(3, 0), (4, 4)])
def test_many_years_have_links_to_them(years: int, jumps: int) -> None:
    tree = tree_of(*(happening(2000 + year) for year in range(years)))
    assert len(tree.xpath("//p[@class='reader-letters']/a")) == jumps


def test_a_second_timeline_has_addresses_of_its_own() -> None:
    first, second = tree_of(happening(2020)), tree_of(happening(2020), number=1)
    assert set(first.xpath("//@id")).isdisjoint(second.xpath("//@id"))


def test_the_script_is_told_what_could_be_known() -> None:
    versions = (Version(None, "Old", "a"), Version(date(2021, 1, 1), "New", "b"))
    tree = tree_of(happening(2020, opened="from 15 June 2020", versions=versions), happening(2021, READINGS))
    first, second = tree.xpath("//li")

    assert (first.get("data-known"), first.get("data-last")) == ("2020-06-15", "2020-06-15")
    assert json.loads(first.get("data-versions")) == [["", "Old", "a"], ["2021-01-01", "New", "b"]]
    assert (second.get("data-last"), second.get("data-versions")) == (None, None)
    assert (first.get("data-article"), second.get("data-article")) == (None, "glossary/events/e2021")


def test_a_row_of_which_nothing_more_is_known_has_no_text() -> None:
    assert tree_of(happening(2020, text="")).xpath("//span[@class='gloss-text']") == []


def test_a_timeline_of_nothing_says_the_same_in_every_format() -> None:
    [html] = fill((), TimelineAsked(), AT, linker())
    assert html.astext() == plain((), TimelineAsked()).astext() != ""


def test_other_formats_have_a_line_for_each() -> None:
    text = plain((happening(2020), happening(2022, READINGS, text="")), TimelineAsked()).astext()
    assert text.split("\n\n") == ["15 June 2020: E2020 <b> (event). A & b.", "15 June 2022: E2022 <b> (reading)."]


def test_the_directive_is_known_with_its_options() -> None:
    known: dict[str, Any] = {}
    app: Any = SimpleNamespace(add_directive=known.__setitem__)
    setup(app)

    assert known == {"timeline": TimelineDirective}
    assert TimelineDirective.option_spec["kind"]("events") == "events"
    with pytest.raises(ValueError, match="people"):
        TimelineDirective.option_spec["kind"]("people")
