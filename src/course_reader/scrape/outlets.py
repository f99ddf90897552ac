"""Known newspapers and agencies: by the host of an address, by name, by the words of their boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from course_reader.scrape.words import table

_EDGES = " \t.,:;|/()[]*_—–-"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, broadcaster or agency."""

    name: str
    #: Whether others reprint it.
    agency: bool
    domains: tuple[str, ...]
    names: tuple[str, ...]
    boxes: tuple[str, ...]
    country: str


@cache
def known_outlets() -> tuple[Outlet, ...]:
    """The table that ships with the package."""
    return tuple(
        Outlet(
            name=row["name"],
            agency=row.get("agency", False),
            domains=tuple(row.get("domains", ())),
            names=tuple(row.get("names", ())),
            boxes=tuple(row.get("boxes", ())),
            country=row.get("country", ""),
        )
        for row in table("outlets.yaml")
    )


def _key(name: str) -> str:
    """Names are compared without case, outer punctuation, and the two apostrophes apart."""
    return re.sub(r"\s+", " ", name.strip(_EDGES).replace("’", "'")).casefold()


@cache
def _by_name() -> dict[str, Outlet]:
    return {_key(name): outlet for outlet in reversed(known_outlets()) for name in (*outlet.names, outlet.name)}


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in known_outlets() for domain in outlet.domains}


def by_name(name: str) -> Outlet | None:
    """The outlet that goes by this name and no other words."""
    if len(name) > 80:
        return None
    key = _key(name)
    return _by_name().get(key) or _by_name().get(key.removeprefix("the "))


def host_of(url: str) -> str:
    """The host without ``www.``; empty when there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def by_url(url: str) -> Outlet | None:
    """The outlet whose domain, or a parent of it, the address lies under."""
    parts = host_of(url).split(".")
    table = _by_domain()
    for start in range(len(parts) - 1):
        outlet = table.get(".".join(parts[start:]))
        if outlet is not None:
            return outlet
    return None


@cache
def _boxes() -> tuple[tuple[re.Pattern[str], Outlet], ...]:
    pairs = [(phrase, outlet) for outlet in known_outlets() for phrase in outlet.boxes]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.I), outlet) for phrase, outlet in pairs)


def by_box(text: str) -> Outlet | None:
    """The outlet whose newsletter box this is (``Get the Mirror in your inbox``)."""
    for pattern, outlet in _boxes():
        if pattern.search(text):
            return outlet
    return None


@cache
def _any_name() -> re.Pattern[str]:
    names = sorted({n for o in known_outlets() for n in (o.name, *o.names) if len(n) > 3}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def names_in(text: str) -> list[Outlet]:
    """Outlets that a short line (copyright, "follow us") names, in order, each once."""
    found: list[Outlet] = []
    for match in _any_name().finditer(text[:400]):
        outlet = by_name(match.group())
        if outlet is not None and outlet not in found:
            found.append(outlet)
    return found
