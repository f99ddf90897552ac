"""Search for a hard word in all its forms; English only."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VOWELS = "aeiou"
_GAP = r"[\s\u00a0\u00ad-]+"


def places(text: str, word: str, forms: Iterable[str] = ()) -> list[tuple[int, int]]:
    """The spans of a word or phrase in a text.

    Every word of a phrase may take a regular ending: "iron out" is found in "ironed out", "power broker" in
    "power brokers". Case does not matter; only whole words count.

    >>> places("They ironed out two quarrels.", "iron out")
    [(5, 15)]

    Args:
        text: The text; spans are in code points.
        word: The word as a dictionary has it.
        forms: Further forms to search for, exactly as given.
    """
    wanted = [_GAP.join(_one_of(inflected(part)) for part in _parts(word))]
    wanted += [_GAP.join(re.escape(part) for part in _parts(form)) for form in forms]
    wanted = [pattern for pattern in wanted if pattern]
    if not wanted:
        return []
    # The longest form first, so that "using force" is not found as "use" alone.
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(wanted, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
    return [found.span() for found in pattern.finditer(text)]


def inflected(word: str) -> list[str]:
    """A word and its regular English forms; some are forms that the word does not have.

    >>> inflected("tie")
    ['tie', 'ties', 'tiees', 'tieed', 'tieing', 'tied', 'tiing']
    """
    found = [word, f"{word}s", f"{word}es", f"{word}ed", f"{word}ing"]
    lower = word.lower()
    if lower.endswith("e"):
        found += [f"{word}d", f"{word[:-1]}ing"]
    if lower.endswith("y") and len(word) > 2 and lower[-2] not in _VOWELS:
        found += [f"{word[:-1]}ies", f"{word[:-1]}ied"]
    if len(word) > 2 and lower[-1] not in f"{_VOWELS}wxy" and lower[-2] in _VOWELS and lower[-1].isalpha():
        found += [f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"]
    return found


def _parts(word: str) -> list[str]:
    return [part for part in re.split(r"[\s-]+", word) if part]


def _one_of(words: list[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
