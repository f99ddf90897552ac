"""Characters that nobody sees. No note holds them, wherever it comes from: they hide words or break files."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: noncharacters beyond the first 65,536 characters: the last two of each plane
_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
#: C0 and C1 controls except tab and line ends, marks that reverse the direction of text, noncharacters: for use
#: within the brackets of an expression
HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    f"\ufdd0-\ufdef\ufffe\uffff{_NO_CHARACTERS}"
)
#: what a complaint says of such a character
UNSEEN = "which nobody can see and no note may hold"

_HIDDEN = re.compile(f"[{HIDDEN}]")
_LONE = re.compile("[\ud800-\udfff]")
#: everything that ends a line somewhere
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1f\x85\u2028\u2029]")
#: how many kinds of character a complaint names
_NAMED = 5


def without_hidden(text: str) -> str:
    """A text without control characters and marks that turn the direction of text round; lone surrogates replaced."""
    return _LONE.sub("�", _HIDDEN.sub("", text))


def with_plain_lines(text: str) -> str:
    """A text in which every line ends with LF."""
    return _LINE_ENDS.sub("\n", text)


def hidden_in(text: str) -> list[str]:
    """The characters that `without_hidden` takes out or replaces, each once."""
    return list(dict.fromkeys([*_HIDDEN.findall(text), *_LONE.findall(text)]))


def named(characters: Iterable[str]) -> str:
    """Characters by their numbers, as a complaint names them: `U+001B and U+202E`."""
    names = [f"U+{ord(character):04X}" for character in dict.fromkeys(characters)]
    if len(names) > _NAMED:
        names[_NAMED - 1 :] = [f"{len(names) - _NAMED + 1} others"]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
