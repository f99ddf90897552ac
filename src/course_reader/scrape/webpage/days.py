"""The day that a page shows: elements whose name, class or `itemprop` says that they give a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from course_reader.scrape.lines import dates
from course_reader.scrape.markdown import squeeze
from course_reader.scrape.webpage.places import Head, tokens_of
from course_reader.scrape.words import words

_FIRST = re.compile(r"pubdate|publish|publication|created|posted|entrydate|postdate")
_LATER = re.compile(r"updated?|modified|revised|edited|aktualisiert|datemodified")
_DATE = words("page_dates")
#: Attributes that give a date as machines write it.
_ATTRIBUTES = ("datetime", "content", "title", "data-date", "data-datetime", "data-published", "data-time")
_NEVER = frozenset(["script", "style", "meta", "link", "head", "title", "body", "html", "form", "input", "option"])
#: Longer texts are no stamps.
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A date as a page shows it."""

    day: dates.FoundDate
    text: str
    line: int
    order: int
    #: Whether the element says that it is the day of publication.
    first: bool
    #: Whether it says that it is the day of a later change.
    later: bool
    #: Whether it is a `time` element or one with a date for machines.
    exact: bool


def days_shown(root: etree._Element, head: Head) -> Iterator[ShownDay]:
    """The dates in marked elements, in the order of the page."""
    for order, element in enumerate(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _NEVER:
            continue
        tokens = tokens_of(element)
        prop = (element.get("itemprop") or "").lower()
        if element.tag != "time" and not prop.startswith("date") and not _says_date(tokens):
            continue
        if head.is_elsewhere(element):
            continue
        text, exact = _stamp(element)
        found = [day for day in dates.find_dates(text) if day.iso] if text else []
        if not found:
            continue
        marks = " ".join([prop, *tokens, "pubdate" if element.get("pubdate") is not None else ""])
        day = next((day for day in found if not day.updated), found[0])
        later = bool(_LATER.search(marks)) or day.updated
        first = bool(_FIRST.search(marks)) and not later
        yield ShownDay(day, text, element.sourceline or 1, order, first, later, exact or element.tag == "time")


def _says_date(tokens: tuple[str, ...]) -> bool:
    return len(tokens) <= 40 and any(token in _DATE or token.endswith("date") for token in tokens)


def _stamp(element: etree._Element) -> tuple[str, bool]:
    """The date of an element, and whether it is written for machines."""
    for name in _ATTRIBUTES:
        value = element.get(name) or ""
        if 7 < len(value) < 60 and any(char.isdigit() for char in value) and dates.find_dates(value):
            return squeeze(value), True
    text = squeeze(" ".join(element.itertext()))
    return (text, False) if len(text) <= _LONGEST else ("", False)


def day_of_page(root: etree._Element, head: Head) -> tuple[ShownDay | None, bool]:
    """The day of publication that a page shows, and whether it is sure."""
    found = [one for one in days_shown(root, head) if not one.later]
    if not found:
        return None, False
    near = [one for one in found if head.is_near(one.order)]
    for group in ([one for one in near if one.first], near, [one for one in found if one.first and one.exact]):
        if group:
            return group[0], group is near or len({one.day.iso for one in group}) == 1
    exact = [one for one in found if one.exact] or found
    return exact[0], len({one.day.iso for one in found}) == 1
