"""Describes a map in words, for readers who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from course_reader.maps.projection import bearing, distance
from course_reader.maps.spots import Drawn, Spot, medoid

_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def enumerated(words: Sequence[str]) -> str:
    """Words as a list in a sentence.

    >>> enumerated(["Armenia", "Georgia", "Iran"])
    'Armenia, Georgia and Iran'
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def title(spots: Sequence[Spot], most: int = 4) -> str:
    """A short title for a map of these places."""
    if len(spots) <= most:
        return f"Map of {enumerated([spot.name for spot in spots])}" if spots else "Map"
    countries = [spot.name for spot in spots if spot.drawn is Drawn.COUNTRY]
    if 0 < len(countries) <= most:
        return f"Map of {enumerated(countries)} with {len(spots) - len(countries)} places"
    return f"Map of {len(spots)} places around {medoid(spots).name}"


def rounded(kilometres: float) -> str:
    """A distance to two significant figures.

    >>> rounded(1934.2)
    '1,900'
    """
    if kilometres < 10:
        return str(max(1, round(kilometres)))
    power = 10 ** (len(str(int(kilometres))) - 2)
    return f"{round(kilometres / power) * power:,}"


def wind(start: Spot, end: Spot) -> str:
    """The compass direction from one place to another."""
    return _WINDS[round(bearing(start.at, end.at) / 45) % 8]


def both(spot: Spot) -> str:
    """Both names of a place."""
    return f"{spot.name} ({spot.other})" if spot.other else spot.name


def described(core: Sequence[Spot], far: Sequence[Spot], countries: Sequence[str], water: Sequence[str]) -> str:
    """The map in sentences, with distances and directions from a central place, nearest first."""
    parts = []
    points = [spot for spot in core if not spot.drawn.is_area]
    around = [name for name in countries if name.casefold() not in {s.name.casefold() for s in core}]
    named = [spot.name for spot in core if spot.drawn is Drawn.COUNTRY]
    if named:
        parts.append(f"The map shows {enumerated(named)}.")
    if around:
        parts.append(f"{'Around them' if named else 'Countries on it'}: {enumerated(around)}.")
    if water:
        parts.append(f"Water: {enumerated(water)}.")
    if not core:
        return " ".join(parts)
    anchor = medoid(points or core)
    rest = [spot for spot in core if spot.id != anchor.id and spot.drawn is not Drawn.COUNTRY]
    if rest:
        rest.sort(key=lambda spot: (distance(anchor.at, spot.at), spot.id))
        parts.append(f"Seen from {both(anchor)}: {'; '.join(_towards(anchor, spot) for spot in rest)}.")
    elif anchor.drawn is not Drawn.COUNTRY:
        parts.append(f"In the middle lies {both(anchor)}.")
    if far:
        off = sorted(far, key=lambda spot: (distance(anchor.at, spot.at), spot.id))
        parts.append(f"A second, smaller map shows: {'; '.join(_towards(anchor, spot) for spot in off)}.")
    return " ".join(parts)


def _towards(anchor: Spot, spot: Spot) -> str:
    what = " (the region)" if spot.drawn is Drawn.REGION else ""
    far = distance(anchor.at, spot.at)
    if far < 3:
        return f"{both(spot)}{what} at the same place"
    return f"{both(spot)}{what} about {rounded(far)} km to the {wind(anchor, spot)}"
