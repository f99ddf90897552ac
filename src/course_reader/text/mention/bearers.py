"""Who bears a name in one text: who is named in full, who without an entry has taken it, who lived at the time."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date

from course_reader.text.mention.names import Name
from course_reader.text.wordlists import TITLES

#: ranks and offices that are never given to somebody by mistake
_CERTAIN = frozenset(
    [
        "General",
        "Gen",
        "Colonel",
        "Col",
        "Captain",
        "Capt",
        "Major",
        "Maj",
        "Lieutenant",
        "Lt",
        "Admiral",
        "Marshal",
        "Sergeant",
        "Sgt",
        "Bishop",
        "Archbishop",
        "Pope",
        "Judge",
        "Justice",
        "Professor",
        "Prof",
        "Pastor",
        "Rabbi",
        "Imam",
        "Sheriff",
        "Prosecutor",
        "Commander",
        "Cardinal",
        "Coach",
        "Goalkeeper",
        "Striker",
    ]
)
_DEATH = re.compile(
    r"\b(?:died|dies|death|dead|killed|assassinated|funeral|buried|late|succeeded|successor|inherited|son|daughter)\b"
)
#: years after which somebody may hold an office
_GROWN = 20
_BLOCK = re.compile(r"\n\n")
_FOUND_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b")


@dataclass(slots=True)
class Bearers:
    """What the text so far says about who bears a name."""

    text: str
    day: date | None
    #: entry → where it was last named in full
    entries: dict[str, int] = field(default_factory=dict)
    #: name → where somebody without an entry was last named in full by it
    strangers: dict[str, int] = field(default_factory=dict)
    _blocks: list[int] = field(default_factory=list)

    def name(self, entry: str, start: int) -> None:
        """Note that an entry is named in full."""
        self.entries[entry] = start

    def meet(self, name: str, start: int) -> None:
        """Note that somebody without an entry is named in full, and keeps this name from here on."""
        self.strangers[name] = start

    def stranger_has(self, name: str, start: int, entries: frozenset[str]) -> bool | None:
        """Whether a name means somebody without an entry; None if it may mean them or an entry."""
        stranger = self.strangers.get(name)
        if stranger is None:
            return False
        known = [self.entries[entry] for entry in entries if entry in self.entries]
        if not known:
            return True
        last = max(known)
        return False if last > stranger and self._block(last) > self._block(stranger) else None

    def decide(self, bearers: list[Name], start: int) -> str | None:
        """The entry that a name means; None if there are several and nothing to decide by.

        Who lived at the article's date outranks who was named before, unless the sentence names a year long before.
        """
        if len(bearers) == 1:
            return bearers[0].entry
        entries = {name.entry for name in bearers}
        if len(entries) == 1:
            return entries.pop()
        if self.day is not None:
            living = {name.entry for name in bearers if not name.is_over(self.day) and name.in_force(self.day)}
            sentence = self._sentence(start)
            past = self._past(bearers, sentence)
            if past is not None:
                return past
            if len(living) == 1:
                entry = next(iter(living))
                over = [self.entries[e] for e in entries - living if e in self.entries]
                here = self._block(start)
                if entry in self.entries or not any(self._block(named) == here for named in over):
                    return entry
                between = self.text[max(over) : start]
                return entry if _DEATH.search(between) else None
            entries = living or entries
        named = entries & self.entries.keys()
        return named.pop() if len(named) == 1 else None

    def _past(self, bearers: list[Name], sentence: str) -> str | None:
        """The only bearer who lived in a year that the sentence names, if that year is long before the article."""
        years = [int(year) for year in _FOUND_YEAR.findall(sentence)]
        if not years or self.day is None or max(years) >= self.day.year:
            return None
        day = date(max(years), 1, 1)
        then = {n.entry for n in bearers if n.in_force(day) and (n.start is None or n.start.year + _GROWN < day.year)}
        return then.pop() if len(then) == 1 and any(name.end for name in bearers) else None

    def _sentence(self, start: int) -> str:
        first = max(self.text.rfind(". ", 0, start), self.text.rfind("\n", 0, start)) + 1
        last = self.text.find(". ", start)
        block = self.text.find("\n", start)
        ends = [end for end in (last, block) if end >= 0]
        return self.text[first : min(ends, default=len(self.text))]

    def _block(self, start: int) -> int:
        """The number of the paragraph at a position."""
        if not self._blocks:
            self._blocks = [found.start() for found in _BLOCK.finditer(self.text)]
        return bisect_left(self._blocks, start)


def has_office(name: Name, title: str) -> bool | None:
    """Whether the person of a name ever had an office; None if that cannot be known."""
    bare = title.rstrip(".")
    offices = " ".join(name.offices).title()
    if not offices or bare not in TITLES:
        return None
    if bare in offices or (bare in ("Premier", "PM") and "Prime Minister" in offices):
        return True
    return False if bare in _CERTAIN else None
