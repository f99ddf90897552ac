"""Dates in eight languages, in lines, sentences and web addresses."""

from __future__ import annotations

import pytest

from course_reader.scrape.lines import dates


def _isos(text: str) -> list[str | None]:
    return [found.iso for found in dates.find_dates(text)]


@pytest.mark.parametrize(
    "text",
    [
        "May 3, 2023",
        "3 May 2023",
        "3rd of May 2023",
        "Wednesday, 3 May 2023",
        "Wed. May 3 2023",
        "MAY 3, 2023",
        "2023-05-03",
        "2023/5/3",
        "03.05.2023",
        "3 мая 2023",
        "среда, 3 мая 2023 года",
        "3 mai 2023",
        "mercredi 3 mai 2023",
        "3. Mai 2023",
        "Mittwoch, 3. Mai 2023",
        "3 Mayıs 2023",
        "3 May 2023-cü il",
        "3 մայիսի, 2023",
        "2023 թ. մայիսի 3",
    ],
)
def test_the_same_day_in_many_forms(text: str) -> None:
    assert _isos(text) == ["2023-05-03"]


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [("May 3", 5, 3), ("on 12 Sept.", 9, 12), ("3 мая", 5, 3), ("le 1er mars", 3, 1), ("am 1. März", 3, 1)],
)
def test_a_date_without_a_year(text: str, month: int, day: int) -> None:
    (found,) = dates.find_dates(text)
    assert (found.iso, found.year, found.month, found.day) == (None, None, month, day)


@pytest.mark.parametrize(
    "text",
    [
        "no date at all",
        "in May 2023",
        "31 February 2023",
        "13/13/2023",
        "version 3.05.20235",
        "they may 3 times",
        "march 2 miles",
        "May 30% of them agree",
        "dial 12 05 2023",
    ],
)
def test_other_numbers_are_not_dates(text: str) -> None:
    assert _isos(text) == []


def test_dates_come_in_the_order_of_the_text() -> None:
    assert _isos("from 3 May 2023 and 2023-06-01 until July 4, 2023") == ["2023-05-03", "2023-06-01", "2023-07-04"]


@pytest.mark.parametrize(
    ("text", "iso", "other"),
    [
        ("5/6/2023", "2023-06-05", "2023-05-06"),
        ("5-6-2023", "2023-06-05", "2023-05-06"),
        ("25/6/2023", "2023-06-25", None),
        ("6/25/2023", "2023-06-25", None),
        ("6/6/2023", "2023-06-06", None),
        ("5.6.2023", "2023-06-05", None),
    ],
)
def test_the_order_of_day_and_month_is_uncertain_only_if_both_are_possible(
    text: str, iso: str, other: str | None
) -> None:
    (found,) = dates.find_dates(text)
    assert (found.iso, found.certain, found.swapped()) == (iso, other is None, other)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Wednesday, May 3, 2023", True),
        ("Friday, May 3, 2023", False),
        ("May 3, 2023", True),
        ("Friday, May 3", True),
        ("пятница, 5 мая 2023", True),
        ("lundi 5 mai 2023", False),
    ],
)
def test_the_weekday_is_compared_with_the_calendar(text: str, fits: bool) -> None:
    (found,) = dates.find_dates(text)
    assert found.fits_weekday() is fits


def test_a_date_can_be_put_into_another_year_if_the_day_exists() -> None:
    leap, plain = dates.find_dates("February 29 and March 1")
    assert leap.in_year(2023) is None
    moved = plain.in_year(2023)
    assert moved is not None
    assert moved.iso == "2023-03-01"


@pytest.mark.parametrize(
    ("text", "updated"),
    [
        ("Updated May 3, 2023", True),
        ("Last modified on 3 May 2023", True),
        ("Обновлено 3 мая 2023", True),
        ("Aktualisiert am 3. Mai 2023", True),
        ("Published May 3, 2023", False),
    ],
)
def test_a_date_of_the_last_update(text: str, updated: bool) -> None:
    (found,) = dates.find_dates(text)
    assert found.updated is updated


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("May 3, 2023", 1),
        ("Published: Wednesday, May 3, 2023, 14:05 GMT", 1),
        ("First published on Wed 3 May 2023 14.05 BST", 1),
        ("Published May 3, 2023 | Updated May 4, 2023", 2),
        ("Опубликовано: 3 мая 2023 г., 14:05 мск", 1),
        ("Publié le 3 mai 2023 à 14h05", 1),
        ("Veröffentlicht am 3. Mai 2023 um 14.05 Uhr", 1),
        ("03.05.2023, 14:05", 1),
        ("May 3, 2023, in Ostraven", 0),
        ("On May 3, 2023 it rained", 0),
        ("14:05 GMT", 0),
        ("", 0),
        ("May 3, 2023 " + "| " * 100, 0),
    ],
)
def test_a_line_of_nothing_but_dates(text: str, count: int) -> None:
    assert len(dates.whole_line(text)) == count


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://example.org/2023/05/03/bridge", "2023-05-03"),
        ("https://example.org/2023/may/03/bridge", "2023-05-03"),
        ("https://example.org/news/2023-05-03-bridge", "2023-05-03"),
        ("https://example.org/20230503-bridge", "2023-05-03"),
        ("https://example.org/news/bridge-2023", None),
        ("https://example.org/2023/13/45/bridge", None),
        ("https://example.org/id/120230503", None),
    ],
)
def test_the_date_in_a_web_address(url: str, iso: str | None) -> None:
    assert dates.in_url(url) == iso


def test_years_of_news_articles() -> None:
    assert list(dates.years_in("© 1999–2023, since 1889, code 20231")) == [1999, 2023]
