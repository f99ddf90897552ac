"""Bylines with more than names: a day, a handle, a job, a house, on the same line."""

from __future__ import annotations

import re

from course_reader.scrape.lines import bylines, dates, outlets

#: Longer lines are sentences.
_LONGEST = 170
_LEAD = re.compile(
    r"^(?:(?:written|posted|published|reported|story|words|text|analysis|on|in|updated?)\b[\s,|:\x00-]*)*"
    r"(?:by|von|par|por|di|автор)\b:?\s+(?=\S)",
    re.I,
)
_CLOCK = re.compile(r"\d\d?[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*(?:[A-Z]{2,4}|Z)\b)?|T(?=\s|$)", re.I)
_HANDLE = re.compile(r"\(?@\w{2,30}\)?|\S{1,60}@\S{1,60}\.\w{2,10}")
#: What ends the names.
_ENDS = re.compile(r"\s*(?:[,|@(•·/]|\s[–—-]\s|\x00)\s*")
_AND = re.compile(r"\s+(?:and|und|et|y|e|и|&)\s+", re.I)
#: The name of a house that is printed after names without a comma has fewer words.
_HOUSE = 5
#: Without “by”, only these after the names show that they are a byline.
_BRIEF = 90


def signed(text: str) -> bylines.Byline | None:
    """The authors of a byline that says more; None if the line is anything else.

    >>> signed("By Jane Doe@doe Nov 18, 2019, 11:47am EST").byline
    'Jane Doe'
    >>> signed("11/19/2019 by Jane Doe").byline
    'Jane Doe'
    >>> signed("Jane Doe and John Roe, Associated Press").byline
    'Jane Doe and John Roe'
    >>> signed("Jane Doe and John Roe Associated Press").byline
    'Jane Doe and John Roe'
    >>> signed("By Friday, Jane Doe of Ostraven had left the house.") is None
    True
    """
    if len(text) > _LONGEST or text.endswith((".", "!", "?", ":")):
        return None
    rest, handled = _without_stamps(text)
    lead = _LEAD.match(rest)
    names, tail = _split(rest[lead.end() :] if lead else rest)
    if not names or not all(bylines.is_person(_plain_case(part)) for part in _AND.split(names)):
        return None
    if lead is None and (len(text) > _BRIEF or not (handled or _is_house(tail))):
        return None
    found = [outlet for part in _ENDS.split(tail) if (outlet := outlets.by_name(part)) is not None]
    agency = next((outlet for outlet in found if outlet.agency), None)
    return bylines.Byline(names, agency, next((outlet for outlet in found if not outlet.agency), None))


def _without_stamps(text: str) -> tuple[str, bool]:
    """The line with NUL for each day, time and handle; whether there was a handle."""
    for day in reversed(dates.find_dates(text)):
        text = f"{text[: day.start]}\x00{text[day.end :]}"
    shorn = _HANDLE.sub("\x00", text)
    return _CLOCK.sub("\x00", shorn).strip("\x00 ,|-–—·•"), shorn != text


def _split(text: str) -> tuple[str, str]:
    """The names, and what follows them."""
    match = _ENDS.search(text)
    if match is not None:
        return text[: match.start()].strip(), text[match.end() :].strip("\x00 ,")
    words = text.split()
    for number in range(1, min(_HOUSE, len(words) - 1)):
        house = " ".join(words[-number:])
        if outlets.by_name(house) is not None:
            return " ".join(words[:-number]), house
    return text.strip(), ""


def _is_house(tail: str) -> bool:
    """Whether a job or a house follows the names."""
    first = _ENDS.split(tail)[0] if tail else ""
    return bool(first) and (bylines.is_role(first) or outlets.by_name(first) is not None)


def _plain_case(name: str) -> str:
    return name.title() if name.isupper() else name
