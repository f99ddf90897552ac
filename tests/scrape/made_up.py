"""Segments and drafts of made-up texts for the tests of single modules."""

from __future__ import annotations

from course_reader.scrape.draft import Draft
from course_reader.scrape.lines.segments import Segment, SegmentKind

#: sentences long enough for the body of an article
SENTENCE = (
    "The bridge over the river was opened on Thursday, four months after the flood carried away its middle pillar."
)
OTHER = "Lorries had waited on both banks since January, and the mayor said the first hundred crossed before noon."


def segment(text: str, kind: SegmentKind = "text", *, line: int = 1, level: int = 0, marker: str = "") -> Segment:
    """A segment of one line, separated from its neighbours by blank lines."""
    return Segment(text, text, line, line, gap=True, kind=kind, level=level, marker=marker)


def draft(*lines: str | Segment) -> Draft:
    """A draft whose segments are numbered 1, 3, 5 … like paragraphs between blank lines."""
    made = []
    for number, line in enumerate(lines):
        part = segment(line) if isinstance(line, str) else line
        part.first = part.last = 2 * number + 1
        made.append(part)
    return Draft(made)


def clues(made: Draft, name: str) -> list[str]:
    """The values of a field's clues, in order."""
    return [clue.value for clue in made.clues.get(name, [])]


def removed(made: Draft) -> dict[str, str]:
    """The removed texts with their reasons."""
    return {item.text: item.reason for item in made.removed}


def kept(made: Draft) -> list[str]:
    """The texts of the remaining segments."""
    return [part.plain for part in made.segments]
