"""The position of an article among the others, as values."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.model.level import Level
from course_reader.views.at import At
from course_reader.views.library import Library, once
from course_reader.views.records import Link

#: in a reader of so many articles each page says which of them it is
_FEW = 12


@dataclass(frozen=True, slots=True)
class LevelLink:
    """One of the texts of an article."""

    docname: str
    #: "" for the article's own
    level: str
    words: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """An article among the others, in chronological order."""

    #: its place from 1, and how many there are; None where there are many
    position: tuple[int, int] | None
    previous: Link | None
    following: Link | None
    shown: bool
    #: the texts of the article, its own first, if there are several
    texts: tuple[LevelLink, ...] = ()


def reading(at: At) -> ReadingView:
    """The position of an article among the others."""
    library, place = at.library, _places(at.library)[at.article]
    names = [docname for docname, _ in library.articles[max(0, place - 1) : place + 2]]
    previous = library.link(names[0]) if place else None
    following = library.link(names[-1]) if place + 1 < len(library.articles) else None
    # In a large reader each further article would change the pages of all others, to say what nobody asks for.
    position = (place + 1, len(library.articles)) if len(library.articles) <= _FEW else None
    return ReadingView(position, previous, following, library.is_shown(at.page), _texts(at))


def _texts(at: At) -> tuple[LevelLink, ...]:
    """The texts of an article, if it has several and they are shown."""
    others = at.library.levels.get(at.article, {})
    if not others or not at.library.is_shown(at.page):
        return ()
    reader = at.library.settings.level
    found = [LevelLink(at.article, "", "original level")]
    found += [LevelLink(docname, level, _words(level, reader)) for level, docname in others.items()]
    return tuple(found)


def _words(level: str, reader: str) -> str:
    """What a text at a level is called, beside one at the reader's level."""
    if not reader or level == reader:
        return f"level {level}"
    return f"{'easier' if Level[level] < Level[reader] else 'harder'} ({level})"


@once
def _places(library: Library) -> dict[str, int]:
    return {docname: place for place, (docname, _) in enumerate(library.articles)}
