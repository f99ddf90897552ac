"""Takes datelines, sign-offs and pictures out of the body of an article."""

from __future__ import annotations

import re

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut, Fact, Where
from course_reader.scrape.expressions import expression
from course_reader.scrape.lines import bylines, captions, datelines, dates, outlets
from course_reader.scrape.lines.segments import Segment, ends_sentence
from course_reader.scrape.lines.shapes import capitals, is_prose
from course_reader.scrape.markdown import plain
from course_reader.scrape.steps.fields import take_dateline, take_line, take_picture

_SIGN_OFF = expression(r"(?P<body>.{40,}[.!?…”\"’»)])\s+[(\[/—–-]{1,2}\s*(?P<who>[^()\[\]/.]{2,40})[)\]/]?\.?$", re.S)
_DASHED_NAME = expression(r"[—–-]{1,2}\s*(?P<who>\S.{1,80})")
_STOP = expression(r"[.!?…։。][\"”»’')\]]*$")
_INNER_STOP = expression(r"\w{3}[.!?…][\"”»’')]* [(“\"«]?\S")
#: A line with at least this share of capitalised words is a headline rather than a sentence.
_TITLE_CASE = 0.75
#: How treaties and resolutions give their day.
_DONE = expression(
    r"(?:done|signed|adopted|concluded|fait|geschehen|совершено|подписано|ստորագրված|imzalanmışdır)\b.{0,60}"
    r"\b(?:at|in|on|by|à|le|zu|am|в|г)\b",
    re.I,
)
_IN_FIRST = 3
#: A name below the text is its author's only in so many lines; further down are the lists of a page.
_SIGNED = 2


def take_body_dateline(draft: Draft) -> None:
    """Take the dateline out of the first paragraph with one."""
    looked = 0
    spoken = any(segment.speaker for segment in draft.segments)
    for position, segment in enumerate(draft.segments):
        if segment.kind != "text":
            continue
        found = datelines.parse(segment.plain)
        if (
            found is not None
            and not (spoken and found.printed.endswith(":"))
            and _lift(draft, position, segment, found)
        ):
            return
        looked += 1
        if looked == _IN_FIRST:
            return


def _lift(draft: Draft, position: int, segment: Segment, found: datelines.Dateline) -> bool:
    """Remove the printed dateline from the segment, with any emphasis around it."""
    cut = _cut(segment.text, found.rest) if draft.markdown else found.rest
    if cut is None:
        return False
    take_dateline(draft, segment, found)
    segment.text = cut
    segment.plain = found.rest
    if position:
        draft.segments[position - 1].sealed = True
    return True


def _cut(text: str, rest: str) -> str | None:
    """The end of a Markdown text that reads *rest* without markup."""
    start = rest[:24]
    position = text.find(start)
    while position >= 0:
        if plain(text[position:]) == rest:
            return text[position:]
        position = text.find(start, position + 1) if position < 300 else -1
    for position in range(min(len(text), 200)):
        if plain(text[position:]) == rest and text[position : position + 1] not in ("*", "_", " ", ")"):
            return text[position:]
    return None


def take_tail(draft: Draft) -> None:
    """Take byline, date, agency and credits below the last sentence; a document ends with its signatures."""
    if draft.document:
        return
    kept: list[Segment] = []
    segments = draft.segments
    position = len(segments)
    while position > 0:
        segment = segments[position - 1]
        if not _take_last(draft, segment, alone=position == 1):
            break
        position -= 1
    kept = _below(draft, segments[:position])
    if kept:
        _take_sign_off(draft, kept[-1])
    draft.segments = kept


def _below(draft: Draft, segments: list[Segment]) -> list[Segment]:
    """Take short lines after the last sentence, such as topics, links and teasers."""
    last = next((n for n in range(len(segments) - 1, -1, -1) if _is_text(segments[n])), None)
    if last is None or last == len(segments) - 1:
        return segments
    kept = segments[: last + 1]
    for number, segment in enumerate(segments[last + 1 :]):
        if _take_last(draft, segment, alone=False):
            continue
        if take_picture(draft, segment, in_head=False):
            continue
        if captions.looks_like_caption(segment.plain):
            draft.caption(segment.plain, segment)
            continue
        if bylines.is_person(segment.plain) and Fact.BYLINE not in draft.clues and number < _SIGNED:
            draft.clue(Fact.BYLINE, segment.plain, segment, Where.LAST_LINE, text=segment.plain)
            draft.take(Fact.BYLINE, segment.plain, segment)
            draft.ask(Fact.BYLINE, f"Is “{segment.plain}”, below the article, the author?")
            continue
        if len(segment.plain.split()) > 4 and not segment.plain.endswith(":"):
            draft.ask(Fact.TEXT, f"Is line {segment.first}, below the last full sentence, part of the article?")
            if capitals(segment.plain) < _TITLE_CASE:
                segment.sealed = True
                kept.append(segment)
                continue
        draft.drop(segment, Cut.BELOW_ARTICLE)
    return kept


def _is_text(segment: Segment) -> bool:
    text = segment.plain
    if len(text) > 60 and _INNER_STOP.search(text):
        return True
    return segment.kind in ("item", "quote", "row") or (
        segment.kind == "text"
        and (_STOP.search(text[-8:]) is not None or len(text) > 110 or (text[-1:] in '”"»’' and len(text) > 50))
    )


def _take_last(draft: Draft, segment: Segment, *, alone: bool) -> bool:
    text = segment.plain
    if segment.kind not in ("text", "item") or len(text) > 500 or (alone and is_prose(segment)):
        return False
    if bylines.is_reporting(text):
        who = bylines.reporters(text)
        if who is not None:
            draft.clue(Fact.REPORTERS, who, segment, Where.REPORTING)
        for outlet in outlets.names_in(text):
            if outlet.agency and re.search(r"\bfrom\b|based on", text):
                draft.clue(Fact.AGENCY, outlet.name, segment, Where.REPORTING, sure=False)
        draft.drop(segment, Cut.REPORTING)
        return True
    dashed = _DASHED_NAME.fullmatch(text) or (
        _DASHED_NAME.fullmatch(f"- {text}") if segment.marker in ("-", "–") else None
    )
    if dashed is not None and (bylines.is_person(dashed.group("who")) or outlets.by_name(dashed.group("who"))):
        who_line = bylines.people(dashed.group("who"))
        _sign(draft, segment, who_line, text)
        return True
    if segment.kind == "item":
        return False
    return take_line(draft, segment) or _credit(draft, segment)


def _sign(draft: Draft, segment: Segment, who: bylines.Byline, text: str) -> None:
    only_outlet = who.byline is not None and outlets.by_name(who.byline) is not None
    if who.byline and not only_outlet:
        draft.clue(Fact.BYLINE, who.byline, segment, Where.LAST_LINE, text=text)
    for name, outlet in ((Fact.AGENCY, who.agency), (Fact.OUTLET, who.outlet)):
        if outlet is not None:
            draft.clue(name, outlet.name, segment, Where.LAST_LINE, text=text)
    draft.take(Fact.BYLINE if not only_outlet else Fact.AGENCY, who.byline or "", segment, text)


def _credit(draft: Draft, segment: Segment) -> bool:
    found = captions.credit_alone(segment.plain)
    if found is None or found.credit is None:
        return False
    return take_picture(draft, segment, in_head=False)


def _take_sign_off(draft: Draft, segment: Segment) -> None:
    """Take a sign-off at the end of a paragraph: ``… he said. (AFP)``, ``… he said. — Jane Doe``."""
    if segment.kind != "text":
        return
    match = _SIGN_OFF.fullmatch(segment.plain) if len(segment.plain) < 3000 else None
    if match is None:
        return
    who = match.group("who").strip()
    outlet = outlets.by_name(who)
    printed = segment.plain[match.end("body") :].strip()
    if outlet is None and not (printed[:1] in "—–-" and bylines.is_person(who)):
        return
    cut = segment.text.rfind(printed)
    if cut < 0:
        return
    _sign(draft, segment, bylines.people(who), printed)
    segment.text = segment.text[:cut].rstrip()
    segment.plain = match.group("body")


def take_pictures(draft: Draft) -> None:
    """Take captions and credits between paragraphs."""
    if draft.document:
        return
    kept: list[Segment] = []
    segments = draft.segments
    for position, segment in enumerate(segments):
        after = segments[position + 1] if position + 1 < len(segments) else None
        if segment.kind not in ("text", "heading"):
            kept.append(segment)
        elif captions.empty_label(segment.plain):
            draft.drop(segment, Cut.CAPTION_LABEL)
        elif position and captions.empty_label(segments[position - 1].plain):
            draft.caption(segment.plain, segment)
        elif take_picture(draft, segment, in_head=False):
            continue
        elif after is not None and _describes(segments, position):
            draft.drop(segment, Cut.DESCRIPTION)
        elif after is not None and _captioned(segment, after):
            draft.caption(segment.plain, segment)
        else:
            kept.append(segment)
    draft.segments = kept


def _describes(segments: list[Segment], position: int) -> bool:
    """Whether it is an alternative text, directly above a caption and a credit."""
    three = segments[position : position + 3]
    if len(three) < 3 or any(segment.gap for segment in three[1:]) or captions.credit_alone(three[2].plain) is None:
        return False
    return all(len(segment.plain) < 200 and not ends_sentence(segment.plain) for segment in three[:2])


def _captioned(segment: Segment, after: Segment) -> bool:
    """Whether the following credit makes this line a caption."""
    if segment.kind != "text" or len(segment.plain) > 300 or captions.credit_alone(after.plain) is None:
        return False
    if not after.gap and segment.gap:
        return True
    return captions.looks_like_caption(segment.plain) or not ends_sentence(segment.plain)


def take_days_in_text(draft: Draft, first: int = 12) -> None:
    """PrintedRecord dates in sentences and captions, as a last resort for the date of publication.

    The day on which a document says that it was signed comes before all others.
    """
    signed = [segment for segment in draft.segments if _DONE.match(segment.plain)]
    for segment in [*signed, *draft.segments[:first]]:
        for day in dates.find_dates(segment.plain[:4000]):
            draft.clue(
                Fact.TEXT_DAY, day.iso or "", segment, Where.TEXT, text=segment.plain[day.start : day.end], day=day
            )
    for found in draft.found:
        if found.field == "caption":
            for day in dates.find_dates(found.text):
                stub = Segment(found.text, found.text, found.line, found.line, gap=True)
                draft.clue(
                    Fact.CAPTION_DAY, day.iso or "", stub, Where.CAPTION, text=found.text[day.start : day.end], day=day
                )
