"""What a pattern can begin with, so that most patterns of a long list need not even be compiled for a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

#: any digit
_DIGIT = r"\d"
_TOKEN = re.compile(r"\\.|\[\^?\]?[^\]]*\]|\(\?<?[:!=]|\{[^}]*\}|[()|?*+.^$]|[^\\\[(){|?*+.^$]+", re.S)
_MAY_BE_MISSING = ("?", "*", "{")


@dataclass(slots=True)
class _Begun:
    """What the alternatives that were read so far can begin with."""

    #: None if they may begin with anything
    letters: set[str] | None
    #: whether one of them may be empty
    is_empty: bool = False


def opening(text: str) -> str:
    """What a text begins with: its first letter without its case, or any digit.

    >>> opening("Newsletter"), opening("Теги"), opening("12 comments")
    ('n', 'т', '\\\\d')
    """
    # Upper case first: a pattern that ignores case takes a long s for an s.
    return _DIGIT if text[:1].isdecimal() else text[:1].upper().lower()[:1]


def openings(pattern: str) -> frozenset[str] | None:
    """What the texts that match a pattern in any case can begin with; None if that cannot be told.

    >>> sorted(openings("(?:our )?newsletters?|sign[- ]?up")), openings(".{0,60}rights")
    (['n', 'o', 's'], None)
    """
    found, _ = _alternatives(_TOKEN.findall(pattern), 0)
    return None if found.letters is None or found.is_empty else frozenset(found.letters)


def _alternatives(tokens: Sequence[str], at: int) -> tuple[_Begun, int]:
    """The beginnings of all alternatives up to the closing bracket, and the place after it."""
    found = _Begun(set())
    # Whether all of the alternative so far may be missing.
    is_open = True
    while at < len(tokens) and tokens[at] != ")":
        if tokens[at] == "|":
            found.is_empty |= is_open
            is_open = True
            at += 1
            continue
        item, at = _item(tokens, at)
        if is_open:
            found.letters = None if found.letters is None or item.letters is None else found.letters | item.letters
            is_open = item.is_empty and item.letters is not None
    found.is_empty |= is_open
    return found, at + 1


def _item(tokens: Sequence[str], at: int) -> tuple[_Begun, int]:
    """What one item of an alternative begins with, how often it may come included, and the place after it."""
    token = tokens[at]
    if token in ("(", "(?:"):
        item, at = _alternatives(tokens, at + 1)
    elif token.startswith("("):
        # What has to stand before or after says nothing about a beginning.
        _, at = _alternatives(tokens, at + 1)
        item = _Begun(None)
    else:
        item, at = _Begun(_letters(token)), at + 1
    while at < len(tokens) and tokens[at][0] in "?*+{":
        # Only the last letter of several may be missing.
        item.is_empty |= tokens[at][0] in _MAY_BE_MISSING and (len(token) == 1 or token[0] in "(\\")
        at += 1
    return item, at


def _letters(token: str) -> set[str] | None:
    if token == _DIGIT:
        return {_DIGIT}
    if token[0] == "\\":
        return None if token[1].isalnum() else {opening(token[1])}
    return None if token[0] in "[.^$" else {opening(token)}
