"""Bylines with more than names."""

from __future__ import annotations

import pytest

from course_reader.scrape.lines.signed import signed


@pytest.mark.parametrize(
    ("line", "byline", "agency"),
    [
        ("By Lena Marsh@baypost Nov 18, 2019, 11:47am EST", "Lena Marsh", None),
        ("Lena Marsh @baypost", "Lena Marsh", None),
        ("11/19/2019 by Lena Marsh", "Lena Marsh", None),
        ("on March 10, 2015 by Lena Marsh", "Lena Marsh", None),
        ("By Lena Marsh | Bay Media for the Northport Gazette", "Lena Marsh", None),
        ("By Lena Marsh, a deputy editor and author of a letter on boats", "Lena Marsh", None),
        ("Lena Marsh and Ada Quill, Associated Press", "Lena Marsh and Ada Quill", "AP"),
        ("Lena Marsh, Ap National Political Writer", "Lena Marsh", None),
        ("By LENA MARSH March 11, 2015 3:46 PM Good Morning Northport", "LENA MARSH", None),
    ],
)
def test_authors_are_read_out_of_longer_bylines(line: str, byline: str, agency: str | None) -> None:
    found = signed(line)
    assert found is not None
    assert (found.byline, found.agency.name if found.agency else None) == (byline, agency)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, the harbour was open again",
        "By then Lena Marsh, the mayor, had left the town",
        "Neither Lena Marsh nor Ada Quill spoke after the summit preceded by their talks.",
        "Northport, Southport",
        "Lena Marsh, mayor of Northport, opened the pier",
        "Photo: Lena Marsh, AP",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert signed(line) is None
