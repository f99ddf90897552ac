"""Dates as printed in news articles, in twenty languages.

A date is *certain* if day and month cannot be confused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from course_reader.scrape.expressions import expression

_MONTHS = {
    1: "january jan января январь janvier januar jänner yanvar հունվարի հունվար ocak enero"
    " gennaio janeiro januari stycznia ledna ianuarie січня tammikuuta",
    2: "february feb февраля февраль février fevrier februar fevral փետրվարի փետրվար şubat febrero"
    " febbraio fevereiro februari lutego února februarie лютого helmikuuta",
    3: "march mar марта март mars märz maerz mart մարտի մարտ marzo março maart marca března martie березня maaliskuuta",
    4: "april apr апреля апрель avril aprel ապրիլի ապրիլ nisan abril aprile kwietnia dubna aprilie квітня huhtikuuta",
    5: "may мая май mai մայիսի մայիս mayıs mayo maggio maio mei maja května maj травня toukokuuta",
    6: "june jun июня июнь juin juni iyun հունիսի հունիս haziran junio"
    " giugno junho czerwca června iunie червня kesäkuuta",
    7: "july jul июля июль juillet juli iyul հուլիսի հուլիս temmuz julio"
    " luglio julho lipca července iulie липня heinäkuuta",
    8: "august aug августа август août aout avqust օգոստոսի օգոստոս ağustos agosto"
    " augustus sierpnia srpna augusti серпня elokuuta",
    9: "september sept sep сентября сентябрь septembre sentyabr սեպտեմբերի սեպտեմբեր eylül septiembre"
    " settembre setembro września září septembrie вересня syyskuuta",
    10: "october oct октября октябрь octobre oktober okt oktyabr հոկտեմբերի հոկտեմբեր ekim octubre"
    " ottobre outubro października října octombrie жовтня lokakuuta",
    11: "november nov ноября ноябрь novembre noyabr նոյեմբերի նոյեմբեր kasım noviembre"
    " novembro listopada listopadu noiembrie листопада marraskuuta",
    12: "december dec декабря декабрь décembre decembre dezember dez dekabr դեկտեմբերի դեկտեմբեր aralık diciembre"
    " dicembre dezembro grudnia prosince decembrie грудня joulukuuta",
}
_NUMBER = {name: number for number, names in _MONTHS.items() for name in names.split()}
_DAYS = (
    "monday mon понедельник lundi montag երկուշաբթի",
    "tuesday tues tue вторник mardi dienstag երեքշաբթի",
    "wednesday wed среда среду mercredi mittwoch չորեքշաբթի",
    "thursday thurs thur thu четверг jeudi donnerstag հինգշաբթի",
    "friday fri пятница пятницу vendredi freitag ուրբաթ",
    "saturday sat суббота субботу samedi samstag sonnabend շաբաթ",
    "sunday sun воскресенье dimanche sonntag կիրակի",
)
_WEEKDAY = {name: number for number, names in enumerate(_DAYS) for name in names.split()}
_M = "(?P<m>" + "|".join(sorted(_NUMBER, key=len, reverse=True)) + r")(?!\w)\.?"
_W = r"(?:(?<!\w)(?P<w>" + "|".join(sorted(_WEEKDAY, key=len, reverse=True)) + r")(?!\w)\.?,?\s{1,2}(?:the\s|le\s)?)?"
_Y = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_THEN = rf"(?:(?:,?[ -]{{1,2}}| de | del ){_Y})?"
_SHAPES = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("iso", rf"(?<!\d){_Y} ?[-/.年] ?(?P<mn>\d\d?) ?[-/.月] ?(?P<d>\d\d?)(?!\d)日?"),
        ("numeric", rf"(?<![\d/.-])(?P<a>\d\d?)(?P<sep>[./-])(?P<b>\d\d?)(?P=sep){_Y}"),
        ("numeric", r"(?<![\d/.-])(?P<a>\d\d?)(?P<sep>/)(?P<b>\d\d?)/(?P<y>[0-3]\d)(?![\d/])"),
        ("words", rf"{_W}(?<![\w.])(?P<d>\d\d?)(?:st|nd|rd|th|er|\.)?[ -](?:of |de )?{_M}{_THEN}"),
        ("words", rf"{_W}(?<!\w){_M} {{1,2}}(?P<d>\d\d?)(?:st|nd|rd|th)?(?![\d:%])(?:,? {{1,2}}{_Y})?"),
        ("words", rf"(?<!\d){_Y} ?(?:թ\.|թվականի|года|-cı il)? ?{_M} (?P<d>\d\d?)(?!\d)"),
    )
)
_DIGIT = expression(r"\d")
_LATIN_CAPITAL = expression(r"[A-Z]")
_LABELS = (
    r"first published|originally published|original|publication date|published|posted|date|issued|created|added|"
    r"last updated|last modified|last edited|updated|update|modified|edited|"
    r"modifié|опубликовано|дата публикации|дата|обновлено|publié|mis à jour|veröffentlicht|publiziert|"
    r"erschienen|aktualisiert|stand|publicado|publicada|"
    r"yayınlanma|tarix|dərc edilib"
)
_FILLER = expression(
    rf"(?:(?<!\w)(?:{_LABELS}|on|at|am|le|à|um|uhr|the|in|и|в|"
    + "|".join(sorted(_WEEKDAY, key=len, reverse=True))
    + r"|\d\d?[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|\d\d? ?[ap]\.?m\.?|[ap]\.?m\.?|a\.m|p\.m|"
    r"(?:gmt|utc)(?: ?[+-]\d\d?(?::?\d\d)?)?|"
    r"est|edt|et|pst|pdt|bst|cst|cdt|mst|mdt|akst|hst|jst|kst|aest|aedt|nzst|nzdt|sgt|hkt|pkt|"
    r"wat|cat|eat|sast|cet|cest|msk|мск|eest|pt|ct|mt|local time|"
    r"moscow time|yerevan time|baku time|г|года|год|թ|թ\.|ժ|t|z|ist|eet|amt|azt|[+-]\d\d:?\d\d|"
    r"\d\d?:\d\d:\d\d(?:\.\d+)?)(?!\w)|[\s.,:;|/·•()\[\]–—+*_-])+",
    re.I,
)
_UPDATED = expression(r"(?:last )?(?:updated?|modified|edited)|обновлено|mis à jour|modifié|aktualisiert", re.I)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    #: False if day and month could be swapped (5/6/2023).
    certain: bool = True
    #: 0 = Monday; None if no weekday is given.
    weekday: int | None = None
    #: Whether a word such as “updated” precedes it.
    updated: bool = False

    @property
    def iso(self) -> str | None:
        """``YYYY-MM-DD``, if the year is known."""
        return None if self.year is None else f"{self.year:04}-{self.month:02}-{self.day:02}"

    def in_year(self, year: int) -> FoundDate | None:
        """The same day in another year, if it exists."""
        return replace(self, year=year) if _valid(year, self.month, self.day) else None

    def fits_weekday(self) -> bool:
        """Whether the printed weekday agrees with the calendar."""
        if self.weekday is None or self.year is None:
            return True
        return date(self.year, self.month, self.day).weekday() == self.weekday

    def swapped(self) -> str | None:
        """The other reading of an uncertain date."""
        if self.certain or self.year is None or not _valid(self.year, self.day, self.month):
            return None
        return f"{self.year:04}-{self.day:02}-{self.month:02}"


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def find_dates(text: str) -> list[FoundDate]:
    """All dates of a text in order; of overlapping ones, the first and longest.

    >>> [date.iso for date in find_dates("From 3 May 2023 until Sept. 12, 2023")]
    ['2023-05-03', '2023-09-12']
    """
    if _DIGIT.search(text) is None:
        return []
    found: list[FoundDate] = []
    for kind, pattern in _SHAPES:
        for match in pattern.finditer(text):
            value = _read(kind, match)
            if value is not None:
                found.append(value)
    found.sort(key=lambda d: (d.start, -d.end, d.year is None))
    kept: list[FoundDate] = []
    for value in found:
        if kept and value.start < kept[-1].end:
            if value.end - value.start > kept[-1].end - kept[-1].start:
                kept[-1] = value
            continue
        kept.append(value)
    return kept


def _read(kind: str, match: re.Match[str]) -> FoundDate | None:
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else None
    year = year + 2000 if year is not None and year < 100 else year
    certain, weekday = True, None
    if kind == "numeric":
        a, b = int(groups["a"]), int(groups["b"])
        day, month = (b, a) if b > 12 >= a else (a, b)
        certain = a > 12 or b > 12 or a == b or groups["sep"] == "."
    elif kind == "iso":
        month, day = int(groups["mn"]), int(groups["d"])
    else:
        name = groups["m"]
        if name.isascii() and name.lower() in _ENGLISH_WORDS and not _LATIN_CAPITAL.match(name):
            return None
        month, day = _NUMBER[name.lower()], int(groups["d"])
        weekday = _WEEKDAY.get((groups.get("w") or "").lower())
    if not _valid(year or 2024, month, day):
        return None
    updated = bool(_UPDATED.search(match.string[max(0, match.start() - 24) : match.start()]))
    return FoundDate(match.start(), match.end(), year, month, day, certain, weekday, updated)


#: Month names and abbreviations that are also common words in lower case.
_ENGLISH_WORDS = frozenset({"may", "march", "mar", "sep", "dec", "jan", "oct", "nov"})


def whole_line(text: str) -> list[FoundDate]:
    """The dates of a line with nothing but dates, times and words such as “Published”; else none.

    >>> len(whole_line("Published: 3 May 2023, 14:05 GMT")), len(whole_line("On 3 May 2023 it rained"))
    (1, 0)
    """
    if len(text) > 160:
        return []
    found = find_dates(text)
    if not found:
        return []
    position = 0
    for item in found:
        if not _is_filler(text[position : item.start]):
            return []
        position = item.end
    return found if _is_filler(text[position:]) else []


@cache
def _is_filler(text: str) -> bool:
    return not text or _FILLER.fullmatch(text) is not None


_URL_DATE = expression(
    r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=\D|$)|(?<!\d)((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)", re.I
)


def in_url(url: str) -> str | None:
    """The date in a web address.

    >>> in_url("https://example.org/2023/may/26/bridge")
    '2023-05-26'
    """
    for match in _URL_DATE.finditer(url):
        year, month, day = (match.group(1), match.group(2), match.group(3)) if match.group(1) else match.groups()[3:]
        number = int(month) if month.isdigit() else _NUMBER.get(month.lower(), 0)
        if _valid(int(year), number, int(day)):
            return f"{int(year):04}-{number:02}-{int(day):02}"
    return None


def years_in(text: str) -> Iterator[int]:
    """Four-digit numbers that could be the year of a news article."""
    for match in re.finditer(r"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)", text):
        yield int(match.group())
