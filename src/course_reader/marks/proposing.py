"""The articles of a reader as what proposals are made from: their texts without what has an entry already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from course_reader.model.dates import parse
from course_reader.model.glossary import Glossary
from course_reader.model.reader import slug_of
from course_reader.text.mention.settle import Span
from course_reader.text.paragraphs import Paragraph
from course_reader.text.propose.records import SourceText
from course_reader.text.propose.sounds import sounds


def source_text(
    docname: str, text: str, paragraphs: Iterable[Paragraph], taken: Iterable[Span], front: Mapping[str, Any]
) -> SourceText:
    """An article to look through.

    Args:
        docname: Its document.
        text: Its plain text.
        paragraphs: Its numbered paragraphs.
        taken: Mentions and questions, and what is not searched.
        front: Its front matter.
    """
    bodies = [front[key] for key in ("outlet", "agency") if isinstance(front.get(key), str) and front[key].strip()]
    language = front.get("language")
    return SourceText(
        slug_of(docname),
        text,
        _day(front.get("date")),
        language if isinstance(language, str) and language else "en",
        taken=tuple(taken),
        bodies=tuple(bodies),
        paragraphs=tuple((p.start, p.end, p.number) for p in paragraphs),
    )


def _day(value: object) -> date | None:
    try:
        return parse(value).last if value else None
    except ValueError:
        return None


def alike(name: str, kind: str, glossary: Glossary) -> str | None:
    """The entry of which a name is another spelling, by its sound; None if there is none."""
    sounded = sounds(name)
    for file in glossary:
        if str(file.kind) == kind:
            names = (file.entry.name, *(alias.name for alias in file.entry.aliases if not alias.metonym))
            if any(sounds(other) == sounded for other in names):
                return file.id
    return None
