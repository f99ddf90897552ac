"""Dates in running text."""

from __future__ import annotations

from course_reader.text.prose.written_dates import written_dates


def test_dates_are_read_as_they_are_written() -> None:
    text = "On 6 October 2022, on 25–26 February 1992, in May 1994, on June 7, 2026, from 8 and 9 May 1992."
    found = list(written_dates(text))
    assert [date.when.text for date in found] == [
        "2022-10-06",
        "1992-02-25/1992-02-26",
        "1994-05",
        "2026-06-07",
        "1992-05-08/1992-05-09",
    ]
    assert [text[date.start : date.end] for date in found][:2] == ["6 October 2022", "25–26 February 1992"]


def test_dates_that_no_calendar_has_are_left_out() -> None:
    assert list(written_dates("31 February 2022, 26–25 May 1992, May 94")) == []
