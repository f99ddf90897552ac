"""The rendering of a map: a picture with links in HTML, a picture file in an EPUB, a list of places elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from docutils import nodes

from course_reader.maps.extent import LEAST, Extent
from course_reader.maps.kept import Picture, picture
from course_reader.maps.look import SCREEN, Look
from course_reader.maps.spots import Drawn, Spot
from course_reader.model.problems import Code, Problem
from course_reader.pages.markup import Html, Linker, box, joined, span
from course_reader.pages.reports import report
from course_reader.parts.map.values import InsetView, MapAsked, MappedPlace, MapsView, MapView, extent_of, reach
from course_reader.speech import say
from course_reader.views.at import At

#: the size of a map: as wide as the page, as wide as the text, or small for one place
SIZES = ("full", "text", "small")

#: The widths of drawings in units: for a page, for the text, and for a phone or a small map.
WIDTHS = {"full": 720.0, "text": 560.0, "small": 360.0}

_NOTHING = "There are no places with coordinates to show."

#: symbols as the maps draw them, in a square of 14 units: tag, class, attributes
_SYMBOLS = {
    Drawn.CAPITAL: (
        ("circle", "map-ring", {"cx": "7", "cy": "7", "r": "4.2"}),
        ("circle", "map-bar", {"cx": "7", "cy": "7", "r": "1.4"}),
    ),
    Drawn.TOWN: (("circle", "map-dot", {"cx": "7", "cy": "7", "r": "3.2"}),),
    Drawn.ROAD: (("path", "map-ring", {"d": "M3 7L7 3L11 7L7 11z"}),),
}

_SHAPES = {Drawn.CAPITAL: "ring", Drawn.TOWN: "dot", Drawn.ROAD: "diamond"}


# --- HTML


def fill(found: MapsView, asked: MapAsked, at: At, links: Linker) -> list[nodes.Node]:
    """The maps requested by a page."""
    parts: list[Html] = []
    for number, view in enumerate(found.maps):
        key = f"map-{asked.number + 1}-{number + 1}"
        if view.article and asked.article == "all":
            when = f", {view.article.when}" if view.article.when else ""
            head = links.link(view.article.docname, view.article.title)
            parts.append(box("h3", joined(head, when), classes=("map-article",), id=key))
        if view.places or asked.extent:
            first = asked.number == 0 and not any("<figure" in part for part in parts)
            note = found.note if first and asked.size != "small" else ""
            parts.append(_figure(asked, view, at, links, key, note))
    if not parts:
        return [nodes.paragraph("", _NOTHING)]
    node = nodes.raw("", joined(*parts), format="html")
    # The text of an entry is found on its own page.
    node["classes"] = ["no-search"]
    return [node]


def _figure(asked: MapAsked, view: MapView, at: At, links: Linker, key: str, note: str) -> Html:
    """A map with its caption; its lines are explained only once on a page."""
    drawings = drawn(
        view.places, links, key, size=asked.size, extent=extent_of(asked), second=asked.second, title=asked.caption
    )
    _report_crowded(drawings[-1], asked, at)
    picture = pictures(drawings, links, key)
    notes = [p for p in (asked.caption, note) if p]
    caption = box("figcaption", legend(view.places, drawn=not links.is_book), *(box("p", text) for text in notes))
    figure = box("figure", picture, caption, classes=("reader-map", f"map-{asked.size}"))
    return joined(figure, listed(view.places, links) if asked.size != "small" else "")


def _report_crowded(drawing: Picture, asked: MapAsked, at: At) -> None:
    if drawing.nameless:
        names = ", ".join(drawing.nameless)
        message = f"the narrow map has no room for the names of {names}; show fewer places, or make two maps"
        report(Problem(at.path, asked.line, Code.MAP_CROWDED, message), at.library.documents.root)


def drawn(
    places: Sequence[MappedPlace],
    links: Linker,
    key: str,
    *,
    size: str = "full",
    extent: Extent | None = None,
    second: bool = True,
    title: str = "",
    least: float = LEAST,
    look: Look = SCREEN,
) -> list[Picture]:
    """The drawings of a map: a wide one and a narrow one, or only one for a small map.

    Args:
        places: The places, from `places_of` for articles, or from `alone` for one place.
        links: Addresses.
        key: Prefix for the ids in the drawings; different for each map of a page.
        size: One of `SIZES`.
        extent: The area of the map; found from the places if not given.
        second: Whether places far from the others get a second map.
        title: The title of the map; made from its places if not given.
        least: The minimum width in kilometres.
        look: Sizes of letters.
    """
    spots = [replace(p.spot, to=_address(p, links)) for p in places]
    widths = dict.fromkeys((WIDTHS[size], WIDTHS["small"]))
    heights = (0.6, 0.85) if size == "small" else None
    return [
        picture(
            spots, units=units, look=look, extent=extent, second=second, title=title,
            key=f"{key}-{units:.0f}", least=least, heights=heights,
        )
        for units in widths
    ]  # fmt: skip


def _address(place: MappedPlace, links: Linker) -> str:
    """The link of a name on a map; "" in a file, or if the map is about that place."""
    return links.to(place.docname) if place.docname and not place.spot.focus and not links.is_book else ""


def pictures(drawings: Sequence[Picture], links: Linker, key: str) -> Html:
    """Drawings as HTML; the stylesheet shows the one that fits the screen."""
    if links.is_book:
        return _file(drawings[-1], links, key)
    if len(drawings) == 1:
        return Html(drawings[0].svg)
    boxes = (("map-wide", drawings[0]), ("map-narrow", drawings[1]))
    return joined(*(box("div", Html(drawing.svg), classes=(name,)) for name, drawing in boxes))


def _file(drawing: Picture, links: Linker, key: str) -> Html:
    name = f"map-{hashlib.sha256(f'{links.docname} {key}'.encode()).hexdigest()[:12]}.svg"
    alt = f"{drawing.title}. {drawing.description}"
    return Html(box("img", src=_put(drawing, links, name), alt=alt).replace("></img>", "/>"))


def _put(drawing: Picture, links: Linker, name: str) -> str:
    """Write a drawing into the output; its address."""
    folder = Path(links.builder.outdir, "_images")
    folder.mkdir(exist_ok=True)
    path, content = folder / name, drawing.svg.encode()
    # Many articles name the same place, and an earlier build may have drawn it.
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)
    return links.file(f"_images/{name}")


def legend(places: Iterable[MappedPlace], *, drawn: bool = True) -> Html:
    """The legend of a map, with the symbols that occur on it, either drawn or in words."""
    kinds = {place.spot.drawn for place in places}
    items = [
        span(joined(_icon(kind) if drawn else f"{_SHAPES[kind]}:", " ", say(kind.legend)), "map-key")
        for kind in _SYMBOLS
        if kind in kinds
    ]
    if Drawn.REGION in kinds:
        items.append(span(joined(span(say("Italics"), tag="i"), " ", say("region")), "map-key"))
    return box("p", *[part for item in items for part in (item, " ")], classes=("map-legend",)) if items else Html("")


def _icon(kind: Drawn) -> Html:
    """A symbol in the colours of the maps, independent of the stylesheet."""
    shapes = [span("", name, tag=tag, **SCREEN.paint(name), **form) for tag, name, form in _SYMBOLS[kind]]
    return Html(f'<svg viewBox="0 0 14 14" aria-hidden="true">{"".join(shapes)}</svg>')


def listed(places: Sequence[MappedPlace], links: Linker) -> Html:
    """The places of a map in words: their names, who uses each name, and their status."""
    rows: list[Html] = []
    for place in places:
        rows.append(box("dt", links.link(place.docname, place.title) if place.docname else place.title))
        rows.append(box("dd", place.words))
    inner = box("summary", say("Places on this map and their names")), box("dl", *rows)
    return box("details", *inner, classes=("map-list",))


# --- the page of a place


def small(view: InsetView, links: Linker) -> Iterator[Html]:
    """The small map of one place."""
    drawings = drawn([view.place], links, "where", size="small", least=reach(view.place.spot))
    about: str = view.note
    if view.all_places:
        about = joined(links.link(view.all_places, say("All places on one map")), ".")
    caption = box("figcaption", box("p", about))
    yield box("figure", pictures(drawings, links, "where"), caption, classes=("reader-map", "map-small"))


def for_cards(places: tuple[MappedPlace, ...], links: Linker) -> Iterator[Html]:
    """The small maps of the places that an article names: files, which a page loads when somebody asks for one."""
    if links.is_book:
        return
    found = []
    for place in places:
        drawing = _alone(place.spot)
        address = _put(drawing, links, f"map-of-{place.spot.id}.svg")
        attributes = {"data_entry": place.spot.id, "data_map": address, "data_alt": drawing.title}
        found.append(span("", **attributes))
    yield box("div", *found, classes=("card-maps",), hidden="hidden")


@lru_cache(maxsize=256)
def _alone(spot: Spot) -> Picture:
    """The map of one place in a file, which has no links: many articles name the same places."""
    return picture([spot], units=WIDTHS["small"], key="where", least=reach(spot), heights=(0.45, 0.6))


# --- other formats


def plain(found: MapsView, asked: MapAsked) -> nodes.Element:
    """A map for a format without pictures: its description and its places."""
    blocks: list[nodes.Node] = []
    for view in found.maps:
        if not view.places:
            continue
        drawing = picture([place.spot for place in view.places], second=asked.second, extent=extent_of(asked))
        blocks.append(nodes.paragraph("", f"{drawing.title}. {drawing.description}"))
    return nodes.container("", *(blocks or [nodes.paragraph("", _NOTHING)]))
