"""Finds the headline."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Fact
from course_reader.scrape.lines import captions, datelines
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.lines.shapes import CORRECTION, capitals, headline_like, is_header, is_prose, is_stamp
from course_reader.scrape.lines.wording import count_words, stems
from course_reader.scrape.steps.region import text_region
from course_reader.scrape.steps.signs import AHEAD, ALONE, SHORT_HEAD, SURE, Possible, Sign, weigh

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
        return _best(draft, start, candidates)
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


def _best(draft: Draft, start: int, candidates: list[int]) -> int:
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
        and not (outside and Sign.INSIDE in item.signs)
        and not (start <= SHORT_HEAD and Sign.BELOW_ANOTHER in item.signs)
    ]
    alike = next((item for item in rivals if _looks_as_much(segments, item, best)), None)
    rival = alike or (rivals[0] if rivals else None)
    introduced = Sign.FIRST in best.signs and any(is_stamp(s.plain) for s in segments[best.position + 1 : start])
    alone = rival is None and start <= SHORT_HEAD and (best.by_words >= 0 or introduced) and best.worst > -5
    if (
        best.score < (ALONE if alone else SURE)
        or alike is not None
        or (rival is not None and best.score - rival.score < AHEAD)
    ):
        draft.ask(Fact.TITLE, _question(segments, best.position, None if rival is None else rival.position))
    return best.position


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
