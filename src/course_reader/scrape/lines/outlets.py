"""Known newspapers and agencies, by name, web address or wording of their newsletter boxes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
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


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """All outlets, and what finds them."""

    outlets: tuple[Outlet, ...]
    by_name: dict[str, Outlet]
    by_domain: dict[str, Outlet]
    any_name: re.Pattern[str]


@cache
def _shipped() -> tuple[Outlet, ...]:
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


@cache
def _shipped_known() -> _Known:
    return _table_of(_shipped())


def _table_of(known: tuple[Outlet, ...]) -> _Known:
    """A table; of two outlets with one name, the first counts."""
    names = sorted({n for o in known for n in (o.name, *o.names) if len(n) > 3}, key=len, reverse=True)
    return _Known(
        known,
        {_key(name): outlet for outlet in reversed(known) for name in (*outlet.names, outlet.name)},
        {domain: outlet for outlet in reversed(known) for domain in outlet.domains},
        re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)"),
    )


_more: ContextVar[_Known | None] = ContextVar("outlets", default=None)


def _table() -> _Known:
    return _more.get() or _shipped_known()


@contextmanager
def with_more(more: Iterable[Outlet]) -> Iterator[None]:
    """Know more outlets for a while; they come before those of the table shipped with the package."""
    token = _more.set(_table_of((*more, *_shipped())))
    try:
        yield
    finally:
        _more.reset(token)


def known_outlets() -> tuple[Outlet, ...]:
    """The outlets that are known."""
    return _table().outlets


def _key(name: str) -> str:
    """Names are compared without case, outer punctuation and kind of apostrophe."""
    return re.sub(r"\s+", " ", name.strip(_EDGES).replace("’", "'")).casefold()


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
    names = _table().by_name
    return names.get(key) or names.get(key.removeprefix("the "))


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
    domains = _table().by_domain
    for start in range(len(parts) - 1):
        outlet = domains.get(".".join(parts[start:]))
        if outlet is not None:
            return outlet
    return None


@cache
def _boxes() -> tuple[tuple[re.Pattern[str], Outlet], ...]:
    pairs = [(phrase, outlet) for outlet in _shipped() for phrase in outlet.boxes]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.I), outlet) for phrase, outlet in pairs)


def by_box(text: str) -> Outlet | None:
    """The outlet whose newsletter box contains this text (``Get the Mirror in your inbox``)."""
    for pattern, outlet in _boxes():
        if pattern.search(text):
            return outlet
    return None


def names_in(text: str) -> list[Outlet]:
    """The outlets named in a short line (copyright, “follow us”), in order, each once."""
    found: list[Outlet] = []
    for match in _table().any_name.finditer(text[:400]):
        outlet = by_name(match.group())
        if outlet is not None and outlet not in found:
            found.append(outlet)
    return found
