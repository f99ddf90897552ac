"""The position of an article among the others, as values."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.views.at import At
from course_reader.views.library import Library, once
from course_reader.views.records import Link


@dataclass(frozen=True, slots=True)
class ReadingView:
    """An article among the others, in chronological order."""

    #: from 1
    position: int
    of: int
    previous: Link | None
    following: Link | None
    shown: bool


def reading(at: At) -> ReadingView:
    """The position of an article among the others."""
    library, place = at.library, _places(at.library)[at.docname]
    names = [docname for docname, _ in library.articles[max(0, place - 1) : place + 2]]
    previous = library.link(names[0]) if place else None
    following = library.link(names[-1]) if place + 1 < len(library.articles) else None
    return ReadingView(place + 1, len(library.articles), previous, following, library.is_shown(at.page))


@once
def _places(library: Library) -> dict[str, int]:
    return {docname: place for place, (docname, _) in enumerate(library.articles)}
