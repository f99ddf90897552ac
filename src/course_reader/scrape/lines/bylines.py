"""Bylines: authors, agencies, and names without “by”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course_reader.scrape.expressions import expression
from course_reader.scrape.lines import outlets
from course_reader.scrape.words import words

_BY = expression(
    r"(?:(?:written |reported |story |words |text |article |posted |published |reporting )?by:?"
    r"|von|par|di|por)\s+(?=\S)"
    r"|(?:authors?|byline|writers?|reporters?|автор(?:ы)?|текст|беседовал[аи]?|подготовил[аи]?|müəllif|auteurs?|"
    r"autor(?:en|in)?|հեղինակ)"
    r"\s*[:՝]\s*",
    re.I,
)
_REPORTING = expression(
    r"\(?\[?(?:(?:additional |with )?(?:reporting|writing|report|contributions?|compiled|translated|translation) "
    r"by\b|editing by\b|written by\b|edited by\b|"
    r"with (?:reporting|information|material|inputs?|files) from\b|(?:this (?:story|report|article) (?:was "
    r")?)?(?:based|compiled) on reporting by\b|"
    r"(?:reporting|writing|editing) and (?:reporting|writing|editing) by\b|.{2,60} contributed (?:reporting|to this "
    r"(?:report|story|article))\b).{0,400}",
    re.I,
)
_SMALL = words("byline")
_ROLE = expression(
    r"\b(?:correspondents?|editors?|reporters?|writers?|journalists?|contributors?|analysts?|columnists?|staff|"
    r"producer|bureau chief|"
    r"корреспондент|редактор|обозреватель|журналист)\b",
    re.I,
)
_SPLIT = expression(r"\s*(?:,|\||(?<!RFE)/|·|•|–|—|\s-\s)\s*")
_LOCATED = expression(
    r"(?P<who>[^,.:;!?]{4,60}?) (?:in|from) (?P<where>[^,.:;!?]{3,40}?)(?:,? (?:and|for) "
    r"(?P<with>[^,.:;!?]{3,30}))?(?: and (?P<who2>[^,.:;!?]{4,60}?) in (?P<where2>[^,.:;!?]{3,40}))?"
)
_FROM = expression(r"reporting from (?P<p>[^.;:!?]{3,60})", re.I)
_AND = expression(r"\s+(?:and|with|avec|und|et|и|&)\s+", re.I)
_FOR = expression(r",?\s+(?:(?:special )?(?:for|to)|of|from)\s+(?=(?:the )?[A-Z])", re.I)
_NOT_AN_OUTLET = expression(r"(?:other |news )?(?:agencies|wires?|agences|agenturen)", re.I)
_OUTLET_STAFF = expression(
    r"(.{2,60}?)(?:['’]s [\w -]{2,40} Service| Staff| News Desk| Newsroom| Online| Web Desk)", re.I
)
_HANDLE = expression(r"\s*(?:@\w{2,30}|\S{1,60}@\S{1,60}\.\w{2,10})\s*")


@dataclass(frozen=True, slots=True)
class Byline:
    """The parts of a byline."""

    #: The authors as printed; an agency if it alone is named.
    byline: str | None
    agency: outlets.Outlet | None = None
    outlet: outlets.Outlet | None = None
    #: An outlet that is not in the table.
    unknown: str | None = None


def parse(text: str) -> Byline | None:
    """Read a byline; None if the line is anything else.

    >>> parse("By Jane Doe and John Roe, Reuters").byline
    'Jane Doe and John Roe'
    >>> parse("By then it was raining.") is None
    True
    """
    if len(text) > 200:
        return None
    match = _BY.match(text)
    if match is None:
        return None
    rest = _HANDLE.sub(" ", text[match.end() :]).strip(" .,|")
    labelled = ":" in match.group() or "՝" in match.group()
    if not rest or not (labelled or _is_names(rest)):
        return None
    return people(rest)


def people(text: str) -> Byline:
    """Split a list of names into authors and the outlet or agency they work for."""
    found: list[outlets.Outlet] = []
    whole = outlets.by_name(text)
    if whole is not None:
        return Byline(text, *_sort([whole]))
    match = _FOR.search(text)
    if match is not None:
        outlet = outlets.by_name(text[match.end() :])
        if outlet is not None:
            found.append(outlet)
            text = text[: match.start()]
    kept: list[str] = []
    unknown: str | None = None
    for part in _SPLIT.split(text):
        outlet = outlets.by_name(part) or outlets.by_name(part.split(" in ")[0])
        if outlet is not None:
            found.append(outlet)
        elif (
            kept and (_ROLE.search(part) or part.casefold() in ("agencies", "moscow", "yerevan", "baku"))
        ) or _NOT_AN_OUTLET.fullmatch(part):
            continue
        elif kept and part.startswith("The ") and is_person(part[4:] + " X"):
            unknown = part
        elif _OUTLET_STAFF.fullmatch(part) and (outlet := outlets.by_name(_OUTLET_STAFF.sub(r"\1", part))) is not None:
            found.append(outlet)
            kept.append(part)
        elif part:
            kept.append(_without_outlets(part, found))
    names = ", ".join(name for name in kept if name) or (found[0].name if found else text)
    return Byline(names, *_sort(found), unknown)


def _without_outlets(part: str, found: list[outlets.Outlet]) -> str:
    """Take outlets out of a list: ``Jane Doe with AFP`` becomes Jane Doe."""
    parts = _AND.split(part)
    if len(parts) == 1:
        return part
    people_only = [part for part in parts if outlets.by_name(part) is None and not _NOT_AN_OUTLET.fullmatch(part)]
    if len(people_only) == len(parts):
        return part
    found.extend(outlet for part in parts if (outlet := outlets.by_name(part)) is not None)
    return " and ".join(people_only)


def _sort(found: list[outlets.Outlet]) -> tuple[outlets.Outlet | None, outlets.Outlet | None]:
    agency = next((outlet for outlet in found if outlet.agency), None)
    outlet = next((outlet for outlet in found if not outlet.agency), None)
    return agency, outlet


def _is_names(text: str) -> bool:
    """Capitalised words, joined only by small words common in bylines."""
    words = text.split()
    if len(words) > 24 or any(char.isdigit() for char in text):
        return False
    if text.endswith((".", "!", "?")) and len(words) > 3:
        return False
    first = next((w for w in words if w.casefold() not in ("the", "our", "a")), "")
    if not first[:1].isupper() and outlets.by_name(text) is None:
        return False
    return all(_is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    core = word.strip(".,;:|()/'’\"-–—·•")
    return (
        not core or core[0].isupper() or core.casefold() in _SMALL or "-" in core or outlets.by_name(core) is not None
    )


_NO_NAMES = words("not_names")


def is_person(text: str) -> bool:
    """Two to five words that could be a person's name.

    >>> is_person("Ludwig van der Berg"), is_person("Lorries wait at border")
    (True, False)
    """
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 60 or text.endswith((".", "!", "?", ":")):
        return False
    if words[0] in ("The", "THE") or any(word.casefold() in _NO_NAMES for word in words):
        return False
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) >= 2 and all(
        (
            word[0].isupper()
            and word.strip(".,").replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha()
        )
        or word in ("de", "van", "von", "der", "al", "el", "bin", "and", "и", "und", "et", "la", "le", "du")
        for word in words
    )


def is_located(text: str, *, strict: bool = True) -> bool:
    """A byline without “by”: ``Jane Doe in Ostraven and agencies``; agencies are optional if not *strict*."""
    match = _LOCATED.fullmatch(text) if len(text) <= 120 else None
    if (
        match is None
        or not is_person(match.group("who"))
        or not all(w[0].isupper() for w in match.group("where").split())
    ):
        return False
    rest = match.group("with")
    if strict and rest is None and match.group("who2") is None:
        return False
    second = match.group("who2")
    return (rest is None or rest == "agencies" or outlets.by_name(rest) is not None) and (
        second is None or is_person(second)
    )


def is_placed(text: str) -> bool:
    """A name and a place: ``Jane Doe, Ostraven``. Other text can look the same, so check the context."""
    name, comma, place = text.partition(", ")
    return bool(comma) and len(text) <= 60 and is_person(name) and place.istitle() and len(place.split()) <= 2


def named_with_jobs(text: str) -> str | None:
    """The names of two or more authors, of whom their work or university follows; None for any other line.

    >>> named_with_jobs("Jane Doe and John Roe, students at the University of Ostraven")
    'Jane Doe and John Roe'
    """
    names, comma, job = text.partition(",")
    if not comma or len(text) > 200 or text.endswith((".", "!", "?", ":")) or not job.strip():
        return None
    parts = _AND.split(names)
    return names if len(parts) > 1 and all(is_person(part) for part in parts) else None


def reporting_from(text: str) -> str | None:
    """The place in a line such as ``Reporting from …``.

    >>> reporting_from("Reporting from Ostraven, Velmar")
    'Ostraven, Velmar'
    """
    match = _FROM.fullmatch(text) if len(text) <= 90 else None
    return match.group("p").strip() if match is not None and match.group("p")[0].isupper() else None


def is_role(text: str) -> bool:
    """An author's job title: ``South Caucasus correspondent``."""
    return (
        len(text) <= 60 and not text.endswith((".", "!", "?")) and bool(_ROLE.search(text)) and len(text.split()) <= 7
    )


def is_reporting(text: str) -> bool:
    """A reporting credit below an article: ``Reporting by …; editing by …``."""
    return len(text) <= 500 and _REPORTING.fullmatch(text) is not None


_REPORTER = expression(r"(?:reporting|written|writing) by\s+([^;.()\[\]]{3,120})", re.I)


def reporters(text: str) -> str | None:
    """The names in a reporting credit."""
    match = _REPORTER.search(text)
    if match is None:
        return None
    names = re.sub(r"\s+in\s+[A-Z][\w-]+(?: [A-Z][\w-]+)*", "", match.group(1)).strip(" ,")
    return names or None
