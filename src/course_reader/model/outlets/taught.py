"""What an instructor teaches the import about an outlet: names, and how it prints titles, authors and days."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: The holes that the patterns of a key must have; each pattern may have stars besides, for any words.
HOLES: Mapping[str, tuple[str, ...]] = {
    "titles": ("{title}",),
    "bylines": ("{name}",),
    "dates": ("{day}", "{month}", "{year}"),
    "furniture": (),
}
_LISTS = ("domains", "names", *HOLES)
_TEXTS = ("name", "country")
_KEYS = (*_TEXTS, "agency", *_LISTS)
_HOLE = re.compile(r"\{\w*\}")
_LONGEST = 300
#: A pattern has so many characters of its own; fewer would be in any line.
_OWN = 2


@dataclass(frozen=True, slots=True)
class TaughtOutlet:
    """An outlet of `reader_outlets`."""

    name: str
    #: ISO 3166 code
    country: str = ""
    agency: bool = False
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    #: patterns, whose holes are those of `HOLES`
    titles: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()


def wrong_outlets(value: Any) -> str | None:
    """What is wrong with a value of `reader_outlets`; None if it is valid.

    >>> wrong_outlets([{"name": "The Estvik Courier", "bylines": ["Text: {name}"]}]) is None
    True
    >>> wrong_outlets([{"name": "The Estvik Courier", "bylines": ["Text:"]}])
    "the bylines of 'The Estvik Courier' are patterns with {name}, such as 'Text: {name}'; 'Text:' has none"
    """
    if not isinstance(value, (list, tuple)):
        return "it should be a list of outlets, each a dictionary with at least 'name'"
    for number, outlet in enumerate(value, 1):
        wrong = _wrong(outlet, number)
        if wrong:
            return wrong
    return None


def _wrong(outlet: Any, number: int) -> str | None:
    if not isinstance(outlet, dict) or not isinstance(outlet.get("name"), str) or not outlet["name"].strip():
        return f"outlet {number} should be a dictionary with a 'name', such as {{'name': 'The Estvik Courier'}}"
    name = outlet["name"]
    for key, given in outlet.items():
        if key not in _KEYS:
            return f"{name!r} has the key {key!r}; the keys are {', '.join(_KEYS)}"
        if key in _TEXTS and not isinstance(given, str):
            return f"{key!r} of {name!r} should be a text"
        if key == "agency" and not isinstance(given, bool):
            return f"'agency' of {name!r} should be True or False"
        if key in _LISTS and not _is_texts(given):
            return f"{key!r} of {name!r} should be a list of texts"
        if key in HOLES and (wrong := next((w for one in given if (w := _wrong_pattern(name, key, one))), None)):
            return wrong
    return None


def _is_texts(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(item, str) and item.strip() for item in value)


def _wrong_pattern(name: str, key: str, pattern: str) -> str | None:
    holes = _HOLE.findall(pattern)
    needed = HOLES[key]
    if sorted(holes) != sorted(needed):
        if not needed:
            return f"the furniture of {name!r} is lines in which * stands for any words; {pattern!r} has {holes[0]}"
        example = {"titles": "{title} - Courier", "bylines": "Text: {name}", "dates": "{day}.{month}.{year}"}[key]
        return f"the {key} of {name!r} are patterns with {', '.join(needed)}, such as {example!r}; {pattern!r} has " + (
            ", ".join(holes) or "none"
        )
    if len(pattern) > _LONGEST:
        return f"a pattern of {name!r} is longer than {_LONGEST} characters"
    rest = _HOLE.sub("", pattern).replace("*", "")
    if key != "dates" and len("".join(rest.split())) < _OWN:
        return f"{pattern!r} of {name!r} would match any line; add what only this outlet prints there"
    return None


def taught_outlets(value: Sequence[Mapping[str, Any]]) -> tuple[TaughtOutlet, ...]:
    """The outlets of a valid value of `reader_outlets`."""
    return tuple(_taught(outlet) for outlet in value)


def _taught(outlet: Mapping[str, Any]) -> TaughtOutlet:
    values: dict[str, Any] = {key: tuple(given) if key in _LISTS else given for key, given in outlet.items()}
    return TaughtOutlet(**values)
