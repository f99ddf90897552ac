"""The entries named in an article, as values."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.views.at import At
from course_reader.views.records import GlossView


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """An entry named on a page, with number and anchor of each paragraph that names it."""

    gloss: GlossView
    paragraphs: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class NamedView:
    """The entries of an article in the order of their first mention."""

    entries: tuple[NamedEntry, ...]
    #: whether the text may be shown; otherwise the glosses are shown here
    shown: bool


def named(at: At) -> NamedView | None:
    """The entries that an article names; None if there are none."""
    page = at.page
    where: dict[str, dict[int, str]] = {}
    for mark in at.library.known(page):
        numbers = where.setdefault(mark.entry, {})
        paragraph = page.paragraph_at(mark.start)
        if paragraph:
            numbers.setdefault(paragraph.number, paragraph.anchor)
    if not where:
        return None
    entries = (
        NamedEntry(at.library.gloss(entry, page.day), tuple(numbers.items())) for entry, numbers in where.items()
    )
    return NamedView(tuple(entries), at.library.is_shown(page))
