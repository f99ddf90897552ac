"""The first step: what an instructor has taught about the outlet comes before everything that is known in general."""

from __future__ import annotations

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut, Fact, Where
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.lines.taught import oddities

#: A title is among the first lines.
_HEAD = 60


def take_oddities(draft: Draft) -> None:
    """Take the furniture, authors, days and titles out that were taught."""
    taught = oddities()
    if not taught:
        return
    kept: list[Segment] = []
    for position, segment in enumerate(draft.segments):
        # With its bullet: a line of an outlet may start with a sign that makes it look like an item.
        text = segment.printed(segment.plain)
        if taught.is_furniture(text):
            draft.drop(segment, Cut.PAGE)
        elif name := taught.names_in(text):
            draft.clues[Fact.BYLINE] = []
            draft.clue(Fact.BYLINE, name, segment, Where.TAUGHT)
            draft.take(Fact.BYLINE, name, segment)
        elif (day := taught.day_in(text)) is not None:
            draft.clues[Fact.DATE] = []
            draft.clue(Fact.DATE, day.iso or "", segment, Where.TAUGHT, day=day)
            draft.take(Fact.DATE, day.iso or "", segment)
        else:
            if position < _HEAD and (title := taught.title_in(text)):
                segment.marker, segment.kind, segment.level = "", "heading", 1
                draft.drop(Segment(text, text, segment.first, segment.last, gap=False), Cut.TITLE_AGAIN)
                segment.text = segment.plain = title
            kept.append(segment)
    draft.segments = kept
