"""Writes a drawing as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from course_reader.maps.base_map import BaseMap
from course_reader.maps.labels import Position, width
from course_reader.maps.look import RIMMED, Look
from course_reader.maps.projection import Point, Rectangle
from course_reader.maps.shapes import Polyline, path
from course_reader.maps.spots import Drawn, Spot

#: line height, in parts of the font size
_LEADING = 1.1

#: Half the width of a symbol, including its outline.
_SYMBOL = {Drawn.CAPITAL: 5.2, Drawn.TOWN: 3.9, Drawn.ROAD: 4.6}


@dataclass(frozen=True, slots=True)
class Lettering:
    """The lines of a label, with their classes, font sizes and width of letters."""

    lines: tuple[str, ...]
    kinds: tuple[str, ...]
    sizes: tuple[float, ...]
    spacing: float
    run: float

    @property
    def wide(self) -> float:
        """The width of the widest line, in units."""
        return max(self.widths())

    @property
    def high(self) -> float:
        """The height of all lines, in units."""
        return sum(size * _LEADING for size in self.sizes)

    def widths(self) -> list[float]:
        """The width of each line, in units; only the first is letter-spaced."""
        spaces = (self.spacing, *[0.0] * (len(self.lines) - 1))
        return [
            width(line, size, space) * self.run
            for line, size, space in zip(self.lines, self.sizes, spaces, strict=True)
        ]


class Pen:
    """Collects the elements of a drawing: the picture, and the labels on top of it."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self._picture: list[str] = []
        self._names: list[str] = []

    def _shape(self, tag: str, kind: str, **attributes: float | str) -> None:
        self._picture.append(_tag(tag, {"class": kind, **self.look.paint(kind), **attributes}))

    def _path(self, kind: str, lines: list[Polyline], *, closed: bool) -> None:
        d = path(lines, closed=closed)
        if d:
            self._shape("path", kind, d=d)

    def base_map(self, frame: Rectangle, base_map: BaseMap, named: set[str]) -> None:
        """Sea, land, lakes, coasts and borders, and the frame around them."""
        self._box("map-sea", frame)
        for kind, wanted in (("map-land", False), ("map-named", True)):
            rings = [r for name, found in base_map.land.items() if (name.casefold() in named) is wanted for r in found]
            self._path(kind, rings, closed=True)
        self._path("map-lake", base_map.lakes, closed=True)
        self._path("map-coast", base_map.coasts, closed=False)
        self._path("map-border", base_map.borders, closed=False)
        self._path("map-disputed", base_map.disputed, closed=False)
        self._box("map-frame", Rectangle(frame.left + 0.5, frame.top + 0.5, frame.right - 0.5, frame.bottom - 0.5))

    def _box(self, kind: str, box: Rectangle) -> None:
        self._shape("rect", kind, x=box.left, y=box.top, width=box.width, height=box.height)

    def extent(self, rim: Polyline) -> None:
        """The area of another map of the drawing."""
        self._path("map-extent", [rim], closed=True)

    def symbol(self, spot: Spot, at: Point) -> Rectangle:
        """Draw the symbol of a point and return its box."""
        x, y = at
        drawn = spot.drawn
        half = _SYMBOL[drawn]
        if spot.focus:
            half += 4.0
            self._shape("circle", "map-focus", cx=x, cy=y, r=half)
        if drawn is Drawn.CAPITAL:
            self._shape("circle", "map-ring", cx=x, cy=y, r=4.2)
            self._shape("circle", "map-bar", cx=x, cy=y, r=1.4)
        elif drawn is Drawn.ROAD:
            d = f"M{_n(x - 4)} {_n(y)}L{_n(x)} {_n(y - 4)}L{_n(x + 4)} {_n(y)}L{_n(x)} {_n(y + 4)}z"
            self._shape("path", "map-ring", d=d)
        else:
            self._shape("circle", "map-dot", cx=x, cy=y, r=3.2)
        return Rectangle(x - half, y - half, x + half, y + half)

    def scale(self, box: Rectangle, bar: tuple[float, float], size: float) -> None:
        """A bar in two halves with its length."""
        kilometres, long = bar
        y = box.bottom - 5.0
        for at, kind in ((0, "map-bar"), (1, "map-bar-light")):
            self._shape("rect", kind, x=box.left + at * long / 2, y=y, width=long / 2, height=3.2)
        self._text(self._picture, "0", "map-scale", size, box.left, y - 4, "start")
        self._text(self._picture, f"{kilometres:,.0f} km", "map-scale", size, box.left + long, y - 4, "middle")

    def label(self, lettering: Lettering, position: Position, spot: Spot | None, *, on_named: bool) -> None:
        """A label, with a leader if it is away from its point; the label of a place is a link.

        Its letters have an outline in the colour of the land below them, which differs for countries of the map.
        """
        rim = "map-named" if on_named else "map-land"
        if position.leader:
            (x0, y0), (x1, y1) = position.leader
            self._shape("path", "map-leader", d=f"M{_n(x0)} {_n(y0)}L{_n(x1)} {_n(y1)}")
        lines: list[str] = []
        x = {"start": position.box.left, "middle": position.box.centre[0], "end": position.box.right}[position.anchor]
        y = position.box.top
        for line, kind, size, wide in zip(
            lettering.lines, lettering.kinds, lettering.sizes, lettering.widths(), strict=True
        ):
            self._text(lines, line, kind, size, x, y + size * 0.9, position.anchor, wide, rim)
            y += size * _LEADING
        words = "".join(lines)
        if spot and spot.focus:
            words = f'<g font-weight="600">{words}</g>'
        if spot is None:
            # Labels of the surroundings belong to the picture, which has a description as a whole.
            self._picture.append(words)
        elif spot.to:
            label = f"{spot.name} / {spot.other}" if spot.other else spot.name
            self._names.append(f'<a href="{escape(spot.to)}" aria-label="{escape(label)}">{words}</a>')
        else:
            self._names.append(words)

    def _text(
        self,
        out: list[str],
        text: str,
        kind: str,
        size: float,
        x: float,
        y: float,
        anchor: str,
        wide: float = 0.0,
        rim: str = "map-land",
    ) -> None:
        rimmed = kind in RIMMED
        attributes: dict[str, float | str] = {"class": f"{kind} on-{rim}" if rimmed else kind, **self.look.paint(kind)}
        attributes |= {"x": x, "y": y, "font-size": size}
        if anchor != "start":
            attributes["text-anchor"] = anchor
        if wide:
            attributes["textLength"] = wide
        if rimmed:
            attributes |= {"stroke": self.look.paint(rim)["fill"], "stroke-width": "2.6"}
            # Checkers of e-books do not know `paint-order` as an attribute yet.
            attributes |= {"style": "paint-order:stroke", "stroke-linejoin": "round"}
        out.append(_tag("text", attributes, escape(text, quote=False)))

    def svg(self, wide: float, high: float, key: str, title: str, described: str) -> str:
        """The whole drawing."""
        face = f' font-family="{escape(self.look.face)}"' if self.look.face else ""
        words = f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(described)}</desc>'
        ids = f'role="img" aria-labelledby="{key}-title" aria-describedby="{key}-desc"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(wide)} {_n(high)}"{face}'
        picture, names = "".join(self._picture), "".join(self._names)
        if "<a " not in names:
            return f"{head} {ids}>{words}{picture}{names}</svg>"
        # An image may not contain links: a group holds the image and, beside it, the links.
        group = f'role="group" aria-labelledby="{key}-title"'
        return f'{head} {group}><g {ids}>{words}{picture}</g><g class="map-names">{names}</g></svg>'


def _tag(tag: str, attributes: dict[str, float | str], inner: str = "") -> str:
    words = "".join(f' {key}="{_value(value)}"' for key, value in attributes.items())
    return f"<{tag}{words}>{inner}</{tag}>" if inner else f"<{tag}{words}/>"


def _value(value: float | str) -> str:
    return escape(value) if isinstance(value, str) else _n(value)


def _n(value: float) -> str:
    """A number in tenths of a unit, without a final zero."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
