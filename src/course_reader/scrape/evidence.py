"""What an import knows: candidates for each field with their reasons, and why lines were cut."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from course_reader.scrape.lines.dates import FoundDate


class _Word(StrEnum):
    """A member is its word, in messages and in data."""

    def __repr__(self) -> str:
        return repr(self.value)


class Fact(_Word):
    """What a candidate is evidence of: a field, or something that helps to decide on one."""

    TITLE = "title"
    DATE = "date"
    OUTLET = "outlet"
    AGENCY = "agency"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    URL = "url"
    LANGUAGE = "language"
    #: Not a field of the front matter: the body.
    TEXT = "text"
    #: The date of a later change.
    UPDATED = "updated"
    #: The date in a dateline.
    FILED = "filed"
    CAPTION_DAY = "caption_day"
    TEXT_DAY = "text_day"
    #: A stamp such as “2 hours ago”.
    RELATIVE = "relative"
    #: The year in a copyright line.
    YEAR = "year"
    #: The names in a reporting credit.
    REPORTERS = "reporters"


class Where(_Word):
    """Where a candidate was found, worded for questions."""

    HEADLINE = "the headline"
    END_OF_HEADLINE = "the end of the headline"
    BELOW_HEADLINE = "the line below the headline"
    NAME_NEAR_HEADLINE = "a name near the headline"
    BYLINE = "the byline"
    BELOW_BYLINE = "the line below the byline"
    WITH_DATE = "the line with the date"
    OWN_LINE = "a separate line"
    SOURCE_LINE = "the source line"
    ISSUE_LINE = "the issue line"
    DATELINE = "the dateline"
    COPYRIGHT = "the copyright line"
    NEWSLETTER = "the newsletter box"
    APPEAL = "the appeal for support"
    UPDATED = 'the "updated" line'
    LINE = "a line"
    LAST_LINE = "the last line"
    REPORTING = "the reporting credit"
    TEXT = "the text"
    CAPTION = "the caption"
    METADATA = "the page's metadata"
    TIME = "a <time> element"
    MARKED = "the element marked as the author"
    PUBLISHED = "the element marked as the date"
    FRONT_MATTER = "the front matter"
    RECORD = "the export's own field"
    TAUGHT = "the pattern of the outlet"


class Cut(_Word):
    """Why a part of the input is not in the article; the table of furniture uses the same words."""

    NEWSLETTER = "newsletter box"
    RELATED = "related link"
    SHARE = "share line"
    FOLLOW = "follow line"
    ADVERTISEMENT = "advertisement"
    COOKIES = "cookie line"
    READING_TIME = "reading time"
    COMMENT = "comment line"
    VIEWS = "view count"
    TAGS = "tags"
    COPYRIGHT = "copyright line"
    PAGE = "page furniture"
    UPDATED = '"updated" line'
    ORIGIN = "original address"
    APPEAL = "appeal for support"
    SECTION = "section label"
    MENU = "navigation menu"
    NO_WORDS = "line without words"
    ADDRESS = "address"
    RULE = "dividing line"
    PICTURE = "picture"
    CAPTION_LABEL = "caption label"
    DESCRIPTION = "picture description"
    LABEL = "label of a date or byline"
    TIME = "time of day"
    JOB_TITLE = "author's job title"
    REPORTING = "reporting credit"
    TWICE = "line printed twice"
    TITLE_AGAIN = "repeated headline"
    ABOVE_TITLE = "line above the headline"
    BELOW_TITLE = "line below the headline"
    BELOW_ARTICLE = "line below the article"
    OUTSIDE = "outside the article"
    FRONT_MATTER = "front matter"
    RECORD = "field of the export"


@dataclass(frozen=True, slots=True)
class FieldCandidate:
    """A possible value of a field, with its reason."""

    value: str
    line: int
    #: As printed.
    text: str
    where: Where
    #: False if the evidence is weak.
    sure: bool = True
    day: FoundDate | None = None
