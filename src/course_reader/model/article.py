"""Articles: what their front matter says."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from course_reader.model.gloss_policy import GlossPolicy
from course_reader.model.records import Date, Record, Texts

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


class Question(Record):
    """A question for the class."""

    text: str
    group: str | None = None
    answer_in: Texts = Field(
        (), description="where the answer stands: an entry's id, a section's anchor, an article's folder, a page"
    )


class HardWord(Record):
    """What a hard word of the text means."""

    means: str = Field(min_length=1, description="the meaning it has in this text, in plain words")
    part: str | None = Field(None, description="part of speech: noun, verb, adjective …")
    forms: Texts = Field((), description="how it stands in the text, where no ending tells: sought for seek")


class Before(Record):
    """What a sheet to be read before the text asks and shows."""

    questions: tuple[str, ...] = Field((), description="questions to keep in mind while reading; three fit")
    dates: tuple[str, ...] = Field((), description="events and agreements to show, by id; five fit")


class LaterEvent(Record):
    """Something that happened after the article was printed."""

    date: Date
    text: str
    sources: tuple[str, ...] = ()


def _question(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


def _before(value: object) -> object:
    return {"questions": value} if isinstance(value, (list, tuple)) else value


def _word(value: object) -> object:
    return {"means": value} if isinstance(value, str) else value


def _names(value: object) -> object:
    return tuple(value) if isinstance(value, (list, dict)) else (value,) if isinstance(value, str) else value


#: a sheet's keys; a list alone is its questions
Sheet = Annotated[Before, BeforeValidator(_before, json_schema_input_type=tuple[str, ...] | Before)]
_Word = Annotated[HardWord, BeforeValidator(_word, json_schema_input_type=str | HardWord)]
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
    questions: tuple[Annotated[Question, BeforeValidator(_question, json_schema_input_type=str | Question)], ...] = ()
    before: Sheet = Field(Before(), description="what the sheet to be read before the article asks and shows")
    vocabulary: dict[str, _Word] = Field(
        default_factory=dict, description="hard words of the text, each with its meaning"
    )
    background: tuple[str, ...] = ()
    mentions: tuple[MentionLine, ...] = ()
    what_happened_next: tuple[LaterEvent, ...] = ()
    unsure: Annotated[tuple[str, ...], BeforeValidator(_names, json_schema_input_type=_Names)] = ()
    gloss: GlossPolicy | None = None


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
