"""Hidden characters: nobody can see them, they deceive readers or break files, and no note contains them."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: noncharacters beyond the first 65,536 characters: the last two of each plane
_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
#: C0 and C1 controls except tab and line ends, marks that reverse the direction of text, and noncharacters,
#: to be put between the brackets of a regular expression
HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    f"\ufdd0-\ufdef\ufffe\uffff{_NO_CHARACTERS}"
)
#: how a problem describes such a character
UNSEEN = "which nobody can see and no note may hold"

_HIDDEN = re.compile(f"[{HIDDEN}]")
_LONE = re.compile("[\ud800-\udfff]")
#: everything that ends a line somewhere
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1f\x85\u2028\u2029]")
#: how many different characters a problem names
_NAMED = 5


def without_hidden(text: str) -> str:
    """A text without hidden characters; lone surrogates become �."""
    return _LONE.sub("�", _HIDDEN.sub("", text))


def with_plain_lines(text: str) -> str:
    """A text in which every line ends with LF."""
    return _LINE_ENDS.sub("\n", text)


def hidden_in(text: str) -> list[str]:
    """The characters that `without_hidden` removes or replaces, each once."""
    return list(dict.fromkeys([*_HIDDEN.findall(text), *_LONE.findall(text)]))


def named(characters: Iterable[str]) -> str:
    """Characters by their numbers, as a problem names them: `U+001B and U+202E`."""
    names = [f"U+{ord(character):04X}" for character in dict.fromkeys(characters)]
    if len(names) > _NAMED:
        names[_NAMED - 1 :] = [f"{len(names) - _NAMED + 1} others"]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
