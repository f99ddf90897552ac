"""What happened when: in order of time, in few words, and nothing of what was still to come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import Shelf, make_shelf
from readers import article, entry

from course_reader.model.dates import parse
from course_reader.views.chronology import bounds, dated, in_words, known_by

FILES = {
    "glossary/people/ann.md": entry("Ann Lee", born="1970-01-01"),
    "glossary/events/war.md": entry("War", start="1991-02-20", end="1994-05-12"),
    "glossary/events/fair.md": entry("Fair", start="2021-06-15"),
    "glossary/events/undated.md": entry("Undated"),
    "glossary/agreements/pact.md": entry("Pact", date="2021-06"),
    "corpus/one/article.md": article("Text.", date="2021-06-15", title="One"),
    "corpus/two/article.md": article("Text.", title="Two").replace("date: 2022-11-01\n", ""),
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return make_shelf(FILES)


def test_of_one_day_what_happened_comes_before_what_was_printed(shelf: Shelf) -> None:
    assert [(item.title, item.when) for item in dated(shelf.library)] == [
        ("War", "20 Feb 1991"), ("Pact", "June 2021"), ("Fair", "15 June 2021"), ("One", "15 June 2021"),
    ]  # fmt: skip


def test_what_has_no_page_has_no_place_in_time() -> None:
    shelf = make_shelf(FILES)
    del shelf.domain.entries["glossary/events/fair"]

    assert "Fair" not in {item.title for item in dated(shelf.library)}
    assert "fair" not in known_by(shelf.library, date.max)


def test_a_month_is_known_when_it_is_over(shelf: Shelf) -> None:
    assert "pact" not in known_by(shelf.library, date(2021, 6, 29))
    assert "pact" in known_by(shelf.library, date(2021, 6, 30))


def test_an_end_is_told_only_when_it_has_come(shelf: Shelf) -> None:
    before, after = (known_by(shelf.library, day)["war"] for day in (date(1994, 5, 11), date(1994, 5, 12)))

    assert before.when == "from 20 Feb 1991"
    assert after.when == "20 Feb 1991 – 12 May 1994"


@given(st.dates(date(1990, 1, 1), date(2023, 1, 1)))
def test_whatever_is_known_on_a_day_is_known_ever_after(shelf: Shelf, day: date) -> None:
    known, later = (list(known_by(shelf.library, when)) for when in (day, day + timedelta(1)))

    assert [entry_id for entry_id in later if entry_id in known] == known


@pytest.mark.parametrize(
    ("when", "end", "bounded"),
    [
        ("2021", None, ("2021", None)),
        ("2021/2022", None, ("2021", "2022")),
        ("2021", "2022", ("2021", "2022")),
        ("2021/2022", "2023", ("2021", "2023")),
        ("2021", "2022/2023", ("2021", "2023")),
        ("2021-06-15", "2021-06-15", ("2021-06-15", None)),
        ("2021", "2021-06-15", ("2021", "2021-06-15")),
    ],
)
def test_beginning_and_end_are_dates_without_a_slash(
    when: str, end: str | None, bounded: tuple[str, str | None]
) -> None:
    start, until = bounds(parse(when), parse(end) if end else None)

    assert (start.text, until and until.text) == bounded


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-10-31", None, "31 Oct 2022"),
        ("1988~", None, "about 1988"),
        ("1988-02-27", "1988-02-29", "27–29 Feb 1988"),
        ("2020-09-27", "2020-11-10", "27 Sep – 10 Nov 2020"),
        ("1988-02-20", "1994-05-12", "20 Feb 1988 – 12 May 1994"),
        ("2022-09", "2022-11", "Sep – Nov 2022"),
        ("2022-09", "2024-07-10", "Sep 2022 – 10 July 2024"),
        ("2022", "2022-05", "2022 – May 2022"),
        ("1991", "1994", "1991–1994"),
        ("1991~", "1994", "about 1991 – 1994"),
        ("2022-10-03~", "2022-10-05~", "about 3 Oct 2022 – about 5 Oct 2022"),
    ],
)
def test_a_range_says_nothing_twice(start: str, end: str | None, words: str) -> None:
    assert in_words(parse(start), parse(end) if end else None) == words


@given(st.dates(date(1900, 1, 1)), st.integers(0, 5000))
def test_a_range_names_both_its_ends(first: date, days: int) -> None:
    last = min(first, date.max - timedelta(days)) + timedelta(days)
    start, end = bounds(parse(first.isoformat()), parse(last.isoformat()))
    words = in_words(start, end)

    assert words.startswith(str(first.day))
    assert f"{last.day} " in words
    assert words.endswith(str(last.year))
    assert (words.count(f" {first.year}") == 1) or first.year != last.year
