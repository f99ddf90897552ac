"""What maps show, as values: the places of the glossary with their names and what they were on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from course_reader.maps.extent import Extent
from course_reader.maps.spots import Drawn, Spot
from course_reader.marks.domain import MapAsked, Page
from course_reader.model.dates import spell
from course_reader.model.entry import Place
from course_reader.model.problems import Code, Problem
from course_reader.views.order import sort_key
from course_reader.views.records import Link

if TYPE_CHECKING:
    from course_reader.views.library import Library

#: of a name such as "Shusha (Şuşa)" or "Karabakh or Garabagh" the first form, in Latin letters
_FIRST_FORM = re.compile(r"\s*(?:\(.*|,.*|\bor\b.*)$")

#: how far around a place its small map reaches at least, in kilometres from left to right
_AROUND = {Drawn.REGION: 800.0, Drawn.COUNTRY: 700.0}
_AROUND_POINT = 480.0


@dataclass(frozen=True, slots=True)
class OnSheet:
    """A place as a map and the list below it show it."""

    spot: Spot
    docname: str
    #: names, and who uses them
    called: tuple[tuple[str, str], ...]
    #: what it was on the day, else its country; "" if nothing is known
    status: str

    @property
    def title(self) -> str:
        """Both names."""
        return f"{self.spot.name} / {self.spot.other}" if self.spot.other else self.spot.name

    @property
    def words(self) -> str:
        """Who calls it what, and what it was, in sentences."""
        said = [f"{name}: {by}" for name, by in self.called]
        sentences = [text.rstrip(".") for text in (*said, self.status) if text]
        return "".join(f"{text[0].upper()}{text[1:]}. " for text in sentences).strip()


@dataclass(frozen=True, slots=True)
class MapView:
    """One map."""

    places: tuple[OnSheet, ...]
    #: the article whose places these are
    article: Link | None = None


def maps(shelf: Library, asked: MapAsked) -> tuple[MapView, ...]:
    """The maps that a page asks for: one, or one for each article that names places."""
    if not asked.article:
        return (MapView(tuple(_all(shelf, asked.places or None, None))),)
    found = []
    for docname, page in shelf.articles:
        if asked.article in ("all", docname.split("/")[-2] if "/" in docname else docname):
            view = article_map(shelf, docname, page)
            if view.places:
                found.append(view)
    return tuple(found)


def article_map(shelf: Library, docname: str, page: Page) -> MapView:
    """The places that an article names, as they were on its day."""
    when = spell(page.article.date) if page.article and page.article.date else ""
    return MapView(places_of(shelf, [page]), Link(docname, page.title, when))


def places_of(shelf: Library, pages: Iterable[Page]) -> tuple[OnSheet, ...]:
    """The places that articles name, as they were on the day of the last one, from A to Z."""
    pages = list(pages)
    named = dict.fromkeys(mark.entry for page in pages for mark in shelf.known(page))
    days = [page.day for page in pages if page.day]
    return tuple(_all(shelf, named, max(days, default=None)))


def _all(shelf: Library, ids: Iterable[str] | None, day: date | None) -> Iterator[OnSheet]:
    """Those of the entries that are places with coordinates; of all entries, if none are named."""
    known = [shelf.glossary.files[i] for i in ids if i in shelf.glossary] if ids is not None else list(shelf.glossary)
    for file in sorted(known, key=lambda file: sort_key(file.entry.sort_key)):
        if isinstance(file.entry, Place) and file.entry.coordinates:
            yield on_sheet(shelf, file.id, file.entry, day)


def on_sheet(shelf: Library, entry_id: str, place: Place, day: date | None) -> OnSheet:
    """A place with coordinates as it was on a day; without a day, as it is now."""
    docname = shelf.session.entry_docname(entry_id)
    status = [s.text for s in place.status if s.covers(day or date.max)]
    called = tuple((rival.name, rival.used_by) for rival in place.rival_names)
    known = "; ".join(status) or (place.country if place.country != place.name else "") or ""
    return OnSheet(spot(entry_id, place), docname if shelf.has_page(docname) else "", called, known)


def spot(entry_id: str, place: Place) -> Spot:
    """A place with coordinates as a map has it.

    Raises:
        ValueError: if it has none.
    """
    if place.coordinates is None:
        raise ValueError(f"{entry_id} has no coordinates")
    first, *rest = [part.strip() for part in place.name.split(" / ")]
    name = place.map.name or first
    other = place.map.other if place.map.other is not None else _other(name, rest, place)
    drawn = Drawn(place.map.drawn or ("country" if place.country == place.name else "town"))
    return Spot(entry_id, name, *place.coordinates, drawn, other)


def _other(name: str, rest: list[str], place: Place) -> str:
    forms = rest or [_FIRST_FORM.sub("", rival.name) for rival in place.rival_names]
    return ", ".join(dict.fromkeys(form for form in forms if form and form not in name))


def alone(shelf: Library, entry_id: str) -> OnSheet | None:
    """A place for the small map on its page; None if it has no coordinates."""
    entry = shelf.glossary[entry_id]
    if not isinstance(entry, Place) or entry.coordinates is None:
        return None
    found = on_sheet(shelf, entry_id, entry, None)
    return replace(found, spot=replace(found.spot, focus=True))


def reach(spot: Spot) -> float:
    """How far around a place its small map reaches at least, in kilometres from left to right."""
    return _AROUND.get(spot.drawn, _AROUND_POINT)


def extent(asked: MapAsked) -> Extent | None:
    """The stretch of the globe that a page asks for."""
    return Extent(*asked.extent) if asked.extent else None


def problems(shelf: Library, page: Page, path: str) -> Iterator[Problem]:
    """What is wrong with the maps that a page asks for."""
    for asked in page.lists:
        if not isinstance(asked, MapAsked):
            continue
        for entry_id in asked.places:
            message = _wrong(shelf, entry_id)
            if message:
                known = entry_id in shelf.glossary
                yield Problem(path, asked.line, Code.MAP_PLACE if known else Code.UNKNOWN_ENTRY, message)
        slugs = [docname.split("/")[-2] for docname, _ in shelf.articles if "/" in docname]
        if asked.article and asked.article != "all" and asked.article not in slugs:
            message = f"the map asks for the places of {asked.article!r}, but there is no such article; name its folder"
            yield Problem(path, asked.line, Code.MAP_PLACE, message)


def _wrong(shelf: Library, entry_id: str) -> str | None:
    if entry_id not in shelf.glossary:
        return f"the map names {entry_id!r}, but there is no such entry; correct it or take it out"
    entry = shelf.glossary[entry_id]
    if not isinstance(entry, Place):
        return f"the map names {entry_id!r}, which is no place; take it out"
    if entry.coordinates is None:
        return f"the map names {entry_id!r}, which has no `coordinates`; give its entry some, or take it out"
    return None
