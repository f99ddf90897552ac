"""Reads plain text and Markdown, which is every input that no other form recognises."""

from __future__ import annotations

from collections.abc import Sequence

from course_reader.scrape.decoding import TextLine, split_lines
from course_reader.scrape.draft import Draft
from course_reader.scrape.forms import matter
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.lines.segments import group
from course_reader.scrape.markdown import looks_like_markdown


def read(source: RawInput) -> list[Draft]:
    """A draft with the blocks of the text, and what its front matter says."""
    text, notes = source.cleaned
    markdown = source.name.endswith((".md", ".markdown")) or looks_like_markdown(text)
    return [draft_of(split_lines(text), markdown=markdown, notes=notes, encoding=source.decoded.encoding)]


def draft_of(lines: list[TextLine], *, markdown: bool, notes: Sequence[str], encoding: str = "utf-8") -> Draft:
    """A draft of some lines."""
    draft = Draft([], markdown=markdown, notes=list(notes), encoding=encoding)
    rest = matter.take_front_matter(draft, lines)
    draft.segments, draft.joined, width = group(rest, markdown=markdown)
    if width is not None:
        draft.notes.append(f"lines wrapped at about {width} columns were joined into paragraphs")
    return draft


FORM = InputForm("a plain text", lambda source: True, read)
