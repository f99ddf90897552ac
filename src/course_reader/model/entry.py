"""Entries of the glossary: a file for each entry, a class for each kind."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from course_reader.model.dates import Edtf, month_year
from course_reader.model.gloss_policy import Choice
from course_reader.model.periods import Aliases, Dated, DatedText, Disputed, Glosses, Role
from course_reader.model.records import Date, Example, Record, Texts


class Kind(StrEnum):
    """A kind of entry; the value is the name of its folder."""

    PEOPLE = "people"
    PLACES = "places"
    AGREEMENTS = "agreements"
    ORGANISATIONS = "organisations"
    EVENTS = "events"
    TERMS = "terms"

    @property
    def word(self) -> str:
        """The kind in the singular, as readers see it.

        >>> Kind("people").word
        'person'
        """
        return _WORDS[self]


_WORDS = {
    Kind.PEOPLE: "person",
    Kind.PLACES: "place",
    Kind.AGREEMENTS: "agreement",
    Kind.ORGANISATIONS: "organisation",
    Kind.EVENTS: "event",
    Kind.TERMS: "term",
}


class RivalName(Record):
    """A name for a place, and who uses it."""

    name: str
    used_by: str


class Casualties(Record):
    """A number of casualties, and who claims it."""

    figure: str
    claimed_by: str
    source: str | None = None
    of: Texts = Field((), description="whose dead, wounded or displaced: `Armenians`, `Azerbaijanis`")


class Wording(Record):
    """One side's wording for an event."""

    by: str
    text: str


Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
_COORDINATES = Example("two numbers in degrees, latitude first, such as [40.18, 44.51]")
#: keys whose items apply for a time, and keys whose items name a source
DATED = ("aliases", "gloss", "roles", "status", "owner", "funding", "naming")
SOURCED = ("roles", "status", "casualties", "gloss", "owner", "funding", "naming")


class Entry(Record):
    """A person, place, agreement, organisation, event or term."""

    name: str = Field(min_length=1, description="the entry's heading")
    sort: str | None = Field(None, description="sort key: Surname, Given name")
    aliases: Aliases = Field((), description="other names that articles use")
    names: dict[str, Texts] = Field(default_factory=dict, description="names by language tag: hy, az, ru")
    gloss: Glosses = Field(
        description="the explanation in the margin, at most 30 words; a list if it changes over time"
    )
    background: tuple[str, ...] = Field((), description="sections of the background chapter, by anchor")
    see: tuple[str, ...] = Field((), description="other entries, by id")
    sources: tuple[str, ...] = Field((), description="keys in docs/sources.bib")
    as_of: Date | None = Field(None, description="the day on which the entry was last checked")
    draft: bool = Field(False, description="`true` keeps the entry off all pages until this line is removed")
    margin: Choice | None = Field(
        None, description="`always` or `never` in the margin; by default the text that names it decides"
    )

    disputed: Disputed | None = Field(None, description="who uses the name and who rejects it, if it takes a side")

    def gloss_at(self, day: date, sense: str = "") -> str | None:
        """The gloss that applies on a day; None if no dated gloss covers it.

        That of a sense, if there is one, goes before the general one.

        >>> glosses = [{"to": 1991, "text": "Soviet republic."}, {"from": 1992, "text": "Independent state."}]
        >>> Place(name="Armenia", gloss=glosses).gloss_at(date(2022, 10, 31))
        'Independent state.'
        """
        found = {g.sense or "": g.text for g in reversed(self.gloss) if g.covers(day)}
        return found.get(sense, found.get(""))

    def name_at(self, day: date) -> str:
        """The heading on a day: the preferred alias of that time, or the entry's name.

        >>> old = {"name": "Leninakan", "from": 1924, "to": 1990, "preferred": True}
        >>> Place(name="Gyumri", gloss="A city.", aliases=[old]).name_at(date(1950, 1, 1))
        'Leninakan'
        """
        return next((a.name for a in self.aliases if a.preferred and a.covers(day)), self.name)

    def role_at(self, day: date) -> str | None:
        """A line on the office held on a day; None for everything but people."""
        return None

    def lifetime(self) -> tuple[Edtf | None, Edtf | None]:
        """The first and last date at which the entry's names can refer to it; None where that is unknown."""
        return None, None

    @property
    def sort_key(self) -> str:
        """The sort key: `sort`, or the name."""
        return self.sort or self.name

    def cited(self) -> tuple[str, ...]:
        """The keys of all sources that the entry names, in order, without repetition."""
        keys = list(self.sources)
        for name in SOURCED:
            keys += [item.source for item in getattr(self, name, ()) if item.source]
        return tuple(dict.fromkeys(keys))


class Person(Entry):
    """A person."""

    roles: tuple[Role, ...] = ()
    born: Date | None = None
    died: Date | None = None

    def lifetime(self) -> tuple[Edtf | None, Edtf | None]:
        """From birth to death."""
        return self.born, self.died

    def role_at(self, day: date) -> str | None:
        """The office held on a day, as a sentence.

        If no office covers the day, an earlier one or else a later one is given and marked as such. None if no office
        is known.

        >>> mayor = {"title": "Mayor of Northport", "from": "2018-05", "to": "2022"}
        >>> person = Person(name="Ada Quill", gloss="Politician.", roles=[mayor])
        >>> person.role_at(date(2020, 1, 1))
        'Mayor of Northport since May 2018.'
        >>> person.role_at(date(2024, 1, 1))
        'Earlier Mayor of Northport (2018–2022).'
        """
        future = [(role.start.first, role.title) for role in self.roles if role.start]
        return self.role_by(day) or (f"Later {min(future)[1]}." if future else None)

    def role_by(self, day: date) -> str | None:
        """The office held on a day, or the last one before; None if all known offices came later."""
        held = [role for role in self.roles if role.covers(day)]
        if held:
            return "; ".join(self._in_office(role) for role in held) + "."
        past = [role for role in self.roles if role.end and role.end.last < day]
        if not past:
            return None
        last = max(past, key=lambda role: role.end.last if role.end else date.min)
        return f"Earlier {last.title} ({_years(last)})."

    def _in_office(self, role: Role) -> str:
        if role.start is None:
            return role.title
        since = f"{role.title} since {month_year(role.start)}"
        starts = [r.start for r in self.roles if r.title == role.title and r.start]
        first = min(starts, key=lambda start: start.first)
        return since if first.first == role.start.first else f"{since}, first in {month_year(first)}"

    def has_role_at(self, day: date) -> bool:
        """Whether an office covers the day, or no office is known at all."""
        return not self.roles or any(role.covers(day) for role in self.roles)


def _years(role: Role) -> str:
    """The years of an office that has ended."""
    start = role.start.first.year if role.start else None
    end = role.end.last.year if role.end else None
    if start is None:
        return f"until {end}"
    return str(start) if start == end else f"{start}–{end}"


class OnMap(Record):
    """How a place appears on maps."""

    drawn: Literal["country", "region", "capital", "town", "road"] | None = Field(
        None, description="the symbol; by default a town, or a country if `country` is the entry's name"
    )
    name: str | None = Field(None, description="the first name; by default the entry's")
    other: str | None = Field(
        None, description="the second name, empty for none; by default the next of the entry's names or `rival_names`"
    )


def _on_map(value: object) -> object:
    return {"drawn": value} if isinstance(value, str) else value


class Place(Entry):
    """A place or a region."""

    coordinates: Annotated[tuple[Latitude, Longitude] | None, _COORDINATES] = Field(
        None, description="latitude and longitude in degrees"
    )
    map: Annotated[OnMap, BeforeValidator(_on_map, json_schema_input_type=str | OnMap)] = Field(
        OnMap(), description="how it appears on maps: a symbol such as `capital`, or a mapping"
    )
    country: str | None = None
    status: tuple[DatedText, ...] = ()
    rival_names: tuple[RivalName, ...] = ()
    usage: str | None = Field(None, description="a neutral note on its names")


class Agreement(Entry):
    """A treaty, statement or other text that was agreed, proposed or imposed."""

    date: Date | None = None
    place: str | None = None
    parties: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    outcome: str | None = None
    matters: str | None = Field(None, description="why it matters to the articles, in one sentence")


class Organisation(Entry):
    """A body with members, staff or an office, including a government."""

    founded: Date | None = None
    dissolved: Date | None = None
    members: tuple[str, ...] = ()
    owner: Dated = Field((), description="for an outlet or agency: who owns it")
    funding: Dated = Field((), description="how it is paid for")
    status: Dated = Field(
        (), description="where it is based and what it may do, or anything else its readers should know"
    )
    naming: Dated = Field((), description="the names it uses: spelling, capitals, words")

    def lifetime(self) -> tuple[Edtf | None, Edtf | None]:
        """From founding to dissolution."""
        return self.founded, self.dissolved


class Event(Entry):
    """Something that happened."""

    start: Date | None = None
    end: Date | None = None
    place: str | None = None
    casualties: tuple[Casualties, ...] = ()
    wording: tuple[Wording, ...] = ()


class Term(Entry):
    """A word or an idea."""


MODELS: dict[Kind, type[Entry]] = {
    Kind.PEOPLE: Person,
    Kind.PLACES: Place,
    Kind.AGREEMENTS: Agreement,
    Kind.ORGANISATIONS: Organisation,
    Kind.EVENTS: Event,
    Kind.TERMS: Term,
}


def happened(entry: Entry) -> Edtf | None:
    """The date of an event or agreement, for a timeline; None for other kinds.

    >>> str(happened(Event(name="Harbour fair", gloss="A fair.", start="2024-03-01/2024-03-05")))
    '2024-03-01/2024-03-05'
    """
    value: Any = getattr(entry, "date", None) or getattr(entry, "start", None)
    return value if isinstance(value, Edtf) and isinstance(entry, (Agreement, Event)) else None
