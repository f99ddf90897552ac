"""The first pass: removes furniture and learns from addresses and copyright lines."""

from __future__ import annotations

import re

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut, Fact, Where
from course_reader.scrape.expressions import expression
from course_reader.scrape.lines import bylines, captions, dates, furniture, outlets
from course_reader.scrape.lines.addresses import clean_url
from course_reader.scrape.lines.segments import Segment, ends_sentence
from course_reader.scrape.markdown import link_targets
from course_reader.scrape.records import Removed
from course_reader.scrape.steps.appeals import appeal_end, opens_appeal

_URL = expression(r"<?\(?(?P<u>(?:https?://|www\.)[^\s<>\"]{4,2000})>?\)?[.,]?")
_LABELLED_URL = expression(
    r"(?P<l>[^\W\d][\w' -]{0,40}?)\s*:?\s*[<(\[]?(?P<u>(?:https?://|www\.)[^\s<>\"]{4,2000}?)[>)\]]*[.,]?", re.I
)
_ORIGIN = expression(
    r"original|source|url|permalink|canonical|link|published|available at|retrieved|from|via|article|read it|"
    r"оригинал|источник|ссылка|lien|quelle",
    re.I,
)
_BOX = expression(
    r"\b(?:your|you|our)\b.*\b(?:e-?mails?|newsletters?|inbox|stor(?:y|ies)|briefing|free|weekly|daily|delivered|"
    r"updates?)\b|"
    r"\b(?:e-?mails?|newsletters?|stories|briefing|free|weekly|daily|delivered|updates?)\b.*\b(?:your|you|our)\b",
    re.I,
)
#: Longer ones are paragraphs.
_LONGEST_CAPTION = 260
#: So many short items are a menu, and a line with so many words is none of them.
_MENU_ITEMS, _LONG_LINE = 3, 6
#: Shorter lines are repeated in lists, too.
_WORTH_COMPARING = 30
_TITLE = expression(r"(?:title|headline|заголовок|titre|titel)\s*:\s*", re.I)
_IN_BRACKETS = expression(
    r"\s*[\[(](?:see also|read also|also read|read more|related|читайте также)\s*:\s?[^\[\]()]{3,160}[\])]\.?$", re.I
)
_OWNER = expression(
    r"(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?[,.]?\s+(?P<n>[^\W\d_][\w’'&-]*(?: [^\W\d_][\w’'&-]*){0,5}?)(?=[.,|]|$| All|"
    r" Все)"
)
_FURNITURE_REASON_OF_OUTLET = {Cut.COPYRIGHT, Cut.NEWSLETTER, Cut.FOLLOW}


def sweep(draft: Draft) -> None:
    """Remove furniture from the draft's segments."""
    kept: list[Segment] = []
    segments = draft.segments
    origin_next = False
    position = 0
    head_end = _head_length(segments)
    while position < len(segments):
        segment = segments[position]
        position += 1
        _unlabel_title(segment, position)
        _cut_link(draft, segment)
        if _take_url(draft, segment, origin=origin_next):
            origin_next = False
            continue
        origin_next = False
        if captions.empty_label(segment.plain):
            draft.drop(segment, Cut.CAPTION_LABEL)
            if position < len(segments) and segments[position].kind == "text" and len(segments[position].plain) <= 600:
                found_picture = captions.split_credit(segments[position].plain)
                draft.caption(
                    found_picture.caption or "" if found_picture else segments[position].plain, segments[position]
                )
                if found_picture and found_picture.credit:
                    draft.credit(found_picture.credit, segments[position])
                position += 1
            continue
        if _is_printed_twice(segments, position - 1):
            draft.drop(segment, Cut.TWICE)
            segments[position].twice = True
            continue
        if segment.kind in ("rule", "image"):
            draft.drop(segment, Cut.RULE if segment.kind == "rule" else Cut.PICTURE)
            continue
        if opens_appeal(segment):
            end = appeal_end(segments, position)
            if end > position:
                for part in segments[position - 1 : end]:
                    draft.drop(part, Cut.APPEAL)
                position = end
                continue
        found = furniture.match(segment.plain, in_head=position <= head_end and segment.kind != "heading")
        if found is None and _menu_run(segments, position - 1, head_end):
            found = furniture.Furniture(Cut.MENU)
        if found is None or (segment.kind == "heading" and segment.level == 1 and not found.opens):
            kept.append(segment)
            continue
        _fill_box(draft, kept, segment, found.reason)
        draft.drop(segment, found.reason)
        _learn(draft, segment, found.reason)
        origin_next = found.reason == Cut.ORIGIN
        if found.opens:
            position = _links_end(draft, segments, position)
    draft.segments = kept


def _is_printed_twice(segments: list[Segment], position: int) -> bool:
    """Whether the next line has the same words, as a picture's description and its caption often have."""
    text = segments[position].plain
    return (
        position + 1 < len(segments)
        and segments[position].kind == "text"
        and _WORTH_COMPARING <= len(text) <= _LONGEST_CAPTION
        and segments[position + 1].plain == text
        and (position < 1 or segments[position - 1].plain != text)
        and (position + 2 >= len(segments) or segments[position + 2].plain != text)
    )


def _cut_link(draft: Draft, segment: Segment) -> None:
    """Remove a bracketed link to another article from the end of a paragraph."""
    match = _IN_BRACKETS.search(segment.text[-260:]) if segment.text[-1:] in ").]" and len(segment.text) > 60 else None
    if match is None or not segment.plain.endswith(match.group().strip()):
        return
    draft.removed.append(Removed(segment.last, match.group().strip(), Cut.RELATED))
    segment.text = segment.text[: -len(match.group())].rstrip()
    segment.plain = segment.plain[: -len(match.group().strip())].rstrip()


def _unlabel_title(segment: Segment, position: int) -> None:
    """Turn ``Title: …`` at the top into a heading."""
    match = (
        _TITLE.match(segment.plain) if position <= 8 and len(segment.plain) <= 300 and segment.kind == "text" else None
    )
    if match is not None and len(segment.text) > len(match.group()):
        segment.kind, segment.level, segment.marker = "heading", 1, match.group().strip()
        segment.text = (
            segment.text[-len(segment.plain[match.end() :]) :]
            if "*" not in segment.text
            else segment.plain[match.end() :]
        )
        segment.plain = segment.plain[match.end() :]


def _fill_box(draft: Draft, kept: list[Segment], segment: Segment, reason: Cut) -> None:
    """Remove a line between two lines of a newsletter box that is worded like one."""
    if reason != Cut.NEWSLETTER or not kept or not draft.removed:
        return
    line = kept[-1]
    above = draft.removed[-1]
    if (
        above.reason == reason
        and above.line < line.first
        and segment.first - above.line <= 8
        and len(line.plain) <= 260
        and _BOX.search(line.plain)
    ):
        draft.drop(kept.pop(), reason)


def _head_length(segments: list[Segment]) -> int:
    """The number of segments before the first long sentence."""
    for number, segment in enumerate(segments[:40]):
        if len(segment.plain) >= 120 and ends_sentence(segment.plain):
            return number
    return min(len(segments) - 1, 12)


def _take_url(draft: Draft, segment: Segment, *, origin: bool) -> bool:
    """Take a line with a web address, with or without a label."""
    if len(segment.text) > 2100:
        return False
    targets = link_targets(segment.text) if draft.markdown else []
    match = _URL.fullmatch(segment.text) or _URL.fullmatch(segment.plain)
    label = ""
    if match is None:
        match = _LABELLED_URL.fullmatch(segment.plain)
        if match is None or len(match.group("l").split()) > 6:
            return False
        label = match.group("l")
    url = clean_url(match.group("u") if not targets else targets[0] if "://" in targets[0] else match.group("u"))
    sure = origin or bool(_ORIGIN.search(label))
    draft.clue(Fact.URL, url, segment, Where.OWN_LINE, sure=sure)
    draft.drop(segment, Cut.ADDRESS)
    return True


def _learn(draft: Draft, segment: Segment, reason: Cut) -> None:
    """PrintedRecord evidence from a removed line."""
    text = segment.plain
    if reason in (Cut.NEWSLETTER, Cut.APPEAL):
        outlet = outlets.by_box(text)
        if outlet is not None:
            draft.clue(
                Fact.OUTLET, outlet.name, segment, Where.NEWSLETTER if reason == Cut.NEWSLETTER else Where.APPEAL
            )
    elif reason in _FURNITURE_REASON_OF_OUTLET or reason == Cut.RELATED:
        known = [outlet for outlet in outlets.names_in(text) if reason == Cut.COPYRIGHT]
        if known:
            draft.clue(Fact.OUTLET, known[0].name, segment, Where.COPYRIGHT)
        owner = _OWNER.search(text)
        if (
            reason == Cut.COPYRIGHT
            and not known
            and owner is not None
            and owner.group("n").casefold() not in ("all rights reserved", "inc")
        ):
            draft.clue(Fact.OUTLET, owner.group("n").strip(), segment, Where.COPYRIGHT, sure=False)
        for year in dates.years_in(text) if reason == Cut.COPYRIGHT else ():
            draft.clue(Fact.YEAR, str(year), segment, Where.COPYRIGHT)
    elif reason == Cut.UPDATED:
        for day in dates.find_dates(text):
            if day.iso:
                draft.clue(Fact.UPDATED, day.iso, segment, Where.UPDATED, day=day)
        if re.search(r"ago|now|today|назад|сегодня", text, re.I):
            draft.clue(Fact.RELATIVE, text, segment, Where.LINE)


def _menu_run(segments: list[Segment], position: int, head_end: int) -> bool:
    """Whether it is one of several menu words on separate lines above the article."""
    if position >= head_end or not furniture.is_menu_word(segments[position].plain):
        return False
    around = segments[max(0, position - 2) : position + 3]
    return sum(furniture.is_menu_word(segment.plain) for segment in around) >= 3


def _links_end(draft: Draft, segments: list[Segment], position: int) -> int:
    """Remove the links below the heading of a box; return the position of the next segment."""
    taken = 0
    start = position
    while position < len(segments):
        segment = segments[position]
        if furniture.match(segment.plain) is not None or _ends_menu(segments[start:position], segment):
            break
        if not _is_link(segment) or (taken and _is_subheading(segments, position, start)):
            break
        if (
            not taken
            and segment.kind == "text"
            and not _title_like(segment.plain)
            and _is_subheading(segments, position, start)
        ):
            break
        draft.drop(segment, Cut.RELATED)
        taken += 1
        position += 1
    return position


def _ends_menu(above: list[Segment], segment: Segment) -> bool:
    """Whether a long line follows items of one to three words: the list was a menu, and may end above a headline."""
    return (
        len(above) >= _MENU_ITEMS
        and len(segment.plain.split()) >= _LONG_LINE
        and all(len(item.plain.split()) <= 3 for item in above)
    )


def _title_like(text: str) -> bool:
    """Whether it looks like the headline of another article: mostly capitalised, or long without a full stop."""
    words = [word for word in text.split() if len(word) > 3]
    return len(text.split()) >= 5 or (bool(words) and sum(word[0].isupper() for word in words) > 0.6 * len(words) > 1)


def _is_link(segment: Segment) -> bool:
    text = segment.plain
    if segment.kind == "heading":
        return segment.level > 2
    if len(text) > 200 or segment.kind in ("quote", "row"):
        return False
    if dates.whole_line(text):
        return len(text) < 40
    if captions.credit_alone(text) or bylines.parse(text) or bylines.is_reporting(text) or "://" in text:
        return False
    whole_link = "](" in segment.text and segment.text.strip("*_ ").startswith("[")
    return whole_link or not text.endswith((".", "”", '"', ":", ";", "»"))


def _is_subheading(segments: list[Segment], position: int, start: int) -> bool:
    """Whether it is a short line before a paragraph, and so not part of the box above."""
    segment = segments[position]
    after = segments[position + 1] if position + 1 < len(segments) else None
    if segment.kind == "item" or "](" in segment.text or after is None:
        return False
    if segment.kind != segments[start].kind:
        return True
    return segment.gap and after.kind == "text" and len(after.plain) > 80 and ends_sentence(after.plain)
