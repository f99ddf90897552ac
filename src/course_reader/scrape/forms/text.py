"""Reads plain text and Markdown, which is every input that no other form recognises."""

from __future__ import annotations

import re
from collections.abc import Sequence

from course_reader.scrape.decoding import TextLine, split_lines
from course_reader.scrape.draft import Draft
from course_reader.scrape.forms import matter
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.lines.segments import group
from course_reader.scrape.markdown import looks_like_markdown
from course_reader.scrape.records import ScrapeError

#: the most lines of an article, blank ones apart; the longest reports of newspapers have a few hundred
_MOST_LINES = 20_000
_RULE = re.compile(r"-{3,}|={3,}|\*{3,}|_{3,}|(?:\* ){2,}\*")


def read(source: RawInput) -> list[Draft]:
    """A draft with the blocks of the text, and what its front matter says."""
    text, notes = source.cleaned
    markdown = source.name.endswith((".md", ".markdown")) or looks_like_markdown(text)
    lines = split_lines(text)
    encoding = source.decoded.encoding
    if not source.split:
        return [draft_of(lines, markdown=markdown, notes=notes, encoding=encoding)]
    return [_part(part, text, markdown=markdown, notes=notes, encoding=encoding) for part in _parts(lines)]


def _parts(lines: list[TextLine]) -> list[list[TextLine]]:
    """The lines between rules."""
    parts: list[list[TextLine]] = [[]]
    for line in lines:
        if _RULE.fullmatch(line.text):
            parts.append([])
        else:
            parts[-1].append(line)
    return [part for part in parts if part] or [lines]


def _part(lines: list[TextLine], text: str, *, markdown: bool, notes: Sequence[str], encoding: str) -> Draft:
    draft = draft_of(lines, markdown=markdown, notes=notes, encoding=encoding)
    whole = text.split("\n")
    draft.part = "\n".join(whole[lines[0].number - 1 : lines[-1].number]) + "\n"
    return draft


def draft_of(lines: list[TextLine], *, markdown: bool, notes: Sequence[str], encoding: str = "utf-8") -> Draft:
    """A draft of some lines.

    Raises:
        ScrapeError: there are too many for an article.
    """
    if len(lines) > _MOST_LINES:
        message = f"it has {len(lines):,} lines, too many for an article (at most {_MOST_LINES:,}); cut the article out"
        raise ScrapeError(message)
    draft = Draft([], markdown=markdown, notes=list(notes), encoding=encoding)
    rest = matter.take_front_matter(draft, lines)
    draft.segments, draft.joined, width = group(rest, markdown=markdown)
    if width is not None:
        draft.notes.append(f"lines wrapped at about {width} columns were joined into paragraphs")
    return draft


FORM = InputForm("a plain text", lambda source: True, read)
