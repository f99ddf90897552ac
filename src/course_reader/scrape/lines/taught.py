"""The oddities of outlets that an instructor has taught, for the time of one import."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from course_reader.model.outlets.taught import TaughtOutlet
from course_reader.scrape.lines import outlets
from course_reader.scrape.lines.dates import FoundDate, find_dates

_HOLES = {
    "{name}": r"(?P<name>\S.{1,120}?)",
    "{title}": r"(?P<title>\S.{1,220}?)",
    "{day}": r"(?P<day>\d{1,2})",
    "{month}": r"(?P<month>\d{1,2}|[^\W\d_]{3,12})",
    "{year}": r"(?P<year>\d{4}|\d{2})",
    "*": r".{0,300}?",
}
_TOKEN = re.compile(r"\{\w+\}|\*|\s+|[^{*\s]+|\{")
#: Longer lines are paragraphs, and match nothing.
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Oddities:
    """What is printed in the outlets that a text is from."""

    titles: tuple[re.Pattern[str], ...] = ()
    bylines: tuple[re.Pattern[str], ...] = ()
    dates: tuple[re.Pattern[str], ...] = ()
    furniture: tuple[re.Pattern[str], ...] = ()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.titles or self.bylines or self.dates or self.furniture)

    def is_furniture(self, text: str) -> bool:
        """Whether a line was taught as furniture."""
        return _match(self.furniture, text) is not None

    def names_in(self, text: str) -> str | None:
        """The authors in a line that was taught as a byline."""
        found = _match(self.bylines, text)
        return found["name"].strip() if found is not None else None

    def title_in(self, text: str) -> str | None:
        """The title in a line that was taught as one."""
        found = _match(self.titles, text)
        return found["title"].strip() if found is not None else None

    def day_in(self, text: str) -> FoundDate | None:
        """The day in a line that was taught as a date."""
        found = _match(self.dates, text)
        if found is None:
            return None
        year = int(found["year"]) if len(found["year"]) == 4 else 2000 + int(found["year"])
        if not found["month"].isdigit():
            return next(iter(find_dates(f"{found['day']} {found['month']} {year}")), None)
        day = FoundDate(0, len(text), year, int(found["month"]), int(found["day"]))
        return day if day.in_year(year) is not None else None


_NONE = Oddities()
_active: ContextVar[Oddities | None] = ContextVar("oddities", default=None)


def oddities() -> Oddities:
    """What was taught about the outlets of the text that is being imported."""
    return _active.get() or _NONE


@contextmanager
def teaching(taught: Sequence[TaughtOutlet], text: str | None) -> Iterator[None]:
    """Use what was taught.

    Args:
        taught: The outlets.
        text: The text to import; None if it cannot be looked through. The names of all outlets are known, but only
            the oddities of those that the text names or links to count.
    """
    if not taught:
        yield
        return
    folded = None if text is None else text.casefold()
    named = [one for one in taught if folded is None or _is_named(one, folded)]

    def patterns(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(_compiled(pattern) for one in named for pattern in getattr(one, key))

    made = Oddities(patterns("titles"), patterns("bylines"), patterns("dates"), patterns("furniture"))
    token = _active.set(made)
    try:
        with outlets.with_more(outlets.Outlet(o.name, o.agency, o.domains, o.names, (), o.country) for o in taught):
            yield
    finally:
        _active.reset(token)


def _is_named(outlet: TaughtOutlet, folded: str) -> bool:
    return any(word.casefold() in folded for word in (outlet.name, *outlet.names, *outlet.domains))


def _compiled(pattern: str) -> re.Pattern[str]:
    parts = (_HOLES.get(token, r"\s+" if token.isspace() else re.escape(token)) for token in _TOKEN.findall(pattern))
    return re.compile("".join(parts), re.I)


def _match(patterns: Sequence[re.Pattern[str]], text: str) -> re.Match[str] | None:
    if not patterns or len(text) > _LONGEST:
        return None
    return next((found for pattern in patterns if (found := pattern.fullmatch(text)) is not None), None)
