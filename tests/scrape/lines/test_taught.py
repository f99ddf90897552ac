"""Patterns that an instructor has taught."""

from __future__ import annotations

import pytest

from course_reader.model.outlets.taught import TaughtOutlet
from course_reader.scrape.lines import outlets
from course_reader.scrape.lines.taught import oddities, teaching

COURIER = TaughtOutlet(
    "The Estvik Courier",
    domains=("courier.example",),
    names=("Courier Online",),
    titles=("{title} - Courier Online", "EXCLUSIVE: {title}"),
    bylines=("Text:  {name}", "{name} for the Courier"),
    dates=("Estvik, {day}/{month}/{year}", "Issue of {day} {month} {year}"),
    furniture=("Printed in Estvik by *", "[+] more (of) this?"),
)
NAMED = "copied from courier.example"


def test_only_for_a_text_that_names_the_outlet() -> None:
    with teaching([COURIER], "The ferry sails again."):
        assert not oddities()
    with teaching([COURIER], NAMED):
        assert oddities()
    assert not oddities()


def test_for_a_document_that_has_to_be_opened_all_count() -> None:
    with teaching([COURIER], None):
        assert oddities()


def test_the_outlet_is_known_by_its_names_and_addresses() -> None:
    with teaching([COURIER], NAMED):
        for found in (outlets.by_name("the estvik courier"), outlets.by_url("https://www.courier.example/a")):
            assert found is not None
            assert found.name == "The Estvik Courier"
        assert [one.name for one in outlets.names_in("by Courier Online and Reuters")] == [
            "The Estvik Courier",
            "Reuters",
        ]
    assert outlets.by_name("The Estvik Courier") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Text: Lena Marsh", "Lena Marsh"),
        ("text:   Lena Marsh", "Lena Marsh"),
        ("Lena Marsh for the Courier", "Lena Marsh"),
        ("The text: Lena", None),
    ],
)
def test_a_byline(line: str, name: str | None) -> None:
    with teaching([COURIER], NAMED):
        assert oddities().names_in(line) == name


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Estvik, 5/6/2023", "2023-06-05"),
        ("Estvik, 5/6/23", "2023-06-05"),
        ("Issue of 4 May 2023", "2023-05-04"),
        ("Estvik, 31/2/2023", None),
        ("Estvik, 40/13/2023", None),
    ],
)
def test_a_day(line: str, iso: str | None) -> None:
    with teaching([COURIER], NAMED):
        day = oddities().day_in(line)
        assert (day.iso if day else None) == iso


def test_titles_and_furniture() -> None:
    with teaching([COURIER], NAMED):
        assert oddities().title_in("Ferry Sails Again - Courier Online") == "Ferry Sails Again"
        assert oddities().title_in("Ferry Sails Again") is None
        assert oddities().is_furniture("Printed in Estvik by Bay Press, 4 Quay Street")
        assert oddities().is_furniture("[+] more (of) this?")
        assert not oddities().is_furniture("It was printed in Estvik by hand")
