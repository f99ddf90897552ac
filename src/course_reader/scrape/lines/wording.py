"""The words of a text, in languages with and without spaces between them."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[^\W\d_]{4,}")
#: Compiled when it is needed, since it takes long.
_UNSPACED = "[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]"


def stems(text: str) -> frozenset[str]:
    """The beginnings of words; where words have no spaces, pairs of characters. Texts on one thing share many."""
    folded = text.casefold()
    if len(re.findall(_UNSPACED, text)) * 3 > len(text.replace(" ", "")):
        return frozenset(folded[n : n + 2] for n in range(len(folded) - 1))
    return frozenset(word[:6] for word in _TOKEN.findall(folded))


def count_words(text: str) -> int:
    """The number of words; where words have no spaces, about that."""
    if re.search(_UNSPACED, text):
        return max(1, len(text) // 3)
    return sum(any(char.isalnum() for char in word) for word in text.split())
