"""The sentences that name an entry, for "mentioned in"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from course_reader.marks.records import Marked, Page
from course_reader.parts.entry.records import Context
from course_reader.text.prose.sentence import sentence_around

#: characters at the end of a sentence
_ENDS = ".!?”’\"'»)…"

_BEFORE_STOP = re.compile(r" +([.,;:!?])")

_CONTEXT_CHARS = 240


def contexts_of(page: Page, marks: Iterable[Marked]) -> tuple[Context, ...]:
    """The sentences that contain some mentions, each once."""
    seen: dict[tuple[int, int], Context] = {}
    for mark in marks:
        span = sentence_around(page.text, mark.start, mark.end, _CONTEXT_CHARS)
        seen.setdefault(span, _context(page, mark, span))
    return tuple(seen.values())


def _context(page: Page, mark: Marked, span: tuple[int, int]) -> Context:
    start, end = span
    paragraph = page.paragraph_at(mark.start)
    block_start = page.text.rfind("\n\n", 0, start) + 2 if start else 0
    cut_before = "… " if start > max(block_start, 0) and not _ends_sentence(page.text, start) else ""
    is_whole = end >= len(page.text) or page.text[end - 1] in _ENDS or page.text.startswith("\n\n", end)
    cut_after = "" if is_whole else " …"
    return Context(
        paragraph.anchor if paragraph else "",
        paragraph.number if paragraph else None,
        cut_before + _flat(page.text[start : mark.start]),
        _flat(page.text[mark.start : mark.end]),
        _flat(page.text[mark.end : end]) + cut_after,
    )


def _ends_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip()
    return not before or before[-1] in _ENDS + ":"


def _flat(text: str) -> str:
    """A stretch of text on one line, without the space left before a stop by a footnote mark."""
    return _BEFORE_STOP.sub(r"\1", text.replace("\n", " "))
