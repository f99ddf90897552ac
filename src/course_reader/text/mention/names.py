"""The names by which the glossary's entries are found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: year, month and day; 0 where a part is not known
Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of one entry's name. Two entries may share a spelling."""

    #: the name as an editor wrote it
    text: str
    #: id of the entry
    entry: str
    #: the entry's kind: people, places, agreements, organisations, events, terms
    kind: str
    #: matches capital and small letters alike, and the plural; for terms
    fold_case: bool = False
    #: refers to this entry only where the words around it show that, or an article says so ("Moscow" for a government)
    metonym: bool = False
    #: first day on which the name, or its bearer, was in force; None: has always been
    start: date | None = None
    #: last such day; None: still in force
    end: date | None = None
    #: a name that needs no context, such as the entry's main name; not a bare surname
    full: bool = True
    #: the offices of a person, as the entry words them
    offices: tuple[str, ...] = ()
    #: the country that a place is in
    country: str = ""
    #: the day of an agreement or event
    on: Day | None = None
    #: means the entry without evidence, although it is also an ordinary word or a given name
    sure: bool = False
    #: the language of the name as a BCP-47 tag; "" for names that are not of one language
    language: str = ""

    def __hash__(self) -> int:
        """A hash of the two texts: names are looked up often, and hashing all fields takes long."""
        return hash((self.text, self.entry))

    def in_force(self, day: date) -> bool:
        """Whether the name, or its bearer, was in force on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def is_over(self, day: date) -> bool:
        """Whether its bearer had died, or the name had gone out of use, before a day."""
        return self.end is not None and self.end < day
