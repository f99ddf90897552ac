"""Part of a pack: a map of the places in its articles."""

from __future__ import annotations

from collections.abc import Sequence

from course_reader.maps import kept
from course_reader.maps.look import PRINT
from course_reader.maps.spots import Drawn
from course_reader.parts.map.values import MAP_NOTE, MappedPlace, places_of
from course_reader.tree.book import Book
from course_reader.tree.pack import EntryRow
from course_reader.tree.parts import MapPart

#: the width of the drawing in units, so that letters are 8 to 9 points on paper, and its relative heights
_UNITS, _HEIGHTS = 620.0, (0.55, 1.1)

_SYMBOLS = {
    Drawn.CAPITAL: "ring: capital",
    Drawn.TOWN: "dot: town",
    Drawn.ROAD: "diamond: road",
    Drawn.REGION: "italics: region",
}


def make(book: Book) -> list[MapPart]:
    """One map, and the names of its places; nothing if there are no places."""
    pages = [book.library.pages[docname] for docname in book.articles]
    places = places_of(book.library, pages)
    if not places:
        return []
    svg, alt = picture(places)
    return [
        MapPart(
            t="map",
            landscape=book.pack.landscape,
            title="Map",
            label="part:map",
            svg=svg,
            alt=alt,
            caption=_caption(places, book.library.settings[MAP_NOTE]),
            rows=[EntryRow(name=place.title, text=place.words, to=place.docname) for place in places],
        )
    ]


def picture(
    places: Sequence[MappedPlace], units: float = _UNITS, heights: tuple[float, float] = _HEIGHTS
) -> tuple[str, str]:
    """A map for paper: an SVG in grey, and a description of it.

    Args:
        places: At least one, from `places_of`.
        units: The width of the drawing; at 0.7 points per unit its letters are 8 to 9 points.
        heights: Minimum and maximum height, relative to the width.
    """
    drawing = kept.picture([place.spot for place in places], units=units, heights=heights, look=PRINT)
    return drawing.svg, f"{drawing.title}. {drawing.description}"


def _caption(places: tuple[MappedPlace, ...], note: str) -> str:
    drawn = {place.spot.drawn for place in places}
    symbols = "; ".join(words for kind, words in _SYMBOLS.items() if kind in drawn)
    return " ".join(filter(None, (f"{symbols[:1].upper()}{symbols[1:]}." if symbols else "", note)))
