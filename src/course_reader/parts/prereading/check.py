"""Problems with pre-reading pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from course_reader.model.near import near
from course_reader.model.problems import Code, Problem
from course_reader.parts.prereading.values import Before, Keys, PackKeys
from course_reader.views.at import At
from course_reader.views.chronology import known_by


def check(at: At) -> Iterator[Problem]:
    """Dates that were not yet known at the time."""
    if at.page.article:
        yield from _dates(at, at.keys(Keys).before, at.day)
    elif at.page.pack:
        pages = at.library.pages
        listed = at.library.documents.listed.get(at.docname, [])
        days = [pages[name].day for name in listed if name in pages]
        yield from _dates(at, at.keys(PackKeys).before, min(filter(None, days), default=None))


def _dates(at: At, before: Before, day: date | None) -> Iterator[Problem]:
    if not before.dates:
        return
    known = known_by(at.library, day or date.max)
    dated = known_by(at.library, date.max)
    for number, entry in enumerate(before.dates):
        if entry in known:
            continue
        if entry in dated:
            why = f"`{entry}` happened after the article ({day}); name something earlier"
        else:
            why = f"`{entry}` is not an event or agreement with a date; {near(entry, dated).removeprefix('; ')}"
        line = at.lines.of("before", "dates", number)
        yield Problem(at.path, line, Code.PREREADING_DATE, f"`before` cannot show this date: {why}")
