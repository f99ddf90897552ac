"""Dates as editors write them: the part of EDTF (ISO 8601-2) that a glossary needs.

A date is a year, a month or a day. A `~` or `?` after it marks it as approximate or uncertain, a slash joins two
dates into an interval, and `..` is an open end. Each date covers a first to a last day, so that "1994-05" can be
compared with "1994-05-12".
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from course_reader.speech import say, spoken

_SIMPLE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%])?")

MONTHS = tuple(calendar.month_name)
OPEN = ".."


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval, from its `first` to its `last` day inclusive."""

    #: the date as written
    text: str
    first: date
    last: date
    #: marked with `~`, `?` or `%`
    approximate: bool

    def __str__(self) -> str:
        return self.text

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def is_interval(self) -> bool:
        """Whether the date was written as `start/end`."""
        return "/" in self.text


#: a date as many people write it, which is not an interval: 10/31/2022
_SLASHES = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")


def parse(text: object) -> Edtf:
    """Read one date or interval.

    >>> parse("2022-10").last
    datetime.date(2022, 10, 31)
    >>> parse("1994~").approximate
    True

    Args:
        text: The date as YAML gives it: a string, a number (a year) or a `datetime.date`.

    Raises:
        ValueError: if it is not a date; the message says which form is expected.
    """
    written = str(text).strip()
    start, slash, end = written.partition("/")
    if not slash:
        return _simple(written)
    if _SLASHES.fullmatch(written):
        raise ValueError(f"{written!r} is not a date; write 2022, 2022-10 or 2022-10-31")
    one, two = _simple(start), _simple(end)
    if two.last < one.first:
        raise ValueError(f"the interval {written} ends before it starts")
    return Edtf(written, one.first, two.last, one.approximate or two.approximate)


def _simple(written: str) -> Edtf:
    match = _SIMPLE.fullmatch(written)
    if not match:
        raise ValueError(f"{written!r} is not a date; write 2022, 2022-10 or 2022-10-31")
    year, month, day = (int(part) if part else None for part in match.group(1, 2, 3))
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day)
        if day is not None:
            last = first
        elif month is not None:
            last = first.replace(day=calendar.monthrange(first.year, month)[1])
        else:
            last = first.replace(month=12, day=31)
    except ValueError:
        raise ValueError(f"{written!r} is not in the calendar") from None
    return Edtf(written, first, last, bool(match[4]))


def spell(when: Edtf, *, short: bool = False) -> str:
    """The date in words.

    >>> spell(parse("2022-10-31")), spell(parse("1988~")), spell(parse("2020-09-27/2020-11-10"), short=True)
    ('31 October 2022', 'about 1988', '27 Sep 2020 – 10 Nov 2020')

    Args:
        when: The date or interval.
        short: Whether long names of months are cut to three letters.
    """
    if when.is_interval:
        start, end = (_spell_simple(part, short=short) for part in when.text.split("/"))
        return f"{start} – {end}"
    return _spell_simple(when.text, short=short)


def _spell_simple(written: str, *, short: bool) -> str:
    about = f"{say('about')} " if written.rstrip("~?%") != written else ""
    parts = written.rstrip("~?%").split("-")
    if spoken() != "en" and len(parts) > 1:
        return about + _spell_elsewhere(parts, short=short)
    words = [parts[0]]
    if len(parts) > 1:
        month = MONTHS[int(parts[1])]
        words.insert(0, month[:3] if short and len(month) > 4 else month)
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return about + " ".join(words)


def _spell_elsewhere(parts: list[str], *, short: bool) -> str:
    """A day or a month in the language of the site."""
    from babel.dates import format_date

    year, month, *days = map(int, parts)
    form = "MMM" if short else "MMMM"
    pattern = f"d {form} y" if days else f"{form.replace('M', 'L')} y"
    return str(format_date(date(year, month, days[0] if days else 1), pattern, spoken()))


def month_year(when: Edtf) -> str:
    """The month and year of a date, or of an interval's start; a year stays a year.

    >>> month_year(parse("2022-10-31"))
    'October 2022'
    """
    return _spell_simple(when.text.partition("/")[0].rstrip("~?%")[:7], short=False)


def covers(start: Edtf | None, end: Edtf | None, day: date) -> bool:
    """Whether the period from `start` to `end` includes a day; None is an open end.

    >>> covers(parse("2018-05"), None, date(2022, 10, 31))
    True
    """
    return (start is None or start.first <= day) and (end is None or day <= end.last)


def in_order(start: Edtf | None, end: Edtf | None) -> bool:
    """Whether a period is possible: it does not end before it starts. None is an open end.

    >>> in_order(parse("1994"), parse("1992"))
    False
    """
    return start is None or end is None or start.first <= end.last
