"""The dates around an article's own, as values."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from course_reader.model.dates import spell
from course_reader.model.settings import Setting, number
from course_reader.views.at import At
from course_reader.views.chronology import dated

TIME_BEFORE = Setting("time_before", 3, "The number of dates before the article in “This article in time”.", number)
TIME_AFTER = Setting("time_after", 2, "The number of dates after the article in “This article in time”.", number)


@dataclass(frozen=True, slots=True)
class TimeItem:
    """A line of a timeline."""

    when: str
    text: str
    docname: str | None
    #: event, article or now
    kind: str


def around(at: At) -> tuple[TimeItem, ...] | None:
    """The dates around an article's own; None if it has no date, or if there are no others."""
    article = at.page.article
    if article is None or article.date is None:
        return None
    settings, items = at.library.settings, dated(at.library)
    here = bisect.bisect_left(items, (article.date.first, 1, at.article), key=lambda item: item.order)
    before = items[max(0, here - settings[TIME_BEFORE]) : here]
    after = items[here + 1 : here + 1 + settings[TIME_AFTER]]
    if not before and not after:
        return None
    own = TimeItem(spell(article.date, short=True), "This article", None, "now")
    one, two = (
        [TimeItem(i.when, i.title, i.docname, "article" if i.rank else "event") for i in some]
        for some in (before, after)
    )
    return (*one, own, *two)
