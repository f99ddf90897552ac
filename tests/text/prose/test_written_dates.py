"""Dates in running text."""

from __future__ import annotations

import pytest

from course_reader.text.prose.written_dates import written_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 6 October 2022,", {"6 October 2022": "2022-10-06"}),
        ("25–26 February 1992", {"25–26 February 1992": "1992-02-25/1992-02-26"}),
        ("8 and 9 May 1992", {"8 and 9 May 1992": "1992-05-08/1992-05-09"}),
        ("3 to 12\nJanuary 1919", {"3 to 12\nJanuary 1919": "1919-01-03/1919-01-12"}),
        ("in May 1994 it ended", {"May 1994": "1994-05"}),
        ("June 7, 2026", {"June 7, 2026": "2026-06-07"}),
        ("December 31, 1999 and 1 January 2000", {"December 31, 1999": "1999-12-31", "1 January 2000": "2000-01-01"}),
        ("31 February 2022, then 1 March 2022", {"1 March 2022": "2022-03-01"}),
        ("26–25 May 1992, May 94, 6 october 2022, in 1994", {}),
        ("Maypole 1994, May 19945", {}),
    ],
)
def test_dates_are_read_as_they_are_written(text: str, found: dict[str, str]) -> None:
    assert {text[date.start : date.end]: date.when.text for date in written_dates(text)} == found
