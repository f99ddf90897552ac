"""The directive for a map."""

from __future__ import annotations

import re
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_reader.pages.listing import leave_place, listed_above
from course_reader.parts.map.page import SIZES
from course_reader.parts.map.values import MapAsked


def ids(text: str | None) -> tuple[str, ...]:
    """The option `places`: ids of entries; `all` for every place.

    Raises:
        ValueError: without an id.
    """
    found = tuple(re.split(r"[\s,]+", (text or "").strip()))
    if found == ("",):
        raise ValueError("name entries of places, or `all`")
    return () if found == ("all",) else found


def extent(text: str | None) -> tuple[float, float, float, float]:
    """The option `extent`: south, west, north, east in degrees.

    Raises:
        ValueError: unless there are four numbers that define an area.
    """
    try:
        south, west, north, east = map(float, re.split(r"[\s,]+", (text or "").strip()))
    except ValueError:
        raise ValueError("give four numbers, in degrees: south, west, north, east") from None
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 540 and east - west <= 360):
        raise ValueError(
            "give south and north from -90 to 90, west and east from -180 to 180 (beyond 180 across the date line), "
            "the smaller first"
        )
    return south, west, north, east


class PlaceMapDirective(SphinxDirective):
    """Places on a map; its body is the caption."""

    has_content = True
    option_spec: ClassVar = {
        "places": ids,
        "article": directives.unchanged_required,
        "extent": extent,
        "size": lambda text: directives.choice(text, SIZES),
        "no-second": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder for the map, because its places may change when this page does not."""
        if "places" in self.options and "article" in self.options:
            raise self.error("a map shows `places` or those of an `article`, not both")
        asked = MapAsked(
            self.options.get("places", ()),
            self.options.get("article", ""),
            self.options.get("extent"),
            "no-second" not in self.options,
            " ".join(" ".join(self.content).split()),
            self.options.get("size", "full"),
            listed_above(self, MapAsked),
            self.lineno,
        )
        return leave_place(self, asked)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("place-map", PlaceMapDirective)
