"""Dates, numbers and names of a text, in one form, so that two texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course_reader.text.prose.sentence import sentences
from course_reader.text.prose.written_dates import written_dates
from course_reader.text.wordlists import DAYS, MONTHS, STARTERS

#: a number in figures: with commas between thousands, with a decimal point, never a part of a word or an address
_NUMBER = re.compile(r"(?<![\w./,-])\d{1,3}(?:,\d{3})+(?!\d|,\d)|(?<![\w./-])\d+(?:\.\d+)?(?![\w/]|\.\d)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_DAY_MONTH = re.compile(
    r"\b\d{1,2}(?:\s*(?:[–-]|and|to|,)\s*\d{1,2})*(?:\s+(?:and|to|–)\s+\d{1,2})?\s+"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b"
)


def dates_in(text: str) -> set[str]:
    """The dates with a year, as ISO days or months; an interval gives both its days."""
    return {day for written in written_dates(text) for day in written.when.text.split("/")}


def day_months_in(text: str) -> set[tuple[int, int]]:
    """The days of all dates, with a year or without, as month and day."""
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    found = set()
    for match in _DAY_MONTH.finditer(text):
        *days, month = re.findall(r"\d+|[A-Z][a-z]+", match.group())
        found |= {(names.index(month[:3].lower()) + 1, int(day)) for day in days}
    return found


def numbers_in(text: str) -> set[str]:
    """The numbers of a text without their commas; those that belong to a day are no numbers."""
    rest = _DAY_MONTH.sub(" ", text)
    return {match.replace(",", "") for match in _NUMBER.findall(rest)}


def names_in(text: str, *, everywhere: bool = False) -> set[str]:
    """The words of a text that are names, as capitals tell, each in its bare form.

    Args:
        text: Any text.
        everywhere: Whether words at the start of a sentence count too.
    """
    found = set()
    for start, end in sentences(text):
        words = _WORD.findall(text[start:end])
        for word in words if everywhere else words[1:]:
            found |= set(_parts(word))
    return found


def _parts(word: str) -> Iterator[str]:
    bare = re.sub(r"[’']s?\Z", "", word)
    for part in bare.split("-"):
        if part[:1].isupper() and not ({part, part.capitalize()} & (STARTERS | DAYS | MONTHS)):
            yield part
