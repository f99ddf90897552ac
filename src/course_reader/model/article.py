"""Articles: what their front matter says."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from course_reader.model.gloss_policy import GlossPolicy
from course_reader.model.records import Date, Record

RightsStatus = Literal["none", "adapted", "licensed", "open", "public-domain", "own"]


class Rights(Record):
    """Who may see the text."""

    status: RightsStatus = "none"
    holder: str | None = None
    terms: str | None = None
    expires: Date | None = None

    def permits(self, day: datetime.date) -> bool:
        """Whether the text may be shown to everybody on a day."""
        return self.status != "none" and not self.expired(day)

    def expired(self, day: datetime.date) -> bool:
        """Whether a permission has run out by a day."""
        return self.expires is not None and self.expires.last < day


class Source(Record):
    """The text that an adapted article retells."""

    title: str | None = None
    url: str | None = None


class Original(Record):
    """The untouched text that an article was imported from, beside it."""

    file: str
    sha256: str


class MentionLine(Record):
    """What the text alone cannot say: that some words name an entry, or that they name none."""

    text: str = Field(min_length=1)
    entry: str = Field(description="an entry's id, or `none` for no link")
    paragraph: int | None = Field(None, ge=1)
    occurrence: int | None = Field(None, ge=1, description="which one, if it stands there twice")


def _names(value: object) -> object:
    return tuple(value) if isinstance(value, (list, dict)) else (value,) if isinstance(value, str) else value


_Names = str | tuple[str, ...] | dict[str, Any]


class Article(Record):
    """A text in the reader."""

    title: str = Field(min_length=1)
    date: Date | None = Field(None, description="the day it was printed")
    event_date: Date | None = Field(None, description="the day it reports on")
    outlet: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: str | None = None
    caption: str | None = None
    credit: str | None = None
    url: str | None = None
    language: str = "en"
    rights: Rights | None = None
    adapted_from: Source | None = None
    original: Original | None = None
    mentions: tuple[MentionLine, ...] = ()
    unsure: Annotated[tuple[str, ...], BeforeValidator(_names, json_schema_input_type=_Names)] = ()
    gloss: GlossPolicy | None = None

    @property
    def day(self) -> datetime.date | None:
        """The day that glosses are chosen for: the last day that the printed date can mean."""
        return self.date.last if self.date else None

    @property
    def about_day(self) -> datetime.date | None:
        """The day the article reports on, or the day it was printed."""
        when = self.event_date or self.date
        return when.last if when else None


class Section(Record):
    """A section of a chapter, as other pages tell of it."""

    anchor: str = Field(min_length=1)
    years: str | None = Field(None, description="the years it covers, for the line below its heading")
    short: str | None = Field(None, description="two sentences, for the pages that lead to it")


class Chapter(Record):
    """A page that is glossed like an article but is none, such as the background chapter."""

    model_config = ConfigDict(extra="ignore")

    date: Date | None = None
    gloss: GlossPolicy | None = None
    mentions: tuple[MentionLine, ...] = ()
    sections: tuple[Section, ...] = ()
