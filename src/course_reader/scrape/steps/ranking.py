"""Compares the lines that could be the headline, and asks if two come near."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import urlsplit

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Fact
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.lines.shapes import capitals, is_stamp
from course_reader.scrape.lines.wording import count_words, stems
from course_reader.scrape.steps.signs import (
    AHEAD,
    ALONE,
    LONG_TEXT,
    SHORT_HEAD,
    SURE,
    SURE_IF_SHORT,
    UNSURE_IN_ANY_TEXT,
    Possible,
    Sign,
)
from course_reader.scrape.steps.weighing import weigh


def choose(draft: Draft, start: int, candidates: list[int]) -> int:
    """The most likely of several possible headlines; a question offers it and the next."""
    segments = draft.segments
    text = stems(" ".join(segment.plain for segment in segments[start : start + 30])[:6000])
    address = stems(" ".join(urlsplit(item.value).path for item in draft.clues.get(Fact.URL, [])))
    found = [weigh(segments, position, start, text, address) for position in candidates]
    ranked = sorted(
        _without_standfirsts(segments, found, careful=start <= SHORT_HEAD),
        key=lambda possible: (-possible.score, possible.position),
    )
    best = ranked[0]
    outside = Sign.INSIDE not in best.signs
    rivals = [
        item
        for item in ranked[1:]
        if segments[item.position].plain != segments[best.position].plain
        and item.score > 0
        and item.worst > -7
        and not (outside and Sign.INSIDE in item.signs and item.by_words <= best.by_words)
        and not (start <= SHORT_HEAD and Sign.BELOW_ANOTHER in item.signs and not _could_lead(segments, item, best))
    ]
    alike = next((item for item in rivals if _looks_as_much(segments, item, best)), None)
    rival = alike or (rivals[0] if rivals else None)
    below_another = Sign.FULL_STOP in best.signs and any(item.position < best.position for item in found)
    introduced = Sign.FIRST in best.signs and any(is_stamp(s.plain) for s in segments[best.position + 1 : start])
    alone = rival is None and start <= SHORT_HEAD and (best.by_words >= 0 or introduced) and best.worst > -5
    if (
        best.score < _needed(text, alone=alone)
        or below_another
        or alike is not None
        or not UNSURE_IN_ANY_TEXT.isdisjoint(best.signs)
        or {Sign.PERSON, Sign.SHORT} <= set(best.signs)
        or (len(text) >= LONG_TEXT and not best.is_evident)
        or (rival is not None and best.score - rival.score < AHEAD)
    ):
        draft.ask(Fact.TITLE, _question(segments, best.position, None if rival is None else rival.position))
    return best.position


def _needed(text: frozenset[str], *, alone: bool) -> int:
    """The score that needs no question. The words of a headline recur in a long text, but need not in a short one."""
    if len(text) >= LONG_TEXT:
        return SURE
    return ALONE if alone else SURE_IF_SHORT


def _could_lead(segments: list[Segment], lower: Possible, best: Possible) -> bool:
    """Whether a line below the best is better by its words and too short for a standfirst: the best may be a kicker.

    It also has to be better by far, or come after a byline or a date.
    """
    text = segments[lower.position].plain
    raw = lower.score - Sign.BELOW_ANOTHER.weight
    return (
        (raw >= best.score + AHEAD or any(is_stamp(s.plain) for s in segments[best.position + 1 : lower.position]))
        and lower.by_words > best.by_words
        and len(text) < 1.3 * len(segments[best.position].plain)
        and ". " not in text
    )


def _looks_as_much(segments: list[Segment], other: Possible, best: Possible) -> bool:
    """Whether a line is as good by its form and its words, if not by its place.

    A line below the headline usually is a standfirst; not if a byline or a date is between them.
    """
    if not other.by_words >= best.by_words > 0 or len(segments[other.position].plain.split()) < 4:
        return False
    if other.position < best.position:
        return other.score - other.by_place >= best.score - best.by_place - 2
    return any(is_stamp(segment.plain) for segment in segments[best.position + 1 : other.position])


def _question(segments: list[Segment], best: int, rival: int | None) -> str:
    if rival is None:
        return f"Is line {segments[best].first}, “{_short(segments[best].plain)}”, the headline?"
    return (
        f"Which is the headline: line {segments[best].first}, “{_short(segments[best].plain)}”, or line "
        f"{segments[rival].first}, “{_short(segments[rival].plain)}”?"
    )


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:78].rstrip()} …"


def _without_standfirsts(segments: list[Segment], found: list[Possible], *, careful: bool) -> list[Possible]:
    """Of two lines that could both be headlines, the lower is a standfirst, unless it alone is set like a headline."""
    result = [found[0]] if found else []
    for upper, lower in pairwise(found):
        a, b = segments[upper.position].plain, segments[lower.position].plain
        near = lower.position - upper.position <= 2
        like = count_words(a) >= 4 and upper.score - upper.by_place >= lower.score - lower.by_place - 2
        if careful and count_words(a) >= 4 and upper.score > 0:
            like = True
        elif upper.by_words < lower.by_words - 2:
            like = False
        styled = capitals(a) < 0.6 and capitals(b) >= 0.75 and len(a) > len(b)
        signs = lower.signs
        if near and like and not styled and not upper.is_no_headline:
            signs = (*signs, Sign.BELOW_ANOTHER)
        result.append(Possible(lower.position, signs))
    return result
