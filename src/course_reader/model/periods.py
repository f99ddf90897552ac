"""Names, glosses and offices: what is said of an entry, most of it only for a time or by one side."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from course_reader.model.dates import covers
from course_reader.model.records import Bound, Record


class Period(Record):
    """Something that applies for a time; both ends may be open.

    >>> from datetime import date
    >>> Period.model_validate({"from": "2018-05", "to": ".."}).covers(date(2022, 10, 31))
    True
    """

    start: Bound = Field(None, alias="from", description="first day, month or year; `..` if unknown")
    end: Bound = Field(None, alias="to", description="last day, month or year; `..` if it has not ended")

    def covers(self, day: date) -> bool:
        """Whether the period includes the day."""
        return covers(self.start, self.end, day)


class Alias(Period):
    """Another name for an entry; its period is the time in which the name was in use."""

    name: str = Field(min_length=1)
    metonym: bool = Field(
        False,
        description="refers to this entry only where the words around it show that, or an article's `mentions` says so",
    )
    sure: bool | None = Field(
        None,
        description="for a name that is also a month, a title, a frequent word or a given name: `true` if it always "
        "means this entry, `false` if it needs evidence each time and `check` should not mention it",
    )
    preferred: bool = Field(False, description="during its period, this name is the entry's heading")


class DatedText(Period):
    """A text that applies for a time."""

    text: str
    source: str | None = None


class GlossText(DatedText):
    """An explanation for the margin: the general one, or that of one sense of the name."""

    sense: str | None = Field(
        None,
        pattern=r"^[a-z][a-z -]*$",
        description="where it is used: `metonym` (a capital or country that means its government), `party` (in a "
        "sentence on an agreement of which it is a party), or another word that an article's `mentions` gives",
    )


class Disputed(Record):
    """A name that takes a side.

    >>> str(Disputed(used_by="the council", rejected_by="the fishermen"))
    'used by the council, rejected by the fishermen'
    """

    used_by: str = Field(min_length=1)
    rejected_by: str | None = None

    def __str__(self) -> str:
        used = f"used by {self.used_by}"
        return f"{used}, rejected by {self.rejected_by}" if self.rejected_by else used


class Role(Period):
    """An office that a person held."""

    title: str = Field(min_length=1)
    source: str | None = None


def _alias(value: object) -> object:
    return {"name": value} if isinstance(value, (str, int)) else value


def _dated(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return value
    return (value if isinstance(value, dict) else {"text": value},)


Aliases = tuple[Annotated[Alias, BeforeValidator(_alias, json_schema_input_type=str | Alias)], ...]
_Glosses = Annotated[tuple[GlossText, ...], Field(min_length=1)]
Dated = Annotated[
    tuple[DatedText, ...], BeforeValidator(_dated, json_schema_input_type=str | DatedText | tuple[DatedText, ...])
]
Glosses = Annotated[_Glosses, BeforeValidator(_dated, json_schema_input_type=str | _Glosses)]
