"""Datelines at the start of a paragraph, with place, date and agency: ``SOCHI (Azatutyun) —``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course_reader.scrape.lines import dates, outlets
from course_reader.scrape.words import words

_SEPARATOR = re.compile(
    r"\s*(?:—|–|―|--+)\s*|(?<=[A-ZА-ЯÀ-Þ])\s?:\s+(?=[\"“„«'‘]?[A-ZА-ЯÀ-Þ])|\s+-\s+|\)\s*[:.]\s+|/\.?\s+(?=\S)|(?<=\))-\s*|(?<=[^\W\d_])\.\s+|(?<=\d)\.\s+"
)
_AGENCY_BRACKETS = re.compile(r"\s*(?:\(([^()]{2,60})\)?|/([^/]{2,40})/\.?)\s*$")
_TRAILING = re.compile(r"[,.]\s*([^,.]{2,30}(?:\.\w{2})?)\s*\.?\s*$")
_PLACE_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’ʻ-])*")
_CLOCK = re.compile(r"\d\d?[:.]\d\d(?!\d)")
_NOT_PLACES = words("not_places")
_LOWER_OK = frozenset(
    ["de", "la", "le", "del", "di", "da", "upon", "on", "of", "the", "and", "am", "sur", "in", "an", "der"]
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline, separated from its paragraph."""

    place: str | None
    #: The agency as printed, or None.
    agency: str | None
    day: dates.FoundDate | None
    #: The text of the dateline, including its separator.
    printed: str
    rest: str


def parse(text: str, *, alone: bool = False) -> Dateline | None:
    """The dateline at the start of a paragraph; with *alone*, the line must contain nothing else.

    >>> found = parse("OSTRAVEN, May 3 (Reuters) - The bridge is open again.")
    >>> found.place, found.agency, found.rest
    ('Ostraven', 'Reuters', 'The bridge is open again.')
    """
    head = text[:140]
    if alone:
        days = dates.find_dates(text) if len(text) <= 90 else []
        end = days[-1].end if days and dates.whole_line(text[days[-1].start :]) else len(text)
        dashed = text.rstrip().endswith(("—", "–", " -", "--"))
        whole = bool(days) and days[-1].year is not None
        found = _head(text[:end].rstrip(" —–-"), sure=dashed or whole) if len(text) <= 90 else None
        if found is not None and dashed and found[0] is not None:
            return Dateline(to_title_case(found[0]), *found[1:], text, "")
        strong = found is not None and (found[2] is not None or found[1] is not None) and found[0] is not None
        return Dateline(to_title_case(found[0] or ""), *found[1:], text, "") if found is not None and strong else None
    for match in list(_SEPARATOR.finditer(head))[:4]:
        rest = text[match.end() :]
        weak = match.group().strip() == "."
        closing = match.group().lstrip()[:1]
        left = head[: match.start()] + (closing if closing in (")", "/") else "")
        found = _head(left, sure=not weak)
        if found is None or not rest or rest[0].islower() or (len(rest) < 40 and _CLOCK.match(rest)):
            continue
        place, agency, day = found
        if match.group().strip() == ":" and not _opens_report(place, rest):
            continue
        if weak and agency is None:
            day_ends = day is not None and place is not None and place.split(",")[0].isupper()
            if not day_ends or outlets.by_name(rest.split(" - ")[0].split(". ")[0]) is not None:
                continue
        if agency is None:
            agency, rest = _agency_after(rest)
        printed = text[: len(text) - len(rest)]
        return Dateline(to_title_case(place) if place else None, agency, day, printed.strip(), rest)
    return None


def _opens_report(place: str | None, rest: str) -> bool:
    """Whether a colon after capitals is a dateline's: a place, then a sentence. ``LIVE: Talks begin`` is none."""
    if place is None or not _NOT_PLACES.isdisjoint(place.upper().split()):
        return False
    return len(rest) > 60 and rest.rstrip("\"”»’')").endswith((".", "!", "?", "…"))


def _agency_after(rest: str) -> tuple[str | None, str]:
    """An agency after the dash: ``МОСКВА, 26 мая - РИА Новости. …``."""
    match = re.match(r"([^.—–/]{2,30}(?:\.\w{2})?)(?:\.|\s[—–-]|/\.?)\s+(?=\S)", rest)
    if match is not None and outlets.by_name(match.group(1)) is not None:
        return match.group(1), rest[match.end() :]
    match = re.match(r"/([^/]{2,30})/[.,]?\s+", rest)
    if match is not None and outlets.by_name(match.group(1)) is not None:
        return match.group(1), rest[match.end() :]
    return None, rest


def _head(left: str, *, sure: bool) -> tuple[str | None, str | None, dates.FoundDate | None] | None:
    """Place, agency and date of the text before the separator; None if it cannot be a dateline."""
    agency: str | None = None
    match = _AGENCY_BRACKETS.search(left)
    if match is not None:
        agency = (match.group(1) or match.group(2)).strip()
        if len(agency.split()) > 6 or (not agency[0].isupper() and outlets.by_name(agency) is None):
            return None
        left = left[: match.start()]
    else:
        left = left.rstrip("/")
        match = _TRAILING.search(left)
        if match is not None and outlets.by_name(match.group(1)) is not None:
            agency, left = match.group(1), left[: match.start()]
    days = dates.find_dates(left)
    day = days[-1] if days else None
    if day is not None:
        if left[day.end :].strip(" .,"):
            return None
        left = left[: day.start]
    place = left.strip(" .,") if not left.strip(" ,").endswith("D.C.") else left.strip(" ,")
    if not place:
        known = agency is not None and outlets.by_name(agency) is not None
        return (None, agency, day) if known else None
    if not _is_place(place, strict=agency is None and (day is None or not sure)):
        return None
    return (place, agency, day) if agency or day or sure else None


def _is_place(text: str, *, strict: bool) -> bool:
    """Whether it could be a place: in capitals, or capitalised if there is an agency or a date."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 3 or len(text) > 60:
        return False
    first = parts[0].split()
    if not first or len(first) > 5 or parts[0].rstrip(".") in _NOT_PLACES:
        return False
    words = [word for part in parts for word in re.split(r"[\s/]+", part) if word]
    if not all(_PLACE_WORD.fullmatch(word) and (word[0].isupper() or word in _LOWER_OK) for word in words):
        return False
    if len(words) > 7:
        return False
    capitals = all(word.isupper() or word in _LOWER_OK for word in first)
    return capitals and len(parts[0]) > 2 if strict else True


def to_title_case(place: str) -> str:
    """Write capitals as a title; leave everything else unchanged.

    >>> to_title_case("NEW YORK, U.S."), to_title_case("Stoke-on-Trent")
    ('New York, U.S.', 'Stoke-on-Trent')
    """
    return re.sub(r"[^\W\d_][^\s,/]*", lambda m: _word_to_title_case(m.group()), place)


def _word_to_title_case(word: str) -> str:
    if not word.isupper() or re.fullmatch(r"(?:[^\W\d_]\.)+", word) or len(word) < 2:
        return word
    if word in ("DE", "LA", "UPON", "OF", "ON", "DEL", "AM", "SUR", "THE", "DI"):
        return word.lower()
    if word in ("UK", "USA", "US", "DC", "UAE"):
        return word
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
