"""Dates in running text: "6 October 2022", "25–26 February 1992", "May 1994"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from course_reader.model.dates import MONTHS, Edtf, parse

_MONTH = "|".join(MONTHS[1:])
_DATE = re.compile(
    rf"\b(?:(?P<first>\d{{1,2}})(?:\s*(?:[–-]|and|to)\s*(?P<last>\d{{1,2}}))?\s+)?(?P<month>{_MONTH})\s+(?P<year>\d{{4}})\b"
    rf"|\b(?P<us_month>{_MONTH})\s+(?P<us_day>\d{{1,2}}),\s+(?P<us_year>\d{{4}})\b"
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text; `start` and `end` count code points."""

    start: int
    end: int
    when: Edtf


def written_dates(text: str) -> Iterator[WrittenDate]:
    """The dates in a text that name a month and a year, in text order; impossible dates are left out.

    >>> [date.when.text for date in written_dates("From May 1994 to 6 October 2022.")]
    ['1994-05', '2022-10-06']
    """
    for found in _DATE.finditer(text):
        month = MONTHS.index(found["month"] or found["us_month"])
        year, first = found["year"] or found["us_year"], found["first"] or found["us_day"]
        written = f"{year}-{month:02d}" + (f"-{int(first):02d}" if first else "")
        if found["last"]:
            written += f"/{year}-{month:02d}-{int(found['last']):02d}"
        try:
            yield WrittenDate(*found.span(), parse(written))
        except ValueError:
            continue
