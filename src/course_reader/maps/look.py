"""The style of a map: font sizes in units, fonts, and colours for readers without a stylesheet."""

from __future__ import annotations

from dataclasses import dataclass

#: class → attributes; a stylesheet overrides them, print and other programs use them
PAINT: dict[str, dict[str, str]] = {
    "map-sea": {"fill": "#dfe5e8"},
    "map-land": {"fill": "#f1efe8"},
    "map-named": {"fill": "#fdfcf8"},
    "map-lake": {"fill": "#dfe5e8", "stroke": "#98a3a8", "stroke-width": "0.6"},
    "map-coast": {"fill": "none", "stroke": "#98a3a8", "stroke-width": "0.8"},
    "map-border": {"fill": "none", "stroke": "#77756f", "stroke-width": "1.1", "stroke-linejoin": "round"},
    "map-disputed": {"fill": "none", "stroke": "#77756f", "stroke-width": "1.1", "stroke-dasharray": "3 2.5"},
    "map-frame": {"fill": "none", "stroke": "#77756f", "stroke-width": "1"},
    "map-extent": {"fill": "none", "stroke": "#1d1f22", "stroke-width": "1.4"},
    "map-dot": {"fill": "#1d1f22", "stroke": "#fdfcf8", "stroke-width": "1.2"},
    "map-ring": {"fill": "#fdfcf8", "stroke": "#1d1f22", "stroke-width": "1.5"},
    "map-focus": {"fill": "none", "stroke": "#1d1f22", "stroke-width": "1.4"},
    "map-leader": {"fill": "none", "stroke": "#1d1f22", "stroke-width": "0.7"},
    "map-bar": {"fill": "#1d1f22", "stroke": "#1d1f22", "stroke-width": "0.8"},
    "map-bar-light": {"fill": "#fdfcf8", "stroke": "#1d1f22", "stroke-width": "0.8"},
    "map-name": {"fill": "#1d1f22"},
    "map-other": {"fill": "#1d1f22", "font-style": "italic"},
    "map-region": {"fill": "#1d1f22", "font-style": "italic"},
    "map-country": {"fill": "#1d1f22", "font-weight": "600"},
    "map-context": {"fill": "#5c5f66"},
    "map-water": {"fill": "#4d5f69", "font-style": "italic"},
    "map-scale": {"fill": "#1d1f22"},
}

#: classes whose letters get an outline, so that lines below do not cut through them
RIMMED = frozenset({"map-name", "map-other", "map-region", "map-country", "map-context", "map-scale"})

GREY: dict[str, dict[str, str]] = {
    "map-sea": {"fill": "#dedede"},
    "map-land": {"fill": "#f2f2f2"},
    "map-named": {"fill": "#ffffff"},
    "map-lake": {"fill": "#dedede", "stroke": "#8c8c8c"},
    "map-coast": {"stroke": "#8c8c8c"},
    "map-border": {"stroke": "#555555"},
    "map-disputed": {"stroke": "#555555"},
    "map-frame": {"stroke": "#555555"},
    "map-context": {"fill": "#4a4a4a"},
    "map-water": {"fill": "#4a4a4a"},
    **{name: {"stroke": "#ffffff", "fill": "#000000"} for name in ("map-dot",)},
    **{name: {"fill": "#ffffff", "stroke": "#000000"} for name in ("map-ring", "map-bar-light")},
    **{name: {"stroke": "#000000"} for name in ("map-extent", "map-leader", "map-focus")},
    **{name: {"fill": "#000000"} for name in ("map-name", "map-other", "map-region", "map-country", "map-scale")},
    "map-bar": {"fill": "#000000", "stroke": "#000000"},
}


@dataclass(frozen=True, slots=True)
class Look:
    """Font sizes, in units of the drawing, and fonts."""

    #: for main labels, second names and surroundings
    name: float = 12.5
    other: float = 11.0
    context: float = 10.0
    #: the font families in CSS notation; "" leaves them to the stylesheet
    face: str = ""
    #: the width of letters compared with Helvetica
    run: float = 1.0
    grey: bool = False

    def paint(self, name: str) -> dict[str, str]:
        """The attributes of a class."""
        return PAINT[name] | (GREY.get(name, {}) if self.grey else {})


SCREEN = Look()
#: for wide drawings that are printed at a reduced size
PRINT = Look(name=12.5, other=11.5, context=10.5, face="Libertinus Serif", run=0.9, grey=True)
