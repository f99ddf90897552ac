"""Entries of the glossary: one file each, one class for each kind."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from course_reader.model.dates import Edtf, covers, month_year
from course_reader.model.records import Bound, Date, Record, Texts


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
        """The kind in the singular, as readers see it."""
        return _WORDS[self]


_WORDS = {
    Kind.PEOPLE: "person",
    Kind.PLACES: "place",
    Kind.AGREEMENTS: "agreement",
    Kind.ORGANISATIONS: "organisation",
    Kind.EVENTS: "event",
    Kind.TERMS: "term",
}


class Period(Record):
    """Something that holds for a time; both ends may be open."""

    start: Bound = Field(None, alias="from", description="first day, month or year; `..` if it is not known")
    end: Bound = Field(None, alias="to", description="last day, month or year; `..` if it lasts")

    def covers(self, day: date) -> bool:
        """Whether the period holds the day."""
        return covers(self.start, self.end, day)


class Alias(Period):
    """Another name for an entry; its period is the time in which the name was in force."""

    name: str = Field(min_length=1)
    metonym: bool = Field(False, description="means this entry only where an article's `mentions` says so")
    preferred: bool = Field(False, description="in its period, this is the name that heads the entry")


class DatedText(Period):
    """A text that holds for a time."""

    text: str
    source: str | None = None


class Role(Period):
    """An office that a person held."""

    title: str = Field(min_length=1)
    source: str | None = None


class RivalName(Record):
    """A name for a place, and who uses it."""

    name: str
    used_by: str


class Casualties(Record):
    """A figure, and whose it is."""

    figure: str
    claimed_by: str
    source: str | None = None


class Wording(Record):
    """How one side words an event."""

    by: str
    text: str


def _alias(value: object) -> object:
    return {"name": value} if isinstance(value, (str, int)) else value


def _dated(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return value
    return (value if isinstance(value, dict) else {"text": value},)


Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Aliases = tuple[Annotated[Alias, BeforeValidator(_alias, json_schema_input_type=str | Alias)], ...]
_Glosses = Annotated[tuple[DatedText, ...], Field(min_length=1)]
Dated = Annotated[
    tuple[DatedText, ...], BeforeValidator(_dated, json_schema_input_type=str | DatedText | tuple[DatedText, ...])
]
Glosses = Annotated[_Glosses, BeforeValidator(_dated, json_schema_input_type=str | _Glosses)]


#: keys whose items hold for a time, and keys whose items name a source
DATED = ("aliases", "gloss", "roles", "status", "owner", "funding", "naming")
SOURCED = ("roles", "status", "casualties", "gloss", "owner", "funding", "naming")


class Entry(Record):
    """What is known of one person, place, agreement, organisation, event or term."""

    name: str = Field(min_length=1, description="the name that heads the entry")
    sort: str | None = Field(None, description="what it is sorted under: Surname, Given name")
    aliases: Aliases = Field((), description="other names that articles use")
    names: dict[str, Texts] = Field(default_factory=dict, description="names by language tag: hy, az, ru")
    gloss: Glosses = Field(description="the explanation in the margin, at most 30 words; a list if time changes it")
    background: tuple[str, ...] = Field((), description="sections of the background chapter, by anchor")
    see: tuple[str, ...] = Field((), description="other entries, by id")
    sources: tuple[str, ...] = Field((), description="keys in docs/sources.bib")
    as_of: Date | None = Field(None, description="the day up to which the entry was checked")

    def gloss_at(self, day: date) -> str | None:
        """The gloss that holds on a day; None if no dated gloss covers it."""
        return next((g.text for g in self.gloss if g.covers(day)), None)

    def name_at(self, day: date) -> str:
        """The name that headed the entry on a day."""
        return next((a.name for a in self.aliases if a.preferred and a.covers(day)), self.name)

    def role_at(self, day: date) -> str | None:
        """A line on the office held on a day; only people have one."""
        return None

    def lifetime(self) -> tuple[Edtf | None, Edtf | None]:
        """From when to when the entry's names can mean it; open where nothing is known."""
        return None, None

    @property
    def sort_key(self) -> str:
        """What the entry is sorted under."""
        return self.sort or self.name

    def cited(self) -> tuple[str, ...]:
        """Every source key that the entry names, each once, in order."""
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
        """The office on a day: "Prime Minister of Armenia since January 2019".

        A later or earlier office, where none covers the day, is marked as such.
        """
        future = [(role.start.first, role.title) for role in self.roles if role.start]
        return self.role_by(day) or (f"Later {min(future)[1]}." if future else None)

    def role_by(self, day: date) -> str | None:
        """The office on a day, or the last before it; None if all that is known came later."""
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
        """Whether an office covers the day, or none is known at all."""
        return not self.roles or any(role.covers(day) for role in self.roles)


def _years(role: Role) -> str:
    """The years of an office that is over."""
    start = role.start.first.year if role.start else None
    end = role.end.last.year if role.end else None
    if start is None:
        return f"until {end}"
    return str(start) if start == end else f"{start}–{end}"


class OnMap(Record):
    """How a place stands on maps."""

    drawn: Literal["country", "region", "capital", "town", "road"] | None = Field(
        None, description="the symbol; a town if not given, or a country if `country` is the entry's name"
    )
    name: str | None = Field(None, description="the first name; the entry's own if not given")
    other: str | None = Field(
        None, description="the second name, empty for none; the next of the entry's names, or of `rival_names`"
    )


def _on_map(value: object) -> object:
    return {"drawn": value} if isinstance(value, str) else value


class Place(Entry):
    """A place or a region."""

    coordinates: tuple[Latitude, Longitude] | None = Field(None, description="latitude, longitude in degrees")
    map: Annotated[OnMap, BeforeValidator(_on_map, json_schema_input_type=str | OnMap)] = Field(
        OnMap(), description="how it stands on maps: capital, or a mapping"
    )
    country: str | None = None
    status: tuple[DatedText, ...] = ()
    rival_names: tuple[RivalName, ...] = ()
    usage: str | None = Field(None, description="a neutral note on its names")


class Agreement(Entry):
    """A treaty, statement or other text agreed on, proposed or imposed."""

    date: Date | None = None
    place: str | None = None
    parties: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    outcome: str | None = None
    matters: str | None = Field(None, description="the point of it that the articles turn on, in a sentence")


class Organisation(Entry):
    """A body with members, staff or an office; a government too."""

    founded: Date | None = None
    dissolved: Date | None = None
    members: tuple[str, ...] = ()
    owner: Dated = Field((), description="of an outlet or agency: who owns it")
    funding: Dated = Field((), description="what it lives on")
    status: Dated = Field((), description="where it works from, what it may do: whatever its readers should know")
    naming: Dated = Field((), description="how it names things: spelling, capitals, words")

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
    """When an event or agreement took place, for a timeline; None for other kinds."""
    value: Any = getattr(entry, "date", None) or getattr(entry, "start", None)
    return value if isinstance(value, Edtf) and isinstance(entry, (Agreement, Event)) else None
