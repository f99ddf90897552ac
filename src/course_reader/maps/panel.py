"""One map of a drawing."""

from __future__ import annotations

from dataclasses import dataclass, field

from course_reader.maps.base_map import BaseMap, View
from course_reader.maps.projection import Rectangle
from course_reader.maps.spots import Spot


@dataclass(slots=True)
class Panel:
    """One of the maps of a drawing."""

    view: View
    spots: tuple[Spot, ...]
    base_map: BaseMap
    #: place → the box of its label; places without room for one are missing
    names: dict[str, Rectangle] = field(default_factory=dict)
    #: the boxes of all labels, including countries and seas
    boxes: list[Rectangle] = field(default_factory=list)
    #: the length of the scale bar in kilometres and units
    bar: tuple[float, float] | None = None
