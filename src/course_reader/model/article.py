"""Articles, as described by their front matter."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from course_reader.model.gloss_policy import Choice, GlossPolicy
from course_reader.model.records import Date, Docname, Record, WebAddress

RightsStatus = Literal["none", "adapted", "licensed", "open", "public-domain", "own"]


class Rights(Record):
    """Who may see the text.

    >>> import datetime
    >>> rights = Rights(status="licensed", expires="2025-06")
    >>> rights.permits(datetime.date(2025, 6, 30)), rights.permits(datetime.date(2025, 7, 1))
    (True, False)
    """

    status: RightsStatus = Field("none", description="why the text may be shown; `none` if it may not")
    holder: str | None = Field(None, description="who holds the rights")
    terms: str | None = Field(None, description="the terms, such as the name of a licence")
    expires: Date | None = Field(None, description="the last day of the permission")

    def permits(self, day: datetime.date) -> bool:
        """Whether the text may be shown to the public on a day."""
        return self.status != "none" and not self.expired(day)

    def expired(self, day: datetime.date) -> bool:
        """Whether the permission has expired by a day."""
        return self.expires is not None and self.expires.last < day


class Source(Record):
    """The report that an adapted article retells."""

    title: str | None = Field(None, description="its headline")
    url: WebAddress | None = Field(None, description="its address")


class Counts(Record):
    """What was counted in the original of an adapted article: numbers and names, no other word of it."""

    sha256: str = Field(description="the hash of the file in which it was counted")
    words: int = Field(ge=0)
    paragraphs: int = Field(ge=0)
    quotations: int = Field(0, ge=0)
    quoted: int = Field(0, ge=0, description="words between quotation marks")
    speakers: dict[str, int] = Field(
        default_factory=dict, description="who is the subject of a verb of saying, by entry, and how often"
    )
    verbs: dict[str, int] = Field(default_factory=dict, description="reporting verbs, and how often each is used")
    names: dict[str, dict[str, int]] = Field(
        default_factory=dict, description="by entry, the names that the original uses, and how often each"
    )


ChangeKind = Literal[
    "speakers", "reporting", "causes", "contrasts", "numbers", "negations", "hedges", "quotation-marks", "paragraphs"
]


class Change(Record):
    """A difference between an adapted article and its original that is intended."""

    kind: ChangeKind = Field(description="what differs")
    paragraph: int | None = Field(None, ge=1, description="the paragraph of the adapted article; without it, all")
    words: str | None = Field(None, description="what `check --adapted` prints of it; without it, all of the kind")
    reason: str = Field(min_length=1, description="why it was changed")


class Original(Record):
    """The unchanged text that an article was imported from; it is kept in the article's folder."""

    file: str
    sha256: str


class MentionLine(Record):
    """A decision that the text alone does not settle: some words name an entry, or name none."""

    text: str = Field(min_length=1)
    entry: str = Field(description="an entry's id, or `none` for no link")
    paragraph: int | None = Field(None, ge=1)
    occurrence: int | None = Field(None, ge=1, description="which occurrence, if the words appear more than once")
    sense: str | None = Field(None, description="which of the entry's glosses explains it here, by its `sense`")
    gloss: str | None = Field(None, min_length=1, description="what explains it here, instead of the entry's gloss")


def _names(value: object) -> object:
    return tuple(value) if isinstance(value, (list, dict)) else (value,) if isinstance(value, str) else value


_Names = str | tuple[str, ...] | dict[str, Any]


class Article(Record):
    """A text in the reader.

    >>> Article(title="Talks in the harbour", date="2024-03").date.last
    datetime.date(2024, 3, 31)
    """

    title: str = Field(min_length=1)
    date: Date | None = Field(None, description="the day it was published")
    event_date: Date | None = Field(None, description="the day that it reports on")
    outlet: str | None = Field(None, description="who published it")
    agency: str | None = Field(None, description="the news agency that supplied it")
    byline: str | None = Field(None, description="the names of its authors, as printed")
    dateline: str | None = Field(None, description="the place it was reported from, as printed")
    caption: str | None = Field(None, description="the caption of its picture")
    credit: str | None = Field(None, description="the credit of its picture")
    url: WebAddress | None = Field(None, description="the address of the original")
    language: str = Field("en", description="the language of the text, as a tag such as `en`")
    rights: Rights | None = None
    adapted_from: Source | None = None
    original: Original | None = None
    counts: Counts | None = Field(None, description="counts of the original, written by `course-reader compare`")
    changes: tuple[Change, ...] = Field((), description="intended differences from the original")
    mentions: tuple[MentionLine, ...] = Field((), description="decisions on what some words name")
    unsure: Annotated[tuple[str, ...], BeforeValidator(_names, json_schema_input_type=_Names)] = Field(
        (), description="keys that the import was not sure of"
    )
    moved_from: tuple[Docname, ...] = Field((), description="its document names before it was moved; they lead to it")
    gloss: GlossPolicy | None = Field(None, description="which mentions get a gloss, if not as in `conf.py`")
    margin: dict[str, Choice] = Field(
        default_factory=dict, description="entries whose gloss is `always` or `never` in the margin of this article"
    )


class LevelText(Record):
    """The text of an article at another level; everything else is in the article's front matter."""

    mentions: tuple[MentionLine, ...] = Field(
        (), description="decisions on what some words name, besides those of the article"
    )


class Section(Record):
    """A section of a chapter, as described on other pages."""

    anchor: str = Field(min_length=1)
    years: str | None = Field(None, description="the years that it covers, shown below its heading")
    short: str | None = Field(None, description="a summary of two sentences, for the pages that link to it")


class Chapter(Record):
    """A page with glosses that is not an article, such as the background chapter."""

    model_config = ConfigDict(extra="ignore")

    date: Date | None = None
    gloss: GlossPolicy | None = None
    mentions: tuple[MentionLine, ...] = ()
    sections: tuple[Section, ...] = ()
