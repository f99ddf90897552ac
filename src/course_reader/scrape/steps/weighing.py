"""Looks a line over for signs that it is, or is not, the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course_reader.scrape.expressions import expression
from course_reader.scrape.lines import bylines, captions, dates, furniture, outlets
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.lines.shapes import (
    capitals,
    is_call,
    is_header,
    is_prose,
    is_stamp,
    is_time,
    looks_stamped,
    outlets_in_line,
)
from course_reader.scrape.lines.wording import count_words, stems
from course_reader.scrape.steps.signs import LONG_TEXT, SHORT_HEAD, Possible, Sign

#: A line with so many words should share some with a long text.
_MANY = 5
#: Longer lines are standfirsts rather than headlines.
_LONG, _VERY_LONG = 110, 160
#: A byline or a date so many lines above a line belongs to it.
_ABOVE = 3

_ARROW = expression(r"\s*[←→«»‹›<>↑▲◄►]|.*(?:[→»›▸►]|>>)\s*$")
_CALL = expression(
    r"(?:click|log (?:in|out|on)|sign (?:in|out)|see|view|buy|shop|save|share|browse|explore|visit|enter|skip|jump|"
    r"close|show|hide|open|submit|register|contact|got a|order|tap|scroll|meet|discover|welcome)\b",
    re.I,
)
_RIGHTS = expression(r"\b(?:copyright|image (?:source|credit)|photograph by|photo by|illustration by)\b|©", re.I)
#: Words of several buttons that were copied without blanks.
_RUN_TOGETHER = expression(r"[^\W\d_A-Z]{6,}[A-Z][^\W\d_]+")
_TRAIL = expression(r"\s[»›>]\s.{0,80}\s[»›>]\s")
_COUNT = expression(
    r"\d[\d.,]*[km]?\+?\s?(?:comments?|posters?|shares?|views?|likes?|replies|with \d+|people|times)\b", re.I
)


def weigh(
    segments: Sequence[Segment], position: int, start: int, text: frozenset[str], address: frozenset[str]
) -> Possible:
    """A line with its signs.

    Args:
        segments: The blocks of the copy.
        position: The line's.
        start: The position at which the running text starts.
        text: The stems of that text.
        address: The stems of the words in web addresses of the copy.
    """
    segment = segments[position]
    signs = [*_form(segment), *_place(segments, position, start), *_words(segment.plain, text)]
    own = stems(segment.plain)
    if len(own & address) >= 3 or (len(own) >= 2 and own <= address):
        signs.append(Sign.IN_ADDRESS)
    elif len(address) >= _MANY and len(own) >= 3 and not own & address:
        signs.append(Sign.OTHER_ADDRESS)
    if any(_ends_like(segment.plain, other.plain) for other in segments[position + 1 : position + 6]):
        signs.append(Sign.BREADCRUMB)
    if start <= SHORT_HEAD and count_words(segment.plain) >= 4 and all(is_header(s.plain) for s in segments[:position]):
        signs.append(Sign.FIRST)
    if segment.kind == "heading":
        signs.append(Sign.MARKED)
    if any(len(other.plain) < 300 and other.plain == segment.plain for other in segments[:position]):
        signs.append(Sign.REPEATED)
    return Possible(position, tuple(signs))


def _ends_like(text: str, other: str) -> bool:
    """Whether a line is another with a trail before it: ``Home News Pier repaired`` above ``Pier repaired``."""
    return 15 < len(other) < len(text) and text.endswith(other)


def _form(segment: Segment) -> list[Sign]:
    text = segment.plain
    words = count_words(text)
    signs = [Sign.AS_LONG_AS_HEADLINES] if 4 <= words <= 24 else [Sign.THREE_WORDS] if words == 3 else []
    if len(text) > _LONG:
        signs.append(Sign.VERY_LONG if len(text) > _VERY_LONG else Sign.LONG)
    if (
        furniture.is_menu(text)
        or furniture.is_menu_word(text)
        or _is_run_of_menu_words(text)
        or len(_RUN_TOGETHER.findall(text)) > 1
    ):
        signs.append(Sign.MENU)
    elif _RUN_TOGETHER.search(text):
        signs.append(Sign.GLUED)
    if (is_call(text) or _CALL.match(text)) and words <= 8:
        signs.append(Sign.CALL)
    if captions.looks_like_caption(text):
        signs.append(Sign.CAPTION)
    if text.endswith("."):
        signs.append(Sign.FULL_STOP)
    if words < 3:
        signs.append(Sign.SHORT)
    if _is_name(text):
        signs.append(Sign.PERSON)
    if len(text) < 70 and words <= 9 and (_names_outlet(text) or _RIGHTS.search(text)):
        signs.append(Sign.OUTLET)
    if _COUNT.match(text) and words <= 8:
        signs.append(Sign.COUNT)
    if text[:1] + text[-1:] in ("()", "[]", "{}"):
        signs.append(Sign.ENCLOSED)
    if text[:1] in "\"“„«'‘" and text[-1:] in "\"”“»'’":
        signs.append(Sign.QUOTED)
    if looks_stamped(text):
        signs.append(Sign.STAMP)
    if _TRAIL.search(text):
        signs.append(Sign.BREADCRUMB)
    if _ARROW.match(text):
        signs.append(Sign.ARROW)
    if captions.of_document(text):
        signs.append(Sign.ADOPTED)
    if text.startswith("@"):
        signs.append(Sign.HANDLE)
    if any(day.year is not None for day in dates.find_dates(text)):
        signs.append(Sign.DATED)
    return signs


def _is_name(text: str) -> bool:
    """A person, or a person with a job: ``Jane Doe``, ``Jane Doe, Political Writer``."""
    who, comma, job = text.partition(",")
    if comma and bylines.is_person(who) and (bylines.is_role(job.strip()) or len(text.split()) <= 4):
        return True
    return bylines.is_person(text) and len(text.split()) <= 3


def _names_outlet(text: str) -> bool:
    found = outlets.names_in(text)
    return bool(found) and capitals(text) > 0.7 and len(text.split()) <= 4 + len(found[0].name.split())


def _is_run_of_menu_words(text: str) -> bool:
    """``News Tech Science Culture Reference More``: a menu that was copied as one line."""
    words = [word for word in text.split() if word[:1].isalpha()]
    known = sum(furniture.is_menu_word(word) or furniture.match(word) is not None for word in words)
    return len(words) >= 4 and known >= 0.4 * len(words)


def _place(segments: Sequence[Segment], position: int, start: int) -> list[Sign]:
    """What follows the line, up to the text."""
    if position > start:
        signs = [Sign.INSIDE]
        if position + 1 < len(segments) and _closes(segments[position + 1]):
            signs.append(Sign.STAMP_FOLLOWS)
        return signs
    between = stamps = 0
    for after in segments[position + 1 : start]:
        if _closes(after):
            stamps += between < 2
        elif len(after.plain.split()) >= 4 or len(after.plain) > 40:
            between += 1
    signs = [Sign.STAMP_FOLLOWS] if stamps else []
    if between == 0:
        signs.append(Sign.TEXT_FOLLOWS)
    elif between == 1:
        signs.append(Sign.TEXT_AFTER_ONE)
    elif between > 8 and not stamps:
        signs.append(Sign.VERY_FAR)
    elif between > (8 if stamps else 3):
        signs.append(Sign.FAR)
    if not stamps and any(_signs(above) for above in segments[max(0, position - _ABOVE) : position]):
        signs.append(Sign.BELOW_STAMP)
    if position + 1 < len(segments) and captions.credit_alone(segments[position + 1].plain) is not None:
        signs.append(Sign.CREDITED)
    if position and is_time(segments[position - 1].plain):
        signs.append(Sign.ENTRY)
    if _among_links(segments, position):
        signs.append(Sign.AMONG_LINKS)
    return signs


def _signs(segment: Segment) -> bool:
    """Whether a line is a byline, a date, or the name of an agency or outlet."""
    return is_stamp(segment.plain) or bool(outlets_in_line(segment.plain))


def _closes(segment: Segment) -> bool:
    """Whether a line comes after headlines only: a byline, a date, a time."""
    text = segment.plain
    return is_stamp(text) or is_time(text) or looks_stamped(text)


def _among_links(segments: Sequence[Segment], position: int) -> bool:
    """Whether lines of the same kind surround it, as in a list of headlines."""
    below = segments[position + 1 : position + 3]
    above = segments[max(0, position - 2) : position]
    near = [*above, *below]
    return len(below) == 2 and len(near) >= 3 and all(_is_link_like(other) for other in near)


def _is_link_like(segment: Segment) -> bool:
    text = segment.plain
    return segment.kind in ("text", "item") and not is_prose(segment) and not is_header(text) and len(text) < 120


def _words(text: str, known: frozenset[str]) -> list[Sign]:
    own = stems(text)
    shared = len(own & known)
    if not own or len(known) < 20:
        return []
    share = shared / len(own)
    if shared >= 3 and share >= 0.75:
        return [Sign.ALL_WORDS]
    if shared >= 3 and share >= 0.45:
        return [Sign.MOST_WORDS]
    if shared >= 2 and share >= 0.3:
        return [Sign.SOME_WORDS]
    if shared <= 1 and len(own) >= _MANY and len(known) >= LONG_TEXT:
        return [Sign.HARDLY_ANY_WORDS]
    return [] if shared else [Sign.NO_WORDS]
