"""The content of maps, as values: the places of the glossary with their names and their status on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from course_reader.maps.extent import Extent
from course_reader.maps.spots import Drawn, Spot
from course_reader.marks.records import Asked, Page
from course_reader.model.entry import Place
from course_reader.model.settings import Setting, text
from course_reader.views.at import At
from course_reader.views.library import Library, slug_of
from course_reader.views.order import sort_key
from course_reader.views.records import Link

MAP = Setting("map", "docs/map", "The page with the map, as a document name.", text)
MAP_NOTE = Setting(
    "map_note",
    "Boundaries are from Natural Earth, which shows who controls an area, not who has a right to it; broken lines are "
    "disputed. The map takes no position on who should control an area.",
    "The remark on boundaries below maps.",
    text,
)


@dataclass(frozen=True, slots=True)
class MapAsked(Asked):
    """A page's request for a map."""

    #: ids of entries; empty for all places that have coordinates
    places: tuple[str, ...] = ()
    #: the folder of an article whose places are shown; "" for none, `all` for a map of each article
    article: str = ""
    #: south, west, north, east in degrees; None to find it from the places
    extent: tuple[float, float, float, float] | None = None
    #: whether places far from the others get a second map
    second: bool = True
    caption: str = ""
    #: full, text or small
    size: str = "full"
    #: how many maps are above it on its page
    number: int = 0
    line: int = 0


#: matches all but the first form of a name such as "Shusha (Şuşa)" or "Karabakh or Garabagh"
_FIRST_FORM = re.compile(r"\s*(?:\(.*|,.*|\bor\b.*)$")

#: the minimum width of the small map of a place, in kilometres
_AROUND = {Drawn.REGION: 800.0, Drawn.COUNTRY: 700.0}
_AROUND_POINT = 480.0


@dataclass(frozen=True, slots=True)
class MappedPlace:
    """A place, as shown on a map and in the list below it."""

    spot: Spot
    docname: str
    #: each name with its users
    called: tuple[tuple[str, str], ...]
    #: its status on the day, else its country; "" if nothing is known
    status: str

    @property
    def title(self) -> str:
        """Both names."""
        return f"{self.spot.name} / {self.spot.other}" if self.spot.other else self.spot.name

    @property
    def words(self) -> str:
        """The name that each side uses, and the status, in sentences."""
        names = [f"{name}: {by}" for name, by in self.called]
        sentences = [text.rstrip(".") for text in (*names, self.status) if text]
        return "".join(f"{text[0].upper()}{text[1:]}. " for text in sentences).strip()


@dataclass(frozen=True, slots=True)
class MapView:
    """One map."""

    places: tuple[MappedPlace, ...]
    #: the article that names these places
    article: Link | None = None


def maps(library: Library, asked: MapAsked) -> tuple[MapView, ...]:
    """The maps requested by a page: one, or one for each article that names places."""
    if not asked.article:
        return (MapView(tuple(_all(library, asked.places or None, None))),)
    found = []
    for docname, page in library.articles:
        if asked.article in ("all", slug_of(docname)):
            view = article_map(library, docname, page)
            if view.places:
                found.append(view)
    return tuple(found)


def article_map(library: Library, docname: str, page: Page) -> MapView:
    """The places that an article names, as they were on its day."""
    return MapView(places_of(library, [page]), library.link(docname))


def places_of(library: Library, pages: Iterable[Page]) -> tuple[MappedPlace, ...]:
    """The places that articles name, as they were on the day of the last one, from A to Z."""
    pages = list(pages)
    named = dict.fromkeys(mark.entry for page in pages for mark in library.known(page))
    days = [page.day for page in pages if page.day]
    return tuple(_all(library, named, max(days, default=None)))


def _all(library: Library, ids: Iterable[str] | None, day: date | None) -> Iterator[MappedPlace]:
    """The places with coordinates among the given entries, or among all entries."""
    known = (
        [library.glossary.files[i] for i in ids if i in library.glossary] if ids is not None else list(library.glossary)
    )
    for file in sorted(known, key=lambda file: sort_key(file.entry.sort_key)):
        if isinstance(file.entry, Place) and file.entry.coordinates:
            yield on_map(library, file.id, file.entry, day)


def on_map(library: Library, entry_id: str, place: Place, day: date | None) -> MappedPlace:
    """A place with coordinates as it was on a day; without a day, as it is now."""
    docname = library.entry_docname(entry_id)
    status = [s.text for s in place.status if s.covers(day or date.max)]
    called = tuple((rival.name, rival.used_by) for rival in place.rival_names)
    known = "; ".join(status) or (place.country if place.country != place.name else "") or ""
    return MappedPlace(spot(entry_id, place), docname if library.has_page(docname) else "", called, known)


def spot(entry_id: str, place: Place) -> Spot:
    """A place with coordinates, prepared for a map.

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


def alone(library: Library, entry_id: str) -> MappedPlace | None:
    """A place for the small map on its page; None if it has no coordinates."""
    entry = library.glossary[entry_id]
    if not isinstance(entry, Place) or entry.coordinates is None:
        return None
    found = on_map(library, entry_id, entry, None)
    return replace(found, spot=replace(found.spot, focus=True))


def reach(spot: Spot) -> float:
    """The minimum width of the small map of a place, in kilometres."""
    return _AROUND.get(spot.drawn, _AROUND_POINT)


def extent_of(asked: MapAsked) -> Extent | None:
    """The area requested by a page."""
    return Extent(*asked.extent) if asked.extent else None


@dataclass(frozen=True, slots=True)
class MapsView:
    """The maps requested by a page."""

    maps: tuple[MapView, ...]
    #: the remark on boundaries
    note: str


def asked_maps(library: Library, asked: MapAsked) -> MapsView:
    """The maps requested by a page, with the remark on boundaries."""
    return MapsView(maps(library, asked), library.settings[MAP_NOTE])


@dataclass(frozen=True, slots=True)
class InsetView:
    """The small map of one place, on its own page."""

    place: MappedPlace
    #: the page with all places; "" if there is none, or if it is this one
    all_places: str
    note: str


def on_cards(at: At) -> tuple[MappedPlace, ...]:
    """The places in the text of an article, each for a small map of its own."""
    library, page = at.library, at.page
    if not library.is_shown(page):
        return ()
    found = (alone(library, mark) for mark in dict.fromkeys(mark.entry for mark in library.known(page)))
    return tuple(place for place in found if place)


def inset(at: At) -> InsetView | None:
    """The small map on the page of a place; None without coordinates, or on the page of another entry."""
    library, entry_id = at.library, at.docname.rsplit("/", 1)[1]
    place = alone(library, entry_id) if entry_id in library.glossary else None
    if place is None:
        return None
    page = library.settings[MAP]
    there = page in library.documents.names and page != at.docname
    return InsetView(place, page if there else "", library.settings[MAP_NOTE])
