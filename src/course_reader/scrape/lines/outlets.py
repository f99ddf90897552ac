"""Known newspapers and agencies, by name, web address or wording of their newsletter boxes."""

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
    #: Whether it is an agency, which other outlets reprint.
    agency: bool
    domains: tuple[str, ...]
    names: tuple[str, ...]
    boxes: tuple[str, ...]
    country: str


@cache
def known_outlets() -> tuple[Outlet, ...]:
    """The table shipped with the package."""
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
    """Names are compared without case, outer punctuation and kind of apostrophe."""
    return re.sub(r"\s+", " ", name.strip(_EDGES).replace("’", "'")).casefold()


@cache
def _by_name() -> dict[str, Outlet]:
    return {_key(name): outlet for outlet in reversed(known_outlets()) for name in (*outlet.names, outlet.name)}


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in known_outlets() for domain in outlet.domains}


def by_name(name: str) -> Outlet | None:
    """The outlet with this name; the text must contain nothing else.

    >>> by_name("the Moscow Times").name
    'The Moscow Times'
    >>> by_name("Moscow") is None
    True
    """
    if len(name) > 80:
        return None
    key = _key(name)
    return _by_name().get(key) or _by_name().get(key.removeprefix("the "))


def host_of(url: str) -> str:
    """The host without ``www.``; empty if there is none.

    >>> host_of("https://www.example.org/a")
    'example.org'
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def by_url(url: str) -> Outlet | None:
    """The outlet with the domain of this address, or a parent of it."""
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
    """The outlet whose newsletter box contains this text (``Get the Mirror in your inbox``)."""
    for pattern, outlet in _boxes():
        if pattern.search(text):
            return outlet
    return None


@cache
def _any_name() -> re.Pattern[str]:
    names = sorted({n for o in known_outlets() for n in (o.name, *o.names) if len(n) > 3}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def names_in(text: str) -> list[Outlet]:
    """The outlets named in a short line (copyright, “follow us”), in order, each once."""
    found: list[Outlet] = []
    for match in _any_name().finditer(text[:400]):
        outlet = by_name(match.group())
        if outlet is not None and outlet not in found:
            found.append(outlet)
    return found
