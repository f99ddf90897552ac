"""Appeals for support: several paragraphs that ask the reader for money."""

from __future__ import annotations

import re

from course_reader.scrape.lines import captions, furniture
from course_reader.scrape.lines.segments import Segment

_APPEAL_OPENS = re.compile(
    r"a message from (?:the )?[\w .’'-]{2,40}|dear readers?|support (?:[\w’'-]+ ){0,3}journalism.{0,40}|a note (?:to|"
    r"from) our (?:readers|editors?)",
    re.I,
)
_APPEAL_TO = re.compile(r"\b(?:we|our|us|your|you|you['’]re)\b", re.I)
_APPEAL_FOR = re.compile(
    r"\b(?:support\w*|donat\w+|contribut\w+|journalis\w+|readers?|unprecedented|subscri\w+|independent|silenced?|"
    r"help|reminder)\b",
    re.I,
)


def opens_appeal(segment: Segment) -> bool:
    """Whether an appeal for money starts: ``Dear readers``."""
    return len(segment.plain) < 100 and _APPEAL_OPENS.fullmatch(furniture.bare(segment.plain).rstrip(",")) is not None


def _is_appeal(text: str) -> bool:
    """Whether it asks the reader for money and quotes nobody."""
    if len(text) > 700 or text[:1] in "\"“„«'‘" or captions.sounds_spoken(text):
        return False
    return _APPEAL_TO.search(text) is not None and _APPEAL_FOR.search(text) is not None


def appeal_end(segments: list[Segment], position: int) -> int:
    """The end of the appeal that starts before *position*."""
    while position < len(segments) and (
        _is_appeal(segments[position].plain)
        or opens_appeal(segments[position])
        or furniture.match(segments[position].plain)
        or furniture.bare(segments[position].plain).casefold() in ("continue", "", "thank you! your reminder is set")
    ):
        position += 1
    return position
