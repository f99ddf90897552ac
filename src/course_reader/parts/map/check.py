"""Problems with the maps requested by a page."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.model.entry import Place
from course_reader.model.problems import Code, Problem
from course_reader.parts.map.values import MapAsked
from course_reader.views.at import At
from course_reader.views.library import Library


def check(at: At) -> Iterator[Problem]:
    """Places and articles that cannot be shown."""
    library = at.library
    for asked in at.page.lists:
        if not isinstance(asked, MapAsked):
            continue
        for entry_id in asked.places:
            message = _wrong(library, entry_id)
            if message:
                known = entry_id in library.glossary
                yield Problem(at.path, asked.line, Code.MAP_PLACE if known else Code.UNKNOWN_ENTRY, message)
        if asked.article and asked.article != "all" and asked.article not in library.slugs:
            message = f"the map names {asked.article!r}, which is not an article; give the name of its folder"
            yield Problem(at.path, asked.line, Code.MAP_PLACE, message)


def _wrong(library: Library, entry_id: str) -> str | None:
    if entry_id not in library.glossary:
        return f"the map names {entry_id!r}, which is not an entry; correct it or take it out"
    entry = library.glossary[entry_id]
    if not isinstance(entry, Place):
        return f"the map names {entry_id!r}, which is not a place; take it out"
    if entry.coordinates is None:
        return f"the map names {entry_id!r}, which has no `coordinates`; add them to its entry, or take it out"
    return None
