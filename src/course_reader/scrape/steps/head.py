"""Reads the head of an article: headline, byline, date and caption, in any order."""

from __future__ import annotations

import re

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut, Fact, Where
from course_reader.scrape.lines import bylines, captions, datelines, furniture, outlets
from course_reader.scrape.lines.segments import Segment, ends_sentence, starts_small
from course_reader.scrape.lines.shapes import CORRECTION, is_header, is_prose, is_stamp, is_time
from course_reader.scrape.records import Removed
from course_reader.scrape.steps import headline
from course_reader.scrape.steps.fields import picture, take_line, take_picture
from course_reader.scrape.steps.region import is_sentence

_SUFFIX = re.compile(r"\s+(?P<sep>[|·•–—-])\s+(?P<name>[^|·•–—]{2,50})$")
#: The greatest number of segments between the headline and the end of the head.
_LOOK = 9
#: Captions are at most so many segments above a headline.
_CAPTIONS_ABOVE = 3


def read_head(draft: Draft) -> None:
    """Take the head out of the draft's segments."""
    title = headline.find(draft)
    segments = draft.segments
    end = _head_end(segments, title)
    start = 0 if title is None else title
    kept: set[int] = set()
    for position in (*range(start, end), *range(start)):
        if position == title:
            _take_title(draft, segments[position])
        elif not _settle(draft, segments, position, title):
            kept.add(position)
    dropped = {item.line for item in draft.removed if item.reason is Cut.ABOVE_TITLE}
    _ask_about_text_above(draft, [segment for segment in segments[:start] if segment.first in dropped])
    rest = [segments[position] for position in sorted(kept)]
    draft.segments = rest + segments[end:]
    if title is not None and end == title + 1 and len(draft.segments) > 1:
        _teaser(draft, draft.segments[0], draft.segments[1])
    if title is None and not draft.clues.get(Fact.TITLE):
        draft.ask(Fact.TITLE, "The text has no headline: what is the title?")


def _teaser(draft: Draft, first: Segment, second: Segment) -> None:
    """A first line without a full stop, followed by a paragraph."""
    text = first.plain
    if (
        first.kind == "text"
        and not ends_sentence(text)
        and 25 <= len(text) <= 160
        and not starts_small(second.plain)
        and not captions.credit_alone(second.plain)
    ):
        first.sealed = True
        draft.ask(Fact.TEXT, f"Is line {first.first}, between headline and article, part of the text (a standfirst)?")


def _head_end(segments: list[Segment], title: int | None) -> int:
    """The position of the article's first sentence."""
    end = 0 if title is None else title + 1
    position = end
    stamped = False
    live = sum(is_time(segment.plain) for segment in segments[end : end + 40]) > 1
    while position < len(segments) and position < end + _LOOK:
        segment = segments[position]
        text = segment.plain
        if live and is_time(text):
            break
        if _repeats_title(segments, position, title):
            end = position + 1
        elif is_header(text) or bylines.is_role(text) or bylines.reporting_from(text) or _settled(segments, position):
            end = position + 1
            stamped = stamped or is_stamp(text)
        elif (
            (position == (title or 0) + 1 and bylines.named_with_jobs(text))
            or (stamped and position == end and _is_name(text))
            or (
                position == end == (title or 0) + 1
                and len(text.split()) <= 3
                and bylines.is_person(text)
                and not ends_sentence(text)
            )
        ):
            end = position + 1
        elif not _goes_on(segments, position, stamped=stamped):
            break
        position += 1
    return end


def _is_name(text: str) -> bool:
    return bylines.is_placed(text) or (bylines.is_person(text) and len(text.split()) <= 3)


def _settled(segments: list[Segment], position: int) -> bool:
    segment = segments[position]
    if segment.kind in ("item", "quote", "row"):
        return False
    if picture(segment, in_head=True) is not None:
        return True
    return segment.twice or (
        segment.kind == "text" and not is_prose(segment) and captions.looks_like_caption(segment.plain)
    )


def _goes_on(segments: list[Segment], position: int, *, stamped: bool) -> bool:
    """Whether a byline or a date follows, so that this is a teaser or junk rather than the first paragraph."""
    segment = segments[position]
    if segment.kind in ("item", "row") or datelines.parse(segment.plain) is not None:
        return False
    prose = int(is_prose(segment))
    for after in segments[position + 1 : position + (3 if stamped else _LOOK)]:
        if is_stamp(after.plain) or captions.credit_alone(after.plain) is not None:
            return not (stamped and prose)
        if is_prose(after) and picture(after, in_head=True) is None:
            prose += 1
        if prose > 1 or after.kind in ("item", "row") or (after.kind == "heading" and after.level == 2 and prose):
            return False
    return False


def _take_title(draft: Draft, segment: Segment) -> None:
    words = segment.plain
    label, bar, rest = words.partition(" | ")
    why = furniture.match(label, in_head=True) if bar else None
    if why is not None and why.reason == Cut.SECTION:
        draft.removed.append(Removed(segment.first, label, why.reason))
        words = rest
    match = _SUFFIX.search(words)
    if match is not None:
        outlet = outlets.by_name(match.group("name"))
        if outlet is not None and (not outlet.agency or match.group("sep") in "|·•"):
            name = Fact.AGENCY if outlet.agency else Fact.OUTLET
            draft.clue(name, outlet.name, segment, Where.END_OF_HEADLINE, text=match.group("name"))
            draft.take(name, outlet.name, segment, match.group("name"))
            words = words[: match.start()]
        elif outlet is not None:
            draft.ask(Fact.TITLE, f"Is “{match.group('name')}”, at the end of the headline, part of it?")
    draft.clues[Fact.TITLE] = []
    draft.clue(Fact.TITLE, words, segment, Where.HEADLINE)
    draft.take(Fact.TITLE, words, segment)


def _settle(draft: Draft, segments: list[Segment], position: int, title: int | None) -> bool:
    """Sort one segment of the head into its field; False if it stays in the article."""
    segment = segments[position]
    above = title is not None and position < title
    if _repeats_title(segments, position, title):
        draft.drop(segment, Cut.TITLE_AGAIN)
        return True
    if CORRECTION.match(segment.plain):
        return False
    if take_line(draft, segment) or take_picture(draft, segment, in_head=True) or _caption(draft, segments, position):
        return True
    if is_time(segment.plain):
        draft.drop(segment, Cut.TIME)
        return True
    if _author(draft, segments, position, title):
        return True
    return _above(draft, segments, position, title or 0) if above else _between(draft, segment)


def _repeats_title(segments: list[Segment], position: int, title: int | None) -> bool:
    return (
        title is not None and len(segments[position].plain) < 300 and segments[position].plain == segments[title].plain
    )


def _caption(draft: Draft, segments: list[Segment], position: int) -> bool:
    """Take a caption, recognised by its wording or its neighbours."""
    segment = segments[position]
    if segment.kind != "text" or len(segment.plain) > 450:
        return False
    after = segments[position + 1] if position + 1 < len(segments) else None
    credited = after is not None and captions.credit_alone(after.plain) is not None
    if not credited and not segment.twice and not captions.looks_like_caption(segment.plain):
        return False
    draft.caption(segment.plain, segment)
    return True


def _author(draft: Draft, segments: list[Segment], position: int, title: int | None) -> bool:
    """Take a bare name or job title next to a date, a byline or the headline."""
    above = title is not None and position < title
    segment = segments[position]
    text = segment.plain
    near = [*segments[max(0, position - 2) : position], *segments[position + 1 : position + 3]]
    if bylines.is_role(text) and (Fact.BYLINE in draft.clues or any(bylines.is_person(p.plain) for p in near)):
        draft.drop(segment, Cut.JOB_TITLE)
        return True
    if Fact.BYLINE in draft.clues or (title is not None and _is_in(text, segments[title].plain)):
        return False
    several = bylines.named_with_jobs(text) if position == (title or 0) + 1 else None
    if not (
        several or bylines.is_person(text) or bylines.is_placed(text) or bylines.is_located(text, strict=False)
    ) or (above and not any(is_stamp(p.plain) for p in near) and position + 1 != title):
        return False
    who = bylines.people(several or (text.partition(",")[0] if bylines.is_placed(text) else text))
    draft.clue(Fact.BYLINE, who.byline or text, segment, Where.NAME_NEAR_HEADLINE)
    draft.take(Fact.BYLINE, who.byline or text, segment)
    if above or not (several or any(is_stamp(p.plain) or bylines.is_role(p.plain) for p in near)):
        draft.ask(Fact.BYLINE, f"Is “{text}” the author?")
    return True


def _is_in(name: str, headline: str) -> bool:
    """Whether a headline names someone, who then is a subject of the article rather than its author."""
    return name.casefold() in headline.casefold()


def _above(draft: Draft, segments: list[Segment], position: int, title: int) -> bool:
    """Take a line above the headline: a caption if it is next to it, otherwise a part of the page."""
    segment = segments[position]
    text = segment.plain
    sentence = segment.kind == "text" and len(text) >= 40 and not furniture.is_menu_word(text)
    if sentence and title - position <= _CAPTIONS_ABOVE:
        draft.caption(text, segment)
        draft.ask(Fact.CAPTION, f"Is line {segment.first}, above the headline, a picture caption?")
    else:
        draft.drop(segment, Cut.ABOVE_TITLE)
    return True


def _ask_about_text_above(draft: Draft, above: list[Segment]) -> None:
    """Ask once about running text that was left out above the headline."""
    left = [segment for segment in above if is_sentence(segment)]
    if left:
        draft.ask(
            Fact.TEXT,
            f"Sentences above the headline were left out (from line {left[0].first}): do they belong to the article?",
        )


def _between(draft: Draft, segment: Segment) -> bool:
    """Keep a teaser, with a question; remove a word or a number."""
    text = segment.plain
    if not ends_sentence(text) and len(text.split()) <= 3 and segment.kind == "text":
        draft.drop(segment, Cut.BELOW_TITLE)
        return True
    if segment.kind == "heading":
        segment.kind = "text"
    segment.sealed = True
    draft.ask(Fact.TEXT, f"Is line {segment.first}, between headline and article, part of the text (a standfirst)?")
    return False
