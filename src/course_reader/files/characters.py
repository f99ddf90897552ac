"""Invisible characters, which no note contains, wherever it comes from: they hide words or break files."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: noncharacters beyond the first 65,536 characters: the last two of each plane
_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
#: C0 and C1 controls except tabs and line breaks, marks that reverse the direction of text, noncharacters; for use
#: within the brackets of a regular expression
HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    f"\ufdd0-\ufdef\ufffe\uffff{_NO_CHARACTERS}"
)
#: how a message describes such a character
UNSEEN = "which nobody can see and no note may hold"

_HIDDEN = re.compile(f"[{HIDDEN}]")
_LONE = re.compile("[\ud800-\udfff]")
#: everything that ends a line somewhere
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1f\x85\u2028\u2029]")
#: most characters that a message names
_NAMED = 5


def without_hidden(text: str) -> str:
    """A text without control characters and direction marks, and with lone surrogates replaced.

    >>> without_hidden("evil\\u202etxt.exe")
    'eviltxt.exe'
    """
    return _LONE.sub("�", _HIDDEN.sub("", text))


def with_plain_lines(text: str) -> str:
    """A text in which every line ends with LF."""
    return _LINE_ENDS.sub("\n", text)


def hidden_in(text: str) -> list[str]:
    """The characters that `without_hidden` removes or replaces, each once."""
    return list(dict.fromkeys([*_HIDDEN.findall(text), *_LONE.findall(text)]))


def named(characters: Iterable[str]) -> str:
    """Characters by their numbers, as a message names them.

    >>> named("\\x1b\\u202e")
    'U+001B and U+202E'
    """
    names = [f"U+{ord(character):04X}" for character in dict.fromkeys(characters)]
    if len(names) > _NAMED:
        names[_NAMED - 1 :] = [f"{len(names) - _NAMED + 1} others"]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
