"""Invented words and names: the same on every run, like English in length and frequency, and nobody's."""

from __future__ import annotations

from itertools import accumulate
from random import Random

_STARTS = [
    "b", "br", "c", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s",
    "st", "t", "tr", "v", "w", "z",
]  # fmt: skip
_VOWELS = ["a", "e", "i", "o", "u", "ea", "ou"]
_ENDS = ["l", "m", "n", "nd", "r", "rn", "s", "st", "t", "v", "lt"]
_SUFFIXES = ("", "", "", "", "", "s", "s", "ed", "ing", "ation", "ment", "ly", "al")
_NAME_SUFFIXES = ("or", "an", "ia", "eth", "uma")
_SMALL = [
    "the", "of", "and", "to", "in", "that", "it", "was", "for", "on", "with", "as", "by", "at", "from",
    "which", "but", "not", "this", "had", "they", "were", "been", "has", "its", "would", "about",
]  # fmt: skip

_CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопкрстуввхыз")


class Words:
    """A vocabulary whose words come as often as those of a language do: few often, most rarely."""

    def __init__(self, random: Random, size: int = 4000) -> None:
        self.random = random
        self._taken: set[str] = set()
        words = [self._root() + random.choice(_SUFFIXES) for _ in range(size)]
        self._vocabulary = [*_SMALL, *words]
        self._weights = list(accumulate([12.0] * len(_SMALL) + [60 / (rank + 20) for rank in range(size)]))

    def some(self, count: int) -> list[str]:
        """So many words, all in small letters."""
        return self.random.choices(self._vocabulary, cum_weights=self._weights, k=count)

    def name(self) -> str:
        """A word with a capital that stands for nothing else."""
        return (self._root() + self.random.choice(_NAME_SUFFIXES)).capitalize()

    def _root(self) -> str:
        """The root of a word, each once."""
        pick = self.random.choice
        while True:
            syllables = "".join(pick(_STARTS) + pick(_VOWELS) for _ in range(pick((1, 2, 2))))
            root = syllables + pick(_ENDS)
            if root not in self._taken:
                self._taken.add(root)
                return root


def in_cyrillic(name: str) -> str:
    """The name in other letters."""
    return name.lower().translate(_CYRILLIC).title()
