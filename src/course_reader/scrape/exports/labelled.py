"""Lines of exports: labels with their values, and paragraphs between blank lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from course_reader.scrape.decoding import TextLine, split_lines
from course_reader.scrape.forms.pieces import Piece
from course_reader.scrape.lines.segments import group


def value_of(line: str, labels: Mapping[str, str]) -> tuple[str, str] | None:
    """The key of a label at the start of a line, and what follows it; None for any other line.

    >>> value_of("Byline: Lena Marsh", {"byline": "byline"})
    ('byline', 'Lena Marsh')
    """
    head, colon, rest = line.partition(":")
    key = labels.get(head.strip().casefold()) if colon else None
    return (key, rest.strip()) if key is not None else None


def paragraphs(lines: Sequence[TextLine]) -> list[Piece]:
    """The paragraphs of some lines; lines wrapped at a fixed width are joined."""
    segments, _, _ = group(list(lines), markdown=False)
    return [
        Piece(segment.printed(segment.text) if segment.kind == "item" else segment.text, segment.first)
        for segment in segments
        if segment.kind not in ("rule", "image")
    ]


def lines_of(part: str, first: int) -> list[TextLine]:
    """The lines of a part, numbered as in the whole."""
    return [TextLine(line.number + first - 1, line.text, line.indent, line.gap) for line in split_lines(part)]
