"""Recognises the form of a line: sentence, byline, date, headline. It changes nothing."""

from __future__ import annotations

import re

from course_reader.scrape.evidence import Cut
from course_reader.scrape.expressions import expression
from course_reader.scrape.lines import bylines, captions, datelines, dates, furniture, outlets
from course_reader.scrape.lines.segments import Segment, ends_sentence
from course_reader.scrape.lines.signed import signed

PARTS = expression(r"\s*(?:\||·|•|;|\s[–—-]\s|\s/\s)\s*")
_TIME = expression(
    r"(?:at |в )?\d\d?[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|MSK|МСК|CET|CEST|BST|EST|EDT|ET|AMT|"
    r"local time))?(?: ?[+-]\d+)?",
    re.I,
)
CORRECTION = expression(
    r"(?:correction|clarification|editor['’]?s['’]? note|note to readers|поправка|исправление|уточнение)\b", re.I
)
_LABEL = expression(
    r"(?:first |originally )?published(?: on)?|(?:last )?(?:updated|modified)(?: on| at)?|posted(?: on)?|date|by|"
    r"опубликовано|обновлено|publié le|veröffentlicht",
    re.I,
)
_BEFORE_DAY = expression(
    r"(?:^|(?<=[\s|,·]))(?:(?:first |originally |last )?"
    r"(?:published|updated|posted|modified|original|written|created|publiziert|veröffentlicht|erschienen|"
    r"publié|publicado)(?: on| at| am| le| el| em)?)$",
    re.I,
)
_CLOCK = expression(r"(?<!\d)\d\d?[:.]\d\d(?!\d)")
_AGO = expression(r"\b(?:ago|vor \d|il y a|hace \d|há \d|před \d|назад|тому)\b", re.I)
_LOOSE = expression(r"[,|•–—-]\s*$")
_MORE = expression(r"\bread more$", re.I)
_CALL = expression(
    r"(?:support|fund|subscribe|sign up|donate|join|watch|listen|follow|download|get|become|try|search|read)\b.{0,60}$",
    re.I,
)
_SOURCE = expression(
    r"(?:(?:sources?|via|источник|quellen?|mənbə|աղբյուր)\s*[:՝]\s*|"
    r"(?:originally published (?:in|by|on|at)|via)\s+)(?P<n>[^:]{2,80})",
    re.I,
)
_OUTLETS = expression(r"\s*(?:,|/|\||\+|\s(?:and|with|avec|und|et|и|&)\s)\s*", re.I)
_NOT_AN_OUTLET = expression(r"(?:other |news )?(?:agencies|staff|wires?|agences|agenturen|newsroom|online|press)", re.I)


def is_prose(segment: Segment) -> bool:
    """Whether it looks like a sentence of the article."""
    text = segment.plain
    if segment.kind in ("item", "quote", "row"):
        return True
    return segment.kind == "text" and ((len(text) >= 80 and ends_sentence(text)) or len(text) >= 230)


def is_time(text: str) -> bool:
    """Whether it is a time of day and nothing else.

    >>> is_time("14:05 GMT"), is_time("at 9.30 a.m."), is_time("9.30 euros")
    (True, True, False)
    """
    return len(text) < 40 and _TIME.fullmatch(text.strip("[]()")) is not None


def is_label(text: str) -> bool:
    """Whether it is a label such as ``Published``, with the date on the next line."""
    return len(text) < 30 and _LABEL.fullmatch(text.strip(" :")) is not None


def outlets_in_line(text: str) -> list[outlets.Outlet]:
    """The outlets in a line that names nothing else; otherwise none."""
    if len(text) > 90:
        return []
    whole = outlets.by_name(text)
    if whole is not None:
        return [whole]
    found: list[outlets.Outlet] = []
    for part in _OUTLETS.split(text.strip(" .[]()*")):
        outlet = outlets.by_name(re.sub(r" (?:staff|newsroom|desk|team)$", "", part, flags=re.I))
        if outlet is not None:
            found.append(outlet)
        elif not _NOT_AN_OUTLET.fullmatch(part):
            return []
    return found


def source(text: str) -> str | None:
    """The name in a source line: ``Source: …``."""
    match = _SOURCE.fullmatch(text.strip(" .[]()*")) if len(text) <= 100 else None
    return match.group("n").strip() if match is not None else None


def outlet_and_place(text: str) -> outlets.Outlet | None:
    """The outlet in a line with the reporter's location: ``BBC News, Ostraven``."""
    name, comma, place = text.partition(",")
    if not comma or len(text) > 60 or len(place.split()) > 4 or not place.strip()[:1].isupper():
        return None
    return outlets.by_name(name)


_WITH = expression(r"(?P<who>[^,|]{4,60}?),? (?:with|avec|mit|and|и) (?P<with>.{2,60})")
_ISSUE = expression(
    r"№|\bno\. ?\d|\bissue\b|\bvol\b|\bгазета\b|\bжурнал\b|\bnewspaper\b|\bprint edition\b|\bстр\b|\bpage\b", re.I
)


def name_with_outlets(text: str) -> tuple[str, list[outlets.Outlet]] | None:
    """A byline without “by”, and its outlets: ``Jane Doe with Reuters, AFP``."""
    match = _WITH.fullmatch(text) if len(text) <= 100 else None
    if match is None or not bylines.is_person(match.group("who")):
        return None
    known = outlets_in_line(match.group("with"))
    return (match.group("who"), known) if known else None


def issue(text: str) -> tuple[outlets.Outlet, dates.FoundDate] | None:
    """Outlet and date of an issue: ``Newspaper "Kommersant" No. 92, 26.05.2023, p. 6``."""
    if len(text) > 110 or text.endswith(".") or not _ISSUE.search(text):
        return None
    known, days = outlets.names_in(text), [day for day in dates.find_dates(text) if day.iso]
    return (known[0], days[0]) if len(known) == 1 and len(days) == 1 else None


def name_and_day(text: str) -> tuple[str, str] | None:
    """A name next to a date.

    >>> name_and_day("Jane Doe May 26, 2023")
    ('Jane Doe', 'May 26, 2023')
    """
    found = dates.find_dates(text) if len(text) <= 140 else []
    if not found or any(day.year is None for day in found):
        return None
    before, after = text[: found[0].start].strip(" ,|-–—"), text[found[0].end :]
    before = _BEFORE_DAY.sub("", before).strip(" ,|-–—:")
    name = re.sub(r"^by\s+", "", before, flags=re.I)
    if dates.whole_line(text[found[0].start :]) and name and _named(before, name):
        return before, text[found[0].start :]
    loose = before.islower() and before.replace(" ", "").isalpha() and len(before.split()) <= 4
    if loose and dates.whole_line(text[found[0].start :]) and _LOOSE.search(text[: found[0].start]):
        return before, text[found[0].start :]
    name = after.strip(" ,|-–—")
    if not before and (bylines.is_person(name) or outlets.by_name(name)):
        return name, text[: found[0].end]
    return None


def _named(before: str, name: str) -> bool:
    if bylines.is_person(name) or outlets.by_name(name) is not None or bylines.parse(before) is not None:
        return True
    found = furniture.match(name, in_head=True)
    return found is not None and found.reason == Cut.SECTION


def is_stamp(text: str) -> bool:
    """Whether it is a byline or a date, which mark the end of the head."""
    if len(text) > 200:
        return False
    return (
        bool(dates.whole_line(text))
        or bylines.parse(text) is not None
        or name_and_day(text) is not None
        or bylines.is_located(text)
        or bylines.reporting_from(text) is not None
        or name_with_outlets(text) is not None
        or signed(text) is not None
        or parts_are_header(text)
        or issue(text) is not None
    )


def looks_stamped(text: str) -> bool:
    """Whether a date or a time of day is most of a short line, in whatever language its other words are.

    >>> looks_stamped("Chris Dale - Mar 2, 2024, 10:31 pm CST"), looks_stamped("Ten dead in 2024, mayor says")
    (True, False)
    """
    if len(text) > 90:
        return False
    found = [day for day in dates.find_dates(text) if day.year is not None]
    spans = sum(day.end - day.start for day in found)
    if _AGO.search(text) and len(text) < 30 and any(char.isdigit() for char in text):
        return True
    if _CLOCK.search(text) and (found or sum(char.isdigit() for char in text) >= 6):
        return True
    return bool(found) and spans >= 0.3 * len(text)


def is_header(text: str) -> bool:
    """Whether it is one of the lines around a headline: byline, date, agency, credit, label."""
    if len(text) > 240:
        return False
    if _MORE.search(text) and bylines.is_person(text[:-10]):
        return True
    return (
        is_stamp(text)
        or bool(outlets_in_line(text))
        or source(text) is not None
        or is_label(text)
        or is_time(text)
        or outlet_and_place(text) is not None
        or captions.credit_alone(text) is not None
        or captions.empty_label(text)
        or datelines.parse(text, alone=True) is not None
        or furniture.match(text, in_head=True) is not None
    )


def parts_are_header(text: str) -> bool:
    """Whether several such parts share a line: ``By Jane Doe | May 26, 2023 | 3 min read``."""
    parts = [part for part in PARTS.split(text) if part]
    if len(parts) < 2 or len(text) > 200:
        return False
    strong = [_strong_part(part) for part in parts]
    return any(strong) and all(
        s or bylines.is_person(p) or furniture.match(p, in_head=True) is not None
        for s, p in zip(strong, parts, strict=True)
    )


def _strong_part(part: str) -> bool:
    return (
        bool(dates.whole_line(part))
        or is_time(part)
        or bylines.parse(part) is not None
        or bool(outlets_in_line(part))
        or name_and_day(part) is not None
    )


def headline_like(segment: Segment) -> bool:
    """Whether it could be a headline."""
    text = segment.plain
    if segment.kind not in ("text", "heading") or not 2 < len(text) <= 220:
        return False
    if text.endswith((".", ":", ";", ",")) and not text.endswith(("U.S.", "...", "D.C.", "Jr.", "U.N.", "U.K.")):
        return False
    if (
        is_header(text)
        or datelines.parse(text) is not None
        or captions.labelled(text) is not None
        or CORRECTION.match(text)
    ):
        return False
    return captions.split_credit(text) is None and not _MORE.search(text)


def is_call(text: str) -> bool:
    """Whether it is a request rather than a headline: ``Support us``, ``Sign up to …``."""
    return len(text) < 70 and _CALL.match(text) is not None


def capitals(text: str) -> float:
    """The share of longer words that start with a capital letter.

    >>> capitals("Ministers Meet for talks in Ostraven")
    0.75
    """
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0
