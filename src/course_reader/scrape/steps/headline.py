"""Finds the headline."""

from __future__ import annotations

import re
from dataclasses import replace

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Fact
from course_reader.scrape.lines import captions, datelines
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.lines.shapes import CORRECTION, headline_like, is_header, is_prose, is_stamp
from course_reader.scrape.lines.wording import count_words
from course_reader.scrape.steps.region import text_region

#: The greatest number of segments above a headline: menus can be long.
_REACH = 60
#: The number of segments of the text that are looked at too: captions above a headline can be sentences.
_INSIDE = 5


def find(draft: Draft) -> int | None:
    """The position of the headline among the draft's segments; None if there is none."""
    segments = draft.segments[:_REACH]
    known = draft.clues.get(Fact.TITLE)
    if known:
        return _same_as(segments, known[0].value)
    marked = _marked(segments)
    if marked is not None:
        return marked
    start, end = text_region(draft.segments)
    candidates = [
        n
        for n in range(max(0, start - _REACH), min(start + _INSIDE, max(start, end)))
        if _could_be(draft.segments, n, start)
    ]
    if any(n < start for n in candidates):
        # Most pages mark their headline, and need none of this.
        from course_reader.scrape.steps.ranking import choose

        return choose(draft, start, candidates)
    return _below_caption(draft, start)


def _marked(segments: list[Segment]) -> int | None:
    """A heading of the first level, or of the second above all sentences."""
    for level in (1, 2):
        for position, segment in enumerate(segments):
            if segment.kind != "heading" or segment.level != level or is_header(segment.plain):
                continue
            if level == 1 or not any(is_prose(p) for p in segments[:position]):
                return position
            break
    return None


def _could_be(segments: list[Segment], position: int, start: int) -> bool:
    if position and captions.empty_label(segments[position - 1].plain):
        return False
    stamped = position + 1 < len(segments) and is_stamp(segments[position + 1].plain)
    # In the text, only a byline or a date makes a short line a headline rather than a subheading. Above it, they make
    # a headline of a line with a full stop.
    return (headline_like(segments[position]) and (stamped or position < start)) or (
        stamped and position < start and _is_sentence_headline(segments[position])
    )


def _is_sentence_headline(segment: Segment) -> bool:
    text = segment.plain
    shorn = replace(segment, plain=text.rstrip("."))
    return text.endswith(".") and len(text) <= 160 and count_words(text) >= 4 and headline_like(shorn)


def _same_as(segments: list[Segment], title: str) -> int | None:
    """The segment that repeats a title known from metadata."""
    wanted = re.sub(r"\W+", " ", title).casefold().strip()
    for position, segment in enumerate(segments):
        if len(segment.plain) < 400 and re.sub(r"\W+", " ", segment.plain).casefold().strip() == wanted:
            return position
    return None


def _below_caption(draft: Draft, first: int) -> int | None:
    """A headline below one or two captions that are complete sentences."""
    segments = draft.segments[: first + _REACH]
    position = first
    while (
        position < len(segments)
        and position <= first + 2
        and segments[position].kind == "text"
        and not headline_like(segments[position])
    ):
        if not _caption_above(segments[position].plain):
            return None
        position += 1
    if position >= len(segments) - 1 or position == first or not headline_like(segments[position]):
        return None
    above = [segment.plain for segment in segments[first:position]]
    after = next((segment for segment in segments[position + 1 :] if not is_header(segment.plain)), None)
    evident = all(captions.looks_like_caption(text) or captions.split_credit(text) or is_header(text) for text in above)
    marked = is_stamp(segments[position + 1].plain) or (after is not None and datelines.parse(after.plain) is not None)
    if not evident and not marked:
        if len(above[0]) > 180 or segments[position].plain.count(" ") < 3:
            return None
        draft.ask(Fact.TITLE, f"Is line {segments[position].first} the headline, and the text above it a caption?")
    elif not marked:
        line = segments[position]
        draft.ask(Fact.TITLE, f"Is line {line.first}, “{line.plain}”, the headline or a subheading?")
    return position


def _caption_above(text: str) -> bool:
    if captions.looks_like_caption(text) or captions.split_credit(text) is not None or is_header(text):
        return True
    return (
        len(text) <= 260
        and datelines.parse(text) is None
        and not captions.sounds_spoken(text)
        and not CORRECTION.match(text)
    )
