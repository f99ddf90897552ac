"""Dates as editors write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.model.dates import OPEN, Edtf, covers, in_order, month_year, parse, spell

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31))


@st.composite
def written_dates(draw: st.DrawFn) -> str:
    """A year, a month or a day, perhaps approximate."""
    day = draw(DAYS)
    length = draw(st.sampled_from([4, 7, 10]))
    return day.isoformat()[:length] + draw(st.sampled_from(["", "", "~", "?", "%"]))


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2022", "2022-01-01", "2022-12-31", "2022"),
        (2022, "2022-01-01", "2022-12-31", "2022"),
        ("1994-05", "1994-05-01", "1994-05-31", "May 1994"),
        ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02", "2023-02-01", "2023-02-28", "February 2023"),
        ("2022-10-31", "2022-10-31", "2022-10-31", "31 October 2022"),
        (" 2022-10-31 ", "2022-10-31", "2022-10-31", "31 October 2022"),
        ("1988~", "1988-01-01", "1988-12-31", "about 1988"),
        ("1988-02?", "1988-02-01", "1988-02-29", "about February 1988"),
        ("2020-09-27/2020-11-10", "2020-09-27", "2020-11-10", "27 September 2020 – 10 November 2020"),
        ("1988/1994-05", "1988-01-01", "1994-05-31", "1988 – May 1994"),
        ("0994", "0994-01-01", "0994-12-31", "0994"),
    ],
)
def test_a_date_has_bounds_and_words(text: object, first: str, last: str, words: str) -> None:
    when = parse(text)
    assert (when.first.isoformat(), when.last.isoformat()) == (first, last)
    assert spell(when) == words


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31.10.2022", "'31.10.2022' is not a date; write 2022, 2022-10 or 2022-10-31"),
        ("October 2022", "'October 2022' is not a date; write 2022, 2022-10 or 2022-10-31"),
        ("2022-1-1", "'2022-1-1' is not a date; write 2022, 2022-10 or 2022-10-31"),
        ("", "'' is not a date; write 2022, 2022-10 or 2022-10-31"),
        ("..", "'..' is not a date; write 2022, 2022-10 or 2022-10-31"),
        ("2022/", "'' is not a date; write 2022, 2022-10 or 2022-10-31"),
        ("٢٠٢٢", "'٢٠٢٢' is not a date; write 2022, 2022-10 or 2022-10-31"),
        ("2022-10-31T12:00", "'2022-10-31T12:00' is not a date; write 2022, 2022-10 or 2022-10-31"),
        ("2023-02-29", "'2023-02-29' is not in the calendar"),
        ("2022-13", "'2022-13' is not in the calendar"),
        ("2022-00", "'2022-00' is not in the calendar"),
        ("2022-10-00", "'2022-10-00' is not in the calendar"),
        ("0000", "'0000' is not in the calendar"),
        ("2022/2020", "the interval 2022/2020 ends before it starts"),
        ("2020/2021/2022", "'2021/2022' is not a date; write 2022, 2022-10 or 2022-10-31"),
    ],
)
def test_what_is_no_date_says_so(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=" ") as caught:
        parse(text)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("2022-10-31", False),
        ("1988~", True),
        ("1988?", True),
        ("1988%", True),
        ("1988~/1990", True),
        ("1988/1990", False),
    ],
)
def test_a_sign_after_a_date_marks_it_as_approximate(text: str, approximate: bool) -> None:
    assert parse(text).approximate is approximate


def test_an_open_end_is_written_with_two_dots() -> None:
    assert OPEN == ".."


@given(written_dates())
def test_the_first_day_is_not_after_the_last(text: str) -> None:
    when = parse(text)
    assert when.first <= when.last
    assert when.first in when
    assert when.last in when
    assert str(when) == text


@given(written_dates(), written_dates())
def test_an_interval_spans_both_its_dates_or_is_refused(start: str, end: str) -> None:
    one, two = parse(start), parse(end)
    if two.last < one.first:
        with pytest.raises(ValueError, match="ends before it starts"):
            parse(f"{start}/{end}")
    else:
        both = parse(f"{start}/{end}")
        assert (both.first, both.last) == (one.first, two.last)
        assert both.is_interval


@given(DAYS)
def test_a_shorter_date_holds_the_longer_ones_within_it(day: date) -> None:
    year, month, exact = (parse(day.isoformat()[:length]) for length in (4, 7, 10))
    assert year.first <= month.first <= exact.first <= exact.last <= month.last <= year.last


@given(st.none() | written_dates().map(parse), st.none() | written_dates().map(parse), DAYS)
def test_a_period_that_covers_a_day_is_in_order(start: Edtf | None, end: Edtf | None, day: date) -> None:
    if covers(start, end, day):
        assert in_order(start, end)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    try:
        when = parse(text)
    except ValueError as error:
        assert str(error)
    else:
        assert spell(when)
        assert month_year(when)


@pytest.mark.parametrize(
    ("text", "short", "month"),
    [
        ("2022-10-31", "31 Oct 2022", "October 2022"),
        ("2023-05-25", "25 May 2023", "May 2023"),
        ("2023-04-05", "5 Apr 2023", "April 2023"),
        ("2020-06", "June 2020", "June 2020"),
        ("2020-07-01", "1 July 2020", "July 2020"),
        ("2018", "2018", "2018"),
        ("1988~", "about 1988", "1988"),
        ("2020-09-27/2020-11-10", "27 Sep 2020 – 10 Nov 2020", "September 2020"),
    ],
)
def test_dates_have_short_forms(text: str, short: str, month: str) -> None:
    assert spell(parse(text), short=True) == short
    assert month_year(parse(text)) == month


@pytest.mark.parametrize(
    ("start", "end", "day", "expected"),
    [
        ("2018-05", None, "2018-04-30", False),
        ("2018-05", None, "2018-05-01", True),
        (None, "2018-05", "2018-05-31", True),
        (None, "2018-05", "2018-06-01", False),
        (None, None, "1900-01-01", True),
        ("2018", "2018", "2018-07-01", True),
    ],
)
def test_a_period_covers_both_its_ends(start: str | None, end: str | None, day: str, expected: bool) -> None:
    first, last = (parse(text) if text else None for text in (start, end))
    assert covers(first, last, date.fromisoformat(day)) is expected
