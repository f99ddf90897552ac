"""Finds the headline."""

from __future__ import annotations

import re
from itertools import pairwise

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Fact
from course_reader.scrape.lines import bylines, captions, datelines
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.lines.shapes import (
    CORRECTION,
    capitals,
    headline_like,
    is_call,
    is_header,
    is_prose,
    is_stamp,
)

#: The greatest number of segments above a headline: menus can be long.
_REACH = 60


def find(draft: Draft) -> int | None:
    """The position of the headline among the draft's segments; None if there is none."""
    segments = draft.segments[:_REACH]
    known = draft.clues.get(Fact.TITLE)
    if known:
        return _same_as(segments, known[0].value)
    marked = _marked(segments)
    if marked is not None:
        return marked
    limit = _limit(segments)
    candidates = [
        n
        for n in range(limit)
        if headline_like(segments[n]) and not (n and captions.empty_label(segments[n - 1].plain))
    ]
    if candidates:
        return _best(draft, segments, candidates)
    return _below_caption(draft, limit)


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


def _limit(segments: list[Segment]) -> int:
    """The position of the first sentence, which follows the headline."""
    return next(
        (n for n, segment in enumerate(segments) if is_prose(segment) and not is_header(segment.plain)), len(segments)
    )


def _same_as(segments: list[Segment], title: str) -> int | None:
    """The segment that repeats a title known from metadata."""
    wanted = re.sub(r"\W+", " ", title).casefold().strip()
    for position, segment in enumerate(segments):
        if len(segment.plain) < 400 and re.sub(r"\W+", " ", segment.plain).casefold().strip() == wanted:
            return position
    return None


def _best(draft: Draft, segments: list[Segment], candidates: list[int]) -> int:
    """The most likely of several possible headlines."""
    scores = {n: _score(segments, n) for n in candidates}
    long_enough = [n for n in candidates if len(segments[n].plain.split()) >= 4 and scores[n] > 0]
    for earlier, later in pairwise(long_enough):
        if later - earlier > 2 or any(is_stamp(segments[n].plain) for n in range(earlier + 1, later)):
            continue
        a, b = segments[earlier].plain, segments[later].plain
        if capitals(a) < 0.6 and capitals(b) >= 0.75 and len(a) > len(b):
            scores[later] += 4
            draft.ask(
                Fact.TITLE,
                f"Lines {segments[earlier].first} and {segments[later].first} could both be the headline: is it the "
                f"second?",
            )
        elif scores[earlier] >= scores[later] - 1:
            scores[later] -= 3
    best = max(candidates, key=lambda n: (scores[n], -n))
    text = segments[best].plain
    if (
        is_call(text)
        or captions.looks_like_caption(text)
        or (
            len(text.split()) < 3
            and len(candidates) > 1
            and not is_stamp(segments[min(best + 1, len(segments) - 1)].plain)
        )
    ):
        draft.ask(Fact.TITLE, f"Is line {segments[best].first} the headline?")
    return best


def _score(segments: list[Segment], position: int) -> int:
    text = segments[position].plain
    words = len(text.split())
    score = 3 if 4 <= words <= 24 else 1 if words == 3 else 0
    score += 2 if segments[position].kind == "heading" else 0
    score -= (
        4
        if is_call(text) and words <= 8 and position + 1 < len(segments) and not is_stamp(segments[position + 1].plain)
        else 0
    )
    score -= 5 if captions.looks_like_caption(text) else 0
    score -= 3 if bylines.is_person(text) and words <= 3 else 0
    score -= 2 if text[:1] in "\"“„«'‘" and text[-1:] in "\"”“»'’" else 0
    if position + 1 < len(segments) and is_stamp(segments[position + 1].plain):
        score += 1
    if any(len(segment.plain) < 300 and segment.plain == text for segment in segments[:position]):
        score += 2
    return score


def _below_caption(draft: Draft, first: int) -> int | None:
    """A headline below one or two captions that are complete sentences."""
    segments = draft.segments[:_REACH]
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
