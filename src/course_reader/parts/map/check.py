"""What can be wrong with the maps that a page asks for."""

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
            message = f"the map asks for the places of {asked.article!r}, but there is no such article; name its folder"
            yield Problem(at.path, asked.line, Code.MAP_PLACE, message)


def _wrong(library: Library, entry_id: str) -> str | None:
    if entry_id not in library.glossary:
        return f"the map names {entry_id!r}, but there is no such entry; correct it or take it out"
    entry = library.glossary[entry_id]
    if not isinstance(entry, Place):
        return f"the map names {entry_id!r}, which is no place; take it out"
    if entry.coordinates is None:
        return f"the map names {entry_id!r}, which has no `coordinates`; give its entry some, or take it out"
    return None
