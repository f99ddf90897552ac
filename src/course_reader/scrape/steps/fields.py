"""Sorts the lines above and below an article into its fields."""

from __future__ import annotations

import re

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut, Fact, Where
from course_reader.scrape.expressions import expression
from course_reader.scrape.lines import bylines, captions, datelines, dates, furniture, outlets
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.lines.shapes import (
    PARTS,
    is_label,
    issue,
    name_and_day,
    name_with_outlets,
    outlet_and_place,
    outlets_in_line,
    parts_are_header,
    source,
)
from course_reader.scrape.lines.signed import signed
from course_reader.scrape.records import Removed

#: Up to a stop after a word, which is no initial.
_SENTENCE = expression(r".{20,}?[^\W\d_]{3}[.!?…][”\"’»)]*(?=\s|$)", re.S)


def take_line(draft: Draft, segment: Segment) -> bool:
    """Take a line with nothing but date, byline, agency or outlet; False if it is anything else."""
    text = segment.plain
    if len(text) > 240 or segment.kind in ("quote", "row"):
        return False
    if text.lower().endswith(" read more") and bylines.is_person(text[:-10]):
        _take_names(draft, segment, text[:-10], Where.BELOW_HEADLINE)
        draft.removed.append(Removed(segment.first, text[-9:], Cut.RELATED))
        return True
    if (
        _take_source(draft, segment)
        or _take_issue(draft, segment)
        or _take_part(draft, segment, text)
        or _take_place(draft, segment)
    ):
        return True
    if is_label(text):
        draft.drop(segment, Cut.LABEL)
        return True
    if not parts_are_header(text) and _take_signed(draft, segment):
        return True
    found = datelines.parse(text, alone=True)
    if found is not None:
        take_dateline(draft, segment, found)
        if found.day is not None and found.day.iso is not None:
            draft.clue(Fact.DATE, found.day.iso, segment, Where.OWN_LINE, day=found.day)
        return True
    if not parts_are_header(text):
        return False
    for part in (p for p in PARTS.split(text) if p):
        if _take_part(draft, segment, part):
            continue
        if bylines.is_person(part) and furniture.match(part, in_head=True) is None:
            _take_names(draft, segment, part, Where.BELOW_HEADLINE)
        else:
            why = furniture.match(part, in_head=True)
            draft.removed.append(Removed(segment.first, part, why.reason if why else Cut.TIME))
    return True


def _take_signed(draft: Draft, segment: Segment) -> bool:
    """A byline with a day, a handle or a job: ``By Jane Doe, May 3, 2023 9:30 am``."""
    text = segment.plain
    who = signed(text)
    if who is None:
        return False
    for day in dates.find_dates(text):
        name = Fact.UPDATED if day.updated else Fact.DATE
        draft.clue(name, day.iso or "", segment, Where.WITH_DATE, text=text, day=day)
    _take_byline(draft, segment, who, text, Where.BYLINE)
    return True


def _take_source(draft: Draft, segment: Segment) -> bool:
    """A source line: ``Source: ZEIT ONLINE, dpa, AFP``."""
    named = source(segment.plain)
    if named is None:
        return False
    known = outlets_in_line(named)
    if known:
        _note_outlets(draft, segment, known, Where.SOURCE_LINE)
    else:
        draft.clue(Fact.OUTLET, named, segment, Where.SOURCE_LINE, sure=False)
    draft.take(Fact.OUTLET, named, segment)
    return True


def _take_issue(draft: Draft, segment: Segment) -> bool:
    """An issue line: ``Newspaper "Kommersant" No. 92, 26.05.2023, p. 6``."""
    found = issue(segment.plain)
    if found is None:
        return False
    outlet, day = found
    _note_outlets(draft, segment, [outlet], Where.ISSUE_LINE)
    draft.clue(Fact.DATE, day.iso or "", segment, Where.ISSUE_LINE, day=day)
    draft.take(Fact.DATE, day.iso or "", segment)
    return True


def _note_outlets(
    draft: Draft, segment: Segment, known: list[outlets.Outlet], where: Where, text: str | None = None
) -> None:
    """PrintedRecord the agencies and outlets of one line, with all their names."""
    for name, wanted in ((Fact.AGENCY, True), (Fact.OUTLET, False)):
        named = [outlet.name for outlet in known if outlet.agency is wanted]
        if named:
            draft.clue(name, ", ".join(named), segment, where, text=text)


def _take_place(draft: Draft, segment: Segment) -> bool:
    """An outlet with a place, or a place: ``BBC News, Ostraven``, ``Reporting from Ostraven``."""
    outlet = outlet_and_place(segment.plain)
    if outlet is not None:
        _note_outlets(draft, segment, [outlet], Where.BELOW_BYLINE)
        draft.take(Fact.AGENCY if outlet.agency else Fact.OUTLET, outlet.name, segment)
        return True
    place = bylines.reporting_from(segment.plain)
    if place is None:
        return False
    draft.clue(Fact.DATELINE, place, segment, Where.BELOW_BYLINE)
    draft.take(Fact.DATELINE, place, segment)
    return True


def _take_part(draft: Draft, segment: Segment, text: str) -> bool:
    if _take_days(draft, segment, text):
        return True
    both = name_and_day(text)
    if both is not None and bylines.parse(text) is None:
        why = furniture.match(both[0], in_head=True)
        if why is not None:
            draft.removed.append(Removed(segment.first, both[0], why.reason))
        else:
            _take_names(draft, segment, both[0], Where.WITH_DATE)
            if both[0].islower():
                draft.ask(Fact.BYLINE, f"Is “{both[0]}” the author?")
        return _take_days(draft, segment, both[1])
    known = outlets_in_line(text)
    if known and bylines.parse(text) is None:
        _note_outlets(draft, segment, known, Where.OWN_LINE, text)
        draft.take(Fact.AGENCY if known[0].agency else Fact.OUTLET, known[0].name, segment, text)
        return True
    with_others = name_with_outlets(text)
    if with_others is not None and bylines.parse(text) is None:
        _take_byline(draft, segment, bylines.people(with_others[0]), text, Where.BYLINE)
        _note_outlets(draft, segment, with_others[1], Where.BYLINE, text)
        return True
    who = bylines.parse(text)
    if who is None and bylines.is_located(text):
        who = bylines.people(text)
    if who is None:
        return False
    _take_byline(draft, segment, who, text, Where.BYLINE)
    return True


def _take_days(draft: Draft, segment: Segment, text: str) -> bool:
    days = dates.whole_line(text)
    for day in days:
        name = Fact.UPDATED if day.updated else Fact.DATE
        draft.clue(name, day.iso or "", segment, Where.OWN_LINE, text=text, day=day)
    if days:
        draft.take(Fact.DATE, days[0].iso or "", segment, text)
    return bool(days)


def _take_names(draft: Draft, segment: Segment, text: str, where: Where) -> None:
    _take_byline(draft, segment, bylines.parse(text) or bylines.people(text), text, where)


def _take_byline(draft: Draft, segment: Segment, who: bylines.Byline, text: str, where: Where) -> None:
    if who.byline:
        draft.clue(Fact.BYLINE, who.byline, segment, where, text=text)
    draft.take(Fact.BYLINE, who.byline or "", segment, text)
    for name, outlet in ((Fact.AGENCY, who.agency), (Fact.OUTLET, who.outlet)):
        if outlet is not None:
            draft.clue(name, outlet.name, segment, where, text=text)
    if who.unknown is not None:
        draft.clue(Fact.OUTLET, who.unknown, segment, where, text=text, sure=False)


def take_picture(draft: Draft, segment: Segment, *, in_head: bool) -> bool:
    """Take a line that is clearly a caption or a credit."""
    found = picture(segment, in_head=in_head)
    if found is None:
        return False
    if found.caption:
        draft.caption(found.caption, segment)
    if found.credit:
        draft.credit(found.credit, segment)
    return True


def picture(segment: Segment, *, in_head: bool) -> captions.PictureText | None:
    """The caption and credit in a line; outside the head, only clear ones."""
    found = captions.labelled(segment.plain) or captions.credit_alone(segment.plain)
    if found is None and segment.kind == "text":
        found = captions.split_credit(segment.plain)
        if found is not None and not found.strong and not in_head:
            return None
    return found


def _opening(found: datelines.Dateline) -> str:
    """A dateline with the sentence that it opens, as it was printed."""
    sentence = _SENTENCE.match(found.rest)
    return f"{found.printed} {sentence[0] if sentence else found.rest}".strip()


def take_dateline(draft: Draft, segment: Segment, found: datelines.Dateline) -> None:
    """PrintedRecord the parts of a dateline."""
    if found.place:
        draft.clue(Fact.DATELINE, found.place, segment, Where.DATELINE, text=found.printed)
    draft.take(Fact.DATELINE, found.place or "", segment, _opening(found))
    if found.agency:
        outlet = outlets.by_name(found.agency)
        name = Fact.AGENCY if outlet is None or outlet.agency else Fact.OUTLET
        draft.clue(
            name,
            outlet.name if outlet else found.agency,
            segment,
            Where.DATELINE,
            text=found.printed,
            sure=outlet is not None,
        )
    if found.day is not None:
        draft.clue(Fact.FILED, found.day.iso or "", segment, Where.DATELINE, text=found.printed, day=found.day)
